"""session_cpu.py BENCH_DECODE: what a session that plays a clip costs, against decoding it alone.

Processor time of the real program in the hold of a move with a clip, on a window of its usual size;
and whether its frames came one by one, over the seams of the loops as well. Fails only when there is
nothing to measure.
"""

import os
import re
import subprocess
import sys
import time

from lowtide_driver import Program, wait_for

ROUTINE = 'Piriformis essentials'
MOVE = 'Lying figure four'
CLIP = 'figure-four-supine'
WINDOW = (1080, 760)
SECONDS = 10
REST_SECONDS = 3
LIMIT = 1.5
FRAME_MS = 1000 / 24
STATISTICS = re.compile(CLIP + r'\.webm: (?P<shown>\d+) frames shown, (?P<dropped>\d+) dropped, '
                        r'(?P<merged>\d+) merged, (?P<loops>\d+) loops, '
                        r'longest step (?P<step_ms>[\d.]+) ms')


def show_hold(program):
    """Leads to the hold and waits until nothing but the clip and the clock moves."""
    program.resize(*WINDOW)
    program.press('Routines', role='page tab')
    program.press(ROUTINE, role='push button')
    program.begin_session()
    program.press('Start session', role='push button')
    program.press('Skip this move', role='push button')
    program.wait_until_still(program.wait(MOVE, role='image'))
    program.wait(re.compile('^Hold'), role='label', seconds=30)
    program.key('shift')            # somebody is there: the far view does not come


def measure(program, seconds):
    """Returns the processor seconds that a second costs."""
    used, began = program.processor_seconds(), time.monotonic()
    time.sleep(seconds)
    return (program.processor_seconds() - used) / (time.monotonic() - began)


def measure_session():
    """Returns the cost while playing, while paused, and what the player said of its frames."""
    with Program(environment={'G_MESSAGES_DEBUG': 'coach-player'}) as program:
        show_hold(program)
        playing = measure(program, SECONDS)
        program.press('Pause', role='push button')
        program.wait('Resume', role='push button')
        paused = measure(program, REST_SECONDS)
        program.press('Skip this move', role='push button')
        told = wait_for('the player\'s report', lambda: STATISTICS.search(program.messages))
    return playing, paused, told


def measure_decoding(bench_decode):
    clip = os.path.join(os.environ['LOWTIDE_MEDIA_DIR'], 'clips', f'{CLIP}.webm')
    output = subprocess.run([bench_decode, clip, str(SECONDS)], check=True, text=True,
                            stdout=subprocess.PIPE).stdout
    return float(output.partition('=')[2]) / SECONDS


def main():
    decoding = measure_decoding(sys.argv[1])
    playing, paused, told = measure_session()
    seam = float(told['step_ms']) / FRAME_MS - 1
    print(f'session-cpu: lowtide {playing * 100:.1f} %, decoding alone {decoding * 100:.1f} %, '
          f'ratio {playing / decoding:.2f}, limit {LIMIT:.2f} (paused {paused * 100:.1f} %, '
          f'{told["shown"]} frames, {told["dropped"]} dropped, {told["merged"]} merged, '
          f'{told["loops"]} loops, widest gap {seam:.1f} frames)')


if __name__ == '__main__':
    main()
