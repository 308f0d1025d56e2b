"""A sound server of a test's own, whose loudspeaker is a recording.

PulseAudio with a sink that goes nowhere, and what is played to it kept with its times. Nothing of the
person's own sound is heard or touched.
"""

import array
import os
import subprocess
import threading
import time

RATE = 16000                            # enough for speech and bells
DEADLINE_S = 30
NEEDED = ('pulseaudio', 'pactl', 'parec')


class Failure(Exception):
    """Something the test waited for, or demands, is not there."""


def wait_for(what, condition, seconds=DEADLINE_S):
    """Returns the first true value of condition()."""
    deadline = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > deadline:
            raise Failure(f'{what} did not come within {seconds:g} s')
        time.sleep(0.01)
    return value


def end(process):
    """Ends it, whether or not it was stopped."""
    if process is not None and process.poll() is None:
        process.kill()
        process.wait()


class Recording:
    """What was played so far. Its times are those of the monotonic clock."""

    def __init__(self, process):
        self._process = process
        self._bytes = bytearray()
        self._began = None              # when the first sample was played
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        while portion := os.read(self._process.stdout.fileno(), 4096):
            self._bytes += portion
            # Never later than this, since nothing comes before it is played.
            began = time.monotonic() - len(self._bytes) / 2 / RATE
            self._began = began if self._began is None else min(began, self._began)

    def is_running(self):
        return len(self._bytes) > 0

    def samples(self):
        """From -1 to 1."""
        return [value / 32768 for value in array.array('h', self._bytes[:len(self._bytes) // 2 * 2])]

    def loud_times(self, loud=0.01, gap_s=0.25):
        """When it was not silent: (begin, end) of each stretch without a gap that is longer."""
        times = []
        gap = int(gap_s * RATE)
        for index, value in enumerate(self.samples()):
            if abs(value) < loud:
                continue
            if times and index - times[-1][1] <= gap:
                times[-1][1] = index
            else:
                times.append([index, index])
        return [(self._began + begin / RATE, self._began + last / RATE) for begin, last in times]


class SoundServer:
    """`with SoundServer(folder) as sound:` its environment is what programs must be started with."""

    def __init__(self, folder):
        self._socket = os.path.join(folder, 'sound')
        self.environment = {**os.environ, 'HOME': folder, 'XDG_RUNTIME_DIR': folder,
                            'PULSE_SERVER': f'unix:{self._socket}',
                            'PULSE_RUNTIME_PATH': os.path.join(folder, 'pulse')}
        self._server = None
        self._recorder = None
        self.recording = None

    def _answers(self):
        return subprocess.run(['pactl', 'info'], env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0

    def start(self):
        self._server = subprocess.Popen(
            ['pulseaudio', '-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no',
             f'--load=module-native-protocol-unix auth-anonymous=1 socket={self._socket}',
             f'--load=module-null-sink sink_name=test rate={RATE} channels=1'],
            env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        wait_for('the sound server', self._answers)
        self._recorder = subprocess.Popen(
            ['parec', '-d', 'test.monitor', '--format=s16ne', f'--rate={RATE}', '--channels=1',
             '--latency-msec=20'], env=self.environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.recording = Recording(self._recorder)
        wait_for('the recording', self.recording.is_running)

    def kill(self):
        """As when the device is pulled out."""
        end(self._server)
        end(self._recorder)

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.kill()
