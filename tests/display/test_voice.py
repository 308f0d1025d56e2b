"""The real program leads through a session by ear: a real speech server and synthesiser, recorded.

Skipped where speech-dispatcher, eSpeak NG or PulseAudio are not installed.
"""

import os
import sys
import tempfile
import time

from lowtide_driver import Failure, Program, Skip, run_tests, wait_for
from test_session import MOVES, REMAINING, remaining_seconds, start_session

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'support'))
from sound_server import SoundServer  # noqa: E402
from speech_server import SpeechServer, missing_part  # noqa: E402

SERVERS = ('PULSE_SERVER', 'PULSE_RUNTIME_PATH', 'SPEECHD_ADDRESS', 'SPEECHD_CMD')
SPOKEN_S = 40                           # a name and a step, with the start of a server
QUIET_S = 3
GOODBYE_S = 2.5                         # what a pause itself says


class Heard(Program):
    """The program with a sound server and a speech server of its own."""

    def __init__(self):
        missing = missing_part()
        if missing is not None:
            raise Skip(f'{missing} is not installed')
        self._folder = tempfile.TemporaryDirectory(prefix='lowtide-heard-')
        self.sound = SoundServer(self._folder.name)
        self.sound.start()
        self.speech = SpeechServer(self._folder.name, self.sound.environment)
        self.speech.start()
        environment = {**self.sound.environment, **self.speech.environment}
        super().__init__(environment={name: environment[name] for name in SERVERS})

    def __exit__(self, *error):
        try:
            return super().__exit__(*error)
        finally:
            self.speech.__exit__()
            self.sound.kill()
            self._folder.cleanup()

    def loud_after(self, begin):
        return [stretch for stretch in self.sound.recording.loud_times() if stretch[0] > begin]

    def wait_for_speech(self, begin, stretches=2):
        wait_for('speech', lambda: len(self.loud_after(begin)) >= stretches, SPOKEN_S)


def demand_running(program):
    first = remaining_seconds(program)
    wait_for('the clock', lambda: program.find(REMAINING) and remaining_seconds(program) != first, 20)


def test_speaks(program):
    """A session is spoken: the name, then the way into the move."""
    begin = time.monotonic()
    start_session(program)
    program.wait(MOVES[0])
    program.wait_for_speech(begin, 3)


def test_pause_is_silent(program):
    """Paused, it says so, and nothing more."""
    begin = time.monotonic()
    start_session(program)
    program.wait_for_speech(begin)
    program.press('Pause', role='push button')
    program.wait('Resume', role='push button')
    paused = time.monotonic()
    time.sleep(GOODBYE_S + QUIET_S)
    late = [stretch for stretch in program.sound.recording.loud_times()
            if stretch[1] > paused + GOODBYE_S]
    if late:
        raise Failure(f'it was heard {late[0][0] - paused:.1f} s after the pause')


def test_server_killed(program):
    """The speech server is killed in the middle of a sentence, and the session goes on."""
    begin = time.monotonic()
    start_session(program)
    program.wait_for_speech(begin, 1)
    program.speech.kill()
    demand_running(program)
    program.press('Pause', role='push button')
    program.wait('Resume', role='push button')


def test_device_gone(program):
    """The sound device goes away, and the session goes on."""
    begin = time.monotonic()
    start_session(program)
    program.wait_for_speech(begin, 1)
    program.sound.kill()
    demand_running(program)
    program.press('Skip this move', role='push button')
    program.wait(MOVES[1])


def test_nobody_speaks(program):
    """Where nothing can speak, it says so once and how to get speech."""
    start_session(program)
    program.wait('Nothing here can speak, so sounds lead you. Preferences say how to get speech.')
    demand_running(program)


test_nobody_speaks.start = Program


if __name__ == '__main__':
    run_tests([test_speaks, test_pause_is_silent, test_server_killed, test_device_gone,
               test_nobody_speaks], Heard)
