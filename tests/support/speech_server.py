"""A speech-dispatcher of a test's own, with a real synthesiser, heard by a SoundServer."""

import os
import shutil
import signal
import subprocess

from sockets import is_listening
from sound_server import NEEDED as SOUND_NEEDED, Failure, end, wait_for

PROGRAM = 'speech-dispatcher'
MODULE = '/usr/lib/speech-dispatcher-modules/sd_espeak-ng'
NEEDED = (*SOUND_NEEDED, PROGRAM, MODULE)

# The person's own files are not read: theirs may name any voice.
CONFIGURATION = '''LogLevel 0
AudioOutputMethod "pulse"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
DefaultLanguage "en-US"
DefaultVolume 100
{}
'''
MODULE_CONFIGURATION = '''EspeakMinRate 80
EspeakNormalRate 170
EspeakMaxRate 449
EspeakAudioChunkSize 300
EspeakAudioQueueMaxSize 441000
'''


def missing_part():
    """Returns what is not installed here, or None."""
    return next((name for name in NEEDED if shutil.which(name) is None), None)


class SpeechServer:
    """`with SpeechServer(folder, sound.environment) as speech:` listens at its address."""

    def __init__(self, folder, environment, settings=''):
        self._folder = folder
        self._socket = os.path.join(folder, 'speech-dispatcher', 'speechd.sock')
        self.address = f'unix_socket:{self._socket}'
        self.environment = {**environment, 'SPEECHD_ADDRESS': self.address,
                            'SPEECHD_CMD': PROGRAM}
        self._server = None
        self._groups = []
        self._write_configuration(settings)

    def _write_configuration(self, settings):
        modules = os.path.join(self._folder, 'speech', 'modules')
        os.makedirs(modules, exist_ok=True)
        os.makedirs(os.path.dirname(self._socket), mode=0o700, exist_ok=True)
        with open(os.path.join(modules, 'espeak-ng.conf'), 'w', encoding='utf-8') as file:
            file.write(MODULE_CONFIGURATION)
        with open(os.path.join(self._folder, 'speech', 'speechd.conf'), 'w', encoding='utf-8') as file:
            file.write(CONFIGURATION.format(settings))

    @property
    def command(self):
        """What starts it; `--spawn` and where it listens may come behind."""
        return [PROGRAM, '-C', os.path.join(self._folder, 'speech'), '-L', self._folder,
                '-P', os.path.join(self._folder, 'speech.pid')]

    def start(self):
        """In a session of its own, so that its synthesiser is found and ended with it."""
        if os.path.exists(self._socket):
            os.unlink(self._socket)
        self._server = subprocess.Popen(
            [*self.command, '--run-single', '-t', '0', '-c', 'unix_socket', '-S', self._socket],
            env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True)
        self._groups.append(self._server.pid)
        wait_for('the speech server', lambda: is_listening(self._socket))

    def kill(self):
        """As when it crashes: its synthesiser notices, and ends as well."""
        end(self._server)

    def hang(self):
        """It stands still, with its socket open."""
        self._server.send_signal(signal.SIGSTOP)

    def go_on(self):
        self._server.send_signal(signal.SIGCONT)

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.kill()
        for process_group in self._groups:
            try:
                os.killpg(process_group, signal.SIGKILL)
            except ProcessLookupError:
                pass


__all__ = ['Failure', 'SpeechServer', 'end', 'missing_part', 'wait_for']
