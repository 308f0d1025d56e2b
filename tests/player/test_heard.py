"""The bell is really heard: played to a sound server of its own, and recorded: test_heard.py PROGRAM SOUND.

PROGRAM plays a sound aloud (test-sound --aloud SOUND). Skipped where PulseAudio is not installed. Reports
in TAP.
"""

import array
import os
import shutil
import subprocess
import sys
import tempfile
import time

RATE = 44100
NEEDED = ('pulseaudio', 'pactl', 'parec')
LOUD = 0.05                             # of full scale
QUIET = 0.005
DEADLINE_S = 30


class Failure(Exception):
    """What was recorded is not what was played."""


def wait_for(what, condition):
    deadline = time.monotonic() + DEADLINE_S
    while not condition():
        if time.monotonic() > deadline:
            raise Failure(f'{what} did not come')
        time.sleep(0.05)


class SoundServer:
    """A PulseAudio of our own, whose loudspeaker is a recording."""

    def __init__(self, folder):
        self._folder = folder
        self.environment = {**os.environ, 'HOME': folder, 'XDG_RUNTIME_DIR': folder,
                            'PULSE_SERVER': f'unix:{folder}/pulse/native',
                            'PULSE_RUNTIME_PATH': f'{folder}/pulse'}
        self._server = None
        self._recorder = None
        self._record = os.path.join(folder, 'record.raw')

    def run(self, *command):
        return subprocess.run(command, env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __enter__(self):
        self._server = subprocess.Popen(
            ['pulseaudio', '-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no',
             f'--load=module-native-protocol-unix auth-anonymous=1 socket={self._folder}/pulse/native',
             f'--load=module-null-sink sink_name=test rate={RATE} channels=1'],
            env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        wait_for('the sound server', lambda: self.run('pactl', 'info').returncode == 0)
        with open(self._record, 'wb') as record:
            self._recorder = subprocess.Popen(
                ['parec', '-d', 'test.monitor', '--format=s16ne', f'--rate={RATE}', '--channels=1',
                 '--latency-msec=20'], env=self.environment, stdin=subprocess.DEVNULL, stdout=record,
                stderr=subprocess.DEVNULL)
        wait_for('the recording', lambda: os.path.getsize(self._record) > 0)
        return self

    def __exit__(self, *_):
        for process in (self._recorder, self._server):
            if process is not None:
                process.terminate()
                process.wait()

    def read(self):
        """What was recorded so far, from -1 to 1."""
        with open(self._record, 'rb') as record:
            recorded = record.read()
        return [frame / 32768 for frame in array.array('h', recorded[:len(recorded) // 2 * 2])]


def demand_bell(samples):
    loud = [index for index, sample in enumerate(samples) if abs(sample) >= LOUD]
    if not loud:
        raise Failure(f'nothing was heard; the loudest was {max(map(abs, samples)):.3f}')
    if max(map(abs, samples)) > 0.99:
        raise Failure('it is so loud that it is distorted')
    tail = samples[loud[0] + 3 * RATE:]
    if tail and max(map(abs, tail)) > QUIET:
        raise Failure('it does not fall silent')


def hear(program, sound):
    with tempfile.TemporaryDirectory() as folder, SoundServer(folder) as server:
        if server.run(program, '--aloud', sound).returncode != 0:
            raise Failure('it was not played to its end')
        wait_for('the end of the bell',
                 lambda: max(map(abs, server.read()[-RATE // 4:])) <= QUIET)
        demand_bell(server.read())


def main():
    print('1..1')
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        print(f'ok 1 - The bell is heard # SKIP {missing[0]} is not installed')
        return
    try:
        hear(*sys.argv[1:])
        print('ok 1 - The bell is heard')
    except Failure as failure:
        print(f'not ok 1 - The bell is heard: {failure}')
        print(failure, file=sys.stderr)
        sys.exit(1)


if __name__ == '__main__':
    main()
