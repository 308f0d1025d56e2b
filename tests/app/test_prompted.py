"""A whole routine is heard as planned: test_prompted.py PROMPTER_WATCH LOWTIDECTL [ROUTINE].

A real session by the real clock, a real speech server and synthesiser; what is said is compared with
what `lowtidectl plan --cues` writes out, and with the recording of the loudspeaker. The routine is the
one of a minute; a longer one is for by hand. Skipped where speech-dispatcher, eSpeak NG or PulseAudio
are not installed. Reports in TAP.
"""

import json
import os
import subprocess
import sys
import tempfile
import traceback

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'support'))
from sound_server import Failure, SoundServer  # noqa: E402
from speech_server import SpeechServer, missing_part  # noqa: E402

ROUTINE = 'desk-stand-1'
LATE_MS = 300
TRIES = 2                               # of what a busy machine may make late
# The session's own clock against the plan's seconds; its wakes are a little late on a busy machine.
CLOCK_S = 0.3
# From the synthesiser's word that it begins to the loudspeaker: the sound server's own buffer.
HEARD_LATE_S = 0.6
URGENT = ('name', 'begin', 'rest', 'switch', 'done', 'last-seconds', 'step', 'leave')


class Late(Failure):
    """Something came after its time, which a busy machine does too."""


def demand(condition, what, failure=Failure):
    if not condition:
        raise failure(what)


def planned(lowtidectl, routine):
    """Returns (seconds, kind, text or None, sound or None) for each cue."""
    done = subprocess.run([lowtidectl, 'plan', routine, '--cues', '--json'], check=True,
                          capture_output=True, text=True)
    plan = json.loads(done.stdout)
    return [(phase['start_s'] + cue['at_s'], cue['kind'], cue['text'], cue['sound'])
            for phase in plan['phases'] for cue in phase['cues']], plan['total_s']


class Heard:
    """What a prompter-watch told, and what was recorded meanwhile."""

    def __init__(self, watcher, routine, total_s):
        with tempfile.TemporaryDirectory(prefix='lowtide-prompted-') as folder:
            with SoundServer(folder) as sound, SpeechServer(folder, sound.environment) as speech:
                done = subprocess.run([watcher, routine], env=speech.environment, text=True,
                                      capture_output=True, timeout=total_s + 90, check=False)
                self.loud = sound.recording.loud_times()
        demand(done.returncode == 0, f'it ended with {done.returncode}: {done.stderr}')
        self.lines = [line.split(' ', 2) + [''] for line in done.stdout.splitlines()]
        self.start = float(next(line[0] for line in self.lines if line[1] == 'start'))

    def of(self, kind):
        """Returns (seconds since the start, the rest) of each line of a kind."""
        return [(float(line[0]) - self.start, line[2]) for line in self.lines if line[1] == kind]


def test_cues(heard, cues):
    """The session gives each cue of the plan once, in order and in its second"""
    told = heard.of('cue')
    demand([rest.split(' ', 1) for _, rest in told] == [[kind, text] for _, kind, text, _ in cues],
           f'planned {cues}, told {told}')
    late = [at - due for (at, _), (due, *_) in zip(told, cues)]
    demand(min(late) > -0.01 and max(late) < CLOCK_S, f'from {min(late):.3f} to {max(late):.3f} s late',
           Late)
    print(f'# cues at most {max(late) * 1000:.0f} ms after their second')


def test_said(heard, cues):
    """What is said begins at most 300 ms late, and nothing urgent is missed"""
    begun = heard.of('began')
    late = [float(rest.split(' ', 1)[0]) for _, rest in begun]
    said = [rest.split(' ', 1)[1] for _, rest in begun]
    missed = [text for _, kind, text, _ in cues if kind in URGENT and text not in said]
    dropped = [rest for _, rest in heard.of('dropped')]
    print(f'# {len(said)} of {len(cues)} cues said, at most {max(late):.0f} ms late; dropped: {dropped}')
    demand(not missed, f'missed: {missed}; said: {said}', Late)
    demand(max(late) <= LATE_MS, f'up to {max(late):.0f} ms late', Late)
    demand(len(said) >= len(cues) * 0.9, f'only {len(said)} of {len(cues)} were said: {dropped}', Late)
    demand(heard.of('missing') == [], 'speech was missed')


def test_no_overlap(heard, cues):
    """Two are never said at once"""
    speaking = None
    for line in heard.lines:
        if line[1] == 'began':
            demand(speaking is None, f'“{line[2]}” began within “{speaking}”')
            speaking = line[2]
        elif line[1] == 'ended':
            speaking = None


def test_heard(heard, cues):
    """The loudspeaker gave a sound for each thing that was said, and for each sound of the plan"""
    for at, rest in heard.of('began'):
        text = rest.split(' ', 1)[1]
        demand(any(begin - 0.3 <= heard.start + at + HEARD_LATE_S and end >= heard.start + at
                   for begin, end in heard.loud), f'“{text}” at {at:.1f} s was not heard')
    for at, _, _, sound in cues:
        if sound is not None:
            demand(any(begin - 0.3 <= heard.start + at + HEARD_LATE_S and end >= heard.start + at
                       for begin, end in heard.loud), f'“{sound}” at {at} s was not heard')


def main():
    tests = [test_cues, test_said, test_no_overlap, test_heard]
    missing = missing_part()
    print(f'1..{len(tests)}')
    if missing is not None:
        for number, test in enumerate(tests, 1):
            print(f'ok {number} - {test.__doc__} # SKIP {missing} is not installed')
        return 0
    watcher, lowtidectl, *routine = sys.argv[1:]
    cues, total_s = planned(lowtidectl, routine[0] if routine else ROUTINE)
    failed = 0
    heard = None
    tries_left = TRIES
    for number, test in enumerate(tests, 1):
        try:
            heard = heard or Heard(watcher, routine[0] if routine else ROUTINE, total_s)
            try:
                test(heard, cues)
            except Late as late:
                tries_left -= 1
                if tries_left == 0:
                    raise
                print(f'# again, since {late}')
                heard = Heard(watcher, routine[0] if routine else ROUTINE, total_s)
                test(heard, cues)
        except Exception:  # pylint: disable=broad-except
            failed += 1
            print('# ' + traceback.format_exc().replace('\n', '\n# '))
            print(f'not ok {number} - {test.__doc__}')
        else:
            print(f'ok {number} - {test.__doc__}')
    return failed > 0


if __name__ == '__main__':
    sys.exit(main())
