"""lowtidectl remind, with a played reminder on a private bus: test_remind.py PROGRAM. Prints TAP."""

import json
import os
import subprocess
import sys
import tempfile
import time

from gi.repository import GLib

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'support'))
from played_reminder import PlayedReminder  # noqa: E402
from sockets import is_listening  # noqa: E402

CONFIGURATION = '''<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
'''

FINE, FAILED, USAGE = 0, 1, 2

USAGE_ERRORS = [
    (['remind'], 'remind'),
    (['remind', 'shout'], 'shout'),
    (['remind', 'resume', '5'], 'remind resume'),
    (['remind', 'pause', '0'], '1440'),
    (['remind', 'pause', '1441'], '1440'),
    (['remind', 'pause', '-5'], '-5'),
    (['remind', 'pause', 'soon'], 'minutes'),
    (['remind', 'status', '--condition', 'pregnancy'], '--condition'),
]

# What is typed, and what the reminder hears.
TOLD = [
    (['pause', '45'], ('Pause', 45)),
    (['pause'], ('Pause', 0)),
    (['resume'], ('Resume',)),
    (['standing'], ('SetStanding', True)),
    (['sitting'], ('SetStanding', False)),
]

MEMBERS = ['state', 'sat_s', 'limit_s', 'growing', 'stood_s', 'holds', 'quiet_until', 'source',
           'has_server']


class Bus:
    """A bus on which nothing is but what a test puts there."""

    def __init__(self, folder):
        self.address = f'unix:path={folder}/bus.socket'
        configuration = os.path.join(folder, 'bus.conf')
        with open(configuration, 'w', encoding='utf-8') as file:
            file.write(CONFIGURATION.format(socket=f'{folder}/bus.socket'))
        self._process = subprocess.Popen(['dbus-daemon', f'--config-file={configuration}', '--nofork'],
                                         stdin=subprocess.DEVNULL)
        deadline = time.monotonic() + 20
        while not is_listening(f'{folder}/bus.socket') and time.monotonic() < deadline:
            time.sleep(0.02)

    def end(self):
        self._process.terminate()
        self._process.wait()


class Tests:
    def __init__(self, program, folder):
        self._program = os.path.abspath(program)
        self._environment = {**os.environ, 'XDG_DATA_HOME': folder, 'XDG_RUNTIME_DIR': folder}
        self._bus = Bus(folder)
        self.address = self._bus.address

    def end(self):
        self._bus.end()

    def run(self, *words, address=True):
        environment = {name: value for name, value in self._environment.items()
                       if name != 'DBUS_SESSION_BUS_ADDRESS'}
        if address:
            environment['DBUS_SESSION_BUS_ADDRESS'] = address if address is not True else self.address
        return subprocess.run([self._program, *words], env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=60)

    def fail(self, status, *words, **more):
        done = self.run(*words, **more)
        assert done.returncode == status, f'{words}: {done.returncode}, {done.stderr}'
        assert done.stdout == '', done.stdout
        return done.stderr

    def status(self, *words):
        done = self.run('remind', *words, '--json')
        assert done.returncode == FINE, f'{words}: {done.returncode}, {done.stderr}'
        return json.loads(done.stdout)

    def check_usage(self):
        """What makes no sense is refused before anybody is asked."""
        for words, part in USAGE_ERRORS:
            message = self.fail(USAGE, *words)
            assert part in message, f'{words}: {message}'

    def check_nobody(self):
        """Without a reminder, or without any bus, one line says so."""
        message = self.fail(FAILED, 'remind', 'status')
        assert 'does not run' in message and message.count('\n') == 1, message
        message = self.fail(FAILED, 'remind', 'pause', address=False)
        assert 'no session bus' in message and message.count('\n') == 1, message
        message = self.fail(FAILED, 'remind', 'pause', address='unix:path=/nowhere')
        assert 'cannot be reached' in message and message.count('\n') == 1, message

    def check_status(self):
        """The status has all members, and words for each of them."""
        with PlayedReminder(self.address, Holds=['camera', 'from-the-future']) as reminder:
            found = self.status('status')
            assert list(found) == MEMBERS, found
            assert (found['state'], found['sat_s'], found['growing']) == ('sitting', 1500, True), found
            assert found['quiet_until'] is None and found['holds'][0] == 'camera', found
            text = self.run('remind', 'status').stdout
            for part in ('sitting', '25 of 30 minutes', 'the camera is in use; from-the-future', 'GNOME'):
                assert part in text, text
            reminder.spell = (0, 2700, False, 600)
            reminder.set(State='standing', Source='none')
            text = self.run('remind', 'status').stdout
            assert '10 of 45 minutes' in text and 'time alone' in text, text

    def check_telling(self):
        """The reminder hears what is typed, and the status is that of after it."""
        with PlayedReminder(self.address) as reminder:
            for words, call in TOLD:
                reminder.forget()
                found = self.status(*words)
                assert reminder.calls == [call], reminder.calls
            assert found['state'] == 'sitting', found
            until = GLib.DateTime.new_from_iso8601(self.status('pause', '60')['quiet_until'], None)
            assert 3500 < until.to_unix() - time.time() <= 3600, until
            assert self.status('resume')['quiet_until'] is None

    def check_refusal(self):
        """A reminder that refuses, or does not answer, is one line and no success."""
        with PlayedReminder(self.address) as reminder:
            reminder.refusal = 'org.freedesktop.DBus.Error.InvalidArgs'
            message = self.fail(FAILED, 'remind', 'standing')
            assert 'it was told to refuse' in message and 'GDBus' not in message, message
            reminder.refusal, reminder.is_silent = None, True
            message = self.fail(FAILED, 'remind', 'standing')
            assert 'does not answer' in message, message


def main():
    with tempfile.TemporaryDirectory() as folder:
        tests = Tests(sys.argv[1], folder)
        checks = [getattr(tests, name) for name in dir(Tests) if name.startswith('check_')]
        failed = False
        print(f'1..{len(checks)}', flush=True)
        for number, check in enumerate(checks, 1):
            title = check.__doc__.rstrip('.')
            try:
                check()
                print(f'ok {number} - {title}', flush=True)
            except Exception as error:  # each check reports, whatever went wrong in it
                failed = True
                print(f'not ok {number} - {title}', flush=True)
                print(f'{type(error).__name__}: {error}', file=sys.stderr, flush=True)
        tests.end()
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
