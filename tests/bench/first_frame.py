"""first_frame.py LOWTIDE BARE_WINDOW: how long a start takes until something is on the screen.

The two programs take turns, so that what else the machine does falls on both alike; each start has a
home of its own, of somebody who has been welcomed. Fails only when a program shows nothing.
"""

import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

import person

PAIRS = 7
LIMIT = 1.3
SIGN = b'First frame painted'
PATIENCE_S = 30


def time_start(program, journal=None):
    """Starts the program, with a copy of a journal where one is given, and ends it at its first frame.

    Returns the milliseconds until then.
    """
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, 'HOME': home,
                       'G_MESSAGES_DEBUG': 'coach-app bench-bare-window'}
        for name in ('CONFIG', 'DATA', 'CACHE', 'STATE'):
            environment[f'XDG_{name}_HOME'] = os.path.join(home, name.lower())
        person.write_answered(environment['XDG_DATA_HOME'])
        if journal:
            shutil.copy(journal, os.path.join(environment['XDG_DATA_HOME'], person.FOLDER))
        began = time.monotonic()
        process = subprocess.Popen([program], env=environment, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        # Ends the reading below if nothing ever comes.
        signal.alarm(PATIENCE_S)
        try:
            for line in process.stdout:
                if SIGN in line:
                    return (time.monotonic() - began) * 1000
        finally:
            signal.alarm(0)
            process.kill()
            process.wait()
            process.stdout.close()
    sys.exit(f'first-frame: {program} ended without a frame')


def main():
    lowtide, bare = sys.argv[1:]
    pairs = []
    # The first pair only warms what the system keeps of files.
    for _ in range(PAIRS + 1):
        pairs.append((time_start(lowtide), time_start(bare)))
    del pairs[0]
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    ours, theirs = (statistics.median(times) for times in zip(*pairs))
    print(f'first-frame: lowtide {ours:.0f} ms, bare window {theirs:.0f} ms, '
          f'ratio {ratio:.2f}, limit {LIMIT:.2f}')


if __name__ == '__main__':
    main()
