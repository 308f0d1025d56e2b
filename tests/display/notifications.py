"""A real notification server for tests: dunst, on the virtual screen, with what it shows written down."""

import os
import shutil
import stat
import subprocess
import tempfile

from lowtide_driver import Failure, wait_for

CONFIGURATION = '''
[global]
    origin = top-right
    dmenu = {menu}
    context = yes
    idle_threshold = 0
    show_indicators = no

[urgency_low]
    timeout = 0

[urgency_normal]
    timeout = 0

[urgency_critical]
    timeout = 0

[record]
    script = {record}
'''

# What dunst calls for each notification: one line of a file, its members apart by tabs.
RECORD = '''#!/bin/sh
printf '%s\\t%s\\t%s\\n' "$DUNST_URGENCY" "$DUNST_SUMMARY" "$DUNST_BODY" >>"{shown}"
'''

# What dunst asks which action is meant: the lines of a menu come in, the chosen one goes out.
MENU = '''#!/bin/sh
tee -a "{offered}" | grep -F -m 1 -f "{wanted}"
'''


class Notification:
    """What was shown once."""

    def __init__(self, line):
        self.urgency, self.title, self.body = line.split('\t')


class NotificationServer:
    """`with NotificationServer() as server:` on the session bus that is there."""

    def __init__(self):
        self._folder = None
        self._server = None

    @staticmethod
    def is_installed():
        return shutil.which('dunst') is not None and shutil.which('dunstctl') is not None

    def _path(self, name):
        return os.path.join(self._folder.name, name)

    def _write(self, name, text, mode=0o600):
        with open(self._path(name), 'w', encoding='utf-8') as file:
            file.write(text)
        os.chmod(self._path(name), mode)

    def _write_files(self):
        names = {name: self._path(name) for name in ('menu', 'record', 'shown', 'offered', 'wanted')}
        self._write('dunstrc', CONFIGURATION.format(**names))
        self._write('record', RECORD.format(**names), stat.S_IRWXU)
        self._write('menu', MENU.format(**names), stat.S_IRWXU)
        for name in ('shown', 'offered', 'wanted'):
            self._write(name, '')

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory()
        self._write_files()
        self._server = subprocess.Popen(['dunst', '-config', self._path('dunstrc')],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        wait_for('the notification server', lambda: self._control('count').returncode == 0)
        return self

    def __exit__(self, *_):
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()

    @staticmethod
    def _control(*words):
        return subprocess.run(['dunstctl', *words], stdin=subprocess.DEVNULL, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def shown(self):
        """All that was ever shown, the oldest first."""
        with open(self._path('shown'), encoding='utf-8') as file:
            return [Notification(line.rstrip('\n')) for line in file]

    def wait(self, number):
        """Waits for so many in all, and returns the newest."""
        wait_for(f'notification {number}', lambda: len(self.shown()) >= number)
        shown = self.shown()
        if len(shown) > number:
            raise Failure(f'{len(shown)} notifications were shown, {number} should have been')
        return shown[-1]

    def count(self):
        """How many are on the screen now."""
        return int(self._control('count', 'displayed').stdout or 0)

    def wait_until_gone(self):
        wait_for('the end of the notification', lambda: self.count() == 0)

    def press(self, button):
        """Presses a button of what is on the screen, by the menu that dunst opens for it."""
        self._write('wanted', button + '\n')
        self._write('offered', '')
        self._control('context')
        wait_for(f'the menu with “{button}”', lambda: button in self._read_offered())

    def open(self):
        """Clicks on the newest one itself."""
        self._control('action', '0')

    def _read_offered(self):
        with open(self._path('offered'), encoding='utf-8') as file:
            return file.read()
