"""The real presence-watch among parts of a desktop, real or played, that a test starts and stops.

A test is a function that takes a World, in which nothing of the person's own session is seen. It
raises Failure when what it waits for does not come, or Skip with a reason. run_tests() reports in
TAP. To be run with
  PRESENCE_WATCH    the program
  LOWTIDE_PATIENCE  what all deadlines are multiplied with (1), for slow builds
"""

import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback

from gi.repository import Gio, GLib

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'support'))
from sockets import is_listening  # noqa: E402

PATIENCE = float(os.environ.get('LOWTIDE_PATIENCE', '1'))

# All may own every name, as the parts that are played need to; nothing is started by surprise, but
# by what a test puts into a folder.
BUS_CONFIGURATION = '''<!DOCTYPE busconfig PUBLIC
  "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow user="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
'''


class Failure(Exception):
    """Something the test waited for, or demands, is not there."""


class Skip(Exception):
    """The test cannot be done here."""


def demand_programs(*names):
    """Each is a package of its own; ./check installs them."""
    for name in names:
        if shutil.which(name) is None:
            raise Skip(f'{name} is not installed')


def wait_for(what, condition, seconds=10):
    """Returns the first true value of condition(). What is played on a bus answers meanwhile."""
    deadline = time.monotonic() + seconds * PATIENCE
    while True:
        while GLib.MainContext.default().iteration(False):
            pass
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise Failure(f'{what} did not come within {seconds * PATIENCE:g} s')
        time.sleep(0.01)


class Watcher:
    """What is tested, and what it says line by line."""

    def __init__(self, process):
        self.process = process
        self.heard = []
        self._lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self._lines.put(line.strip())

    def _next(self):
        try:
            line = self._lines.get_nowait()
        except queue.Empty:
            return None
        self.heard.append(line)
        return line

    def next(self, wanted='something', seconds=10):
        """Waits for a line and returns its words."""
        return wait_for(f'“{wanted}” (heard: {self.heard})', self._next, seconds).split()

    def expect(self, wanted, seconds=10):
        """Waits for a line that begins so, and demands that it is the next. Returns its words."""
        line = ' '.join(self.next(wanted, seconds))
        if not f'{line} '.startswith(wanted + ' '):
            raise Failure(f'“{line}” came in place of “{wanted}” (heard: {self.heard})')
        return line.split()

    def expect_age(self, wanted, low, high, seconds=10):
        """Likewise, of a state that began so many seconds ago."""
        age = float(self.expect(wanted, seconds)[2])
        if not low <= age <= high + PATIENCE - 1:
            raise Failure(f'“{wanted}” began {age} s ago, not {low} to {high}')

    def expect_silence(self, seconds):
        """Demands that nothing is said for a while."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            GLib.MainContext.default().iteration(False)
            line = self._next()
            if line is not None:
                raise Failure(f'“{line}” came where nothing should (heard: {self.heard})')
            time.sleep(0.01)

    def processor_seconds(self):
        with open(f'/proc/{self.process.pid}/stat', encoding='ascii') as file:
            user, system = file.read().rpartition(')')[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf('SC_CLK_TCK')

    def count_switches(self):
        """Of all threads, whoever wanted them."""
        tasks = f'/proc/{self.process.pid}/task'
        count = 0
        for task in os.listdir(tasks):
            with open(f'{tasks}/{task}/status', encoding='ascii') as file:
                count += sum(int(line.split()[1]) for line in file if 'ctxt_switches' in line)
        return count

    def _measure_second(self):
        used, switches = self.processor_seconds(), self.count_switches()
        time.sleep(1)
        return self.processor_seconds() - used, self.count_switches() - switches

    def expect_rest(self):
        """Demands that it does nothing at all for a second, one of three: GLib ends idle threads."""
        for _ in range(3):
            used, switches = self._measure_second()
            if used == 0 and switches == 0:
                return
        raise Failure(f'{used} s of work and {switches} switches in a second of rest')

    def say(self, line):
        self.process.stdin.write(line + '\n')
        self.process.stdin.flush()

    def stop(self):
        """It must end by itself when its input does, with nothing left behind."""
        self.process.stdin.close()
        status = self.process.wait(10 * PATIENCE)
        if status != 0:
            raise Failure(f'it ended with {status}')


class World:
    """`with World() as world:` a folder, an environment, and what was started in it."""

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(prefix='lowtide-presence-')
        self._processes = []
        self._watcher = None
        runtime = self.path('run')
        os.mkdir(runtime, 0o700)
        self.environment = {
            **{name: value for name, value in os.environ.items()
               if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'WAYLAND_SOCKET', 'XDG_SESSION_ID',
                               'G_DEBUG')},
            'HOME': self.path(''),
            'XDG_RUNTIME_DIR': runtime,
            'GSETTINGS_BACKEND': 'memory',
            'DBUS_SESSION_BUS_ADDRESS': f'unix:path={self.path("session-bus")}',
            'DBUS_SYSTEM_BUS_ADDRESS': f'unix:path={self.path("system-bus")}',
        }
        return self

    def __exit__(self, *_):
        for process in reversed(self._processes):
            self.end(process)
        self._folder.cleanup()

    def path(self, name):
        return os.path.join(self._folder.name, name)

    def start(self, *command, **options):
        """Starts a part, in a group of its own; its words go to a file."""
        with open(self.path('log'), 'ab') as log:
            process = subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL,
                                       stdout=log, stderr=log, start_new_session=True, **options)
        self._processes.append(process)
        return process

    def adopt(self, process):
        """Ends a process of its own group with the world."""
        self._processes.append(process)

    def end(self, process, with_signal=signal.SIGKILL):
        """Ends a part and what it started."""
        if process not in self._processes:
            return
        self._processes.remove(process)
        try:
            os.killpg(process.pid, with_signal)
        except ProcessLookupError:
            pass
        process.wait()

    def run(self, *command):
        subprocess.run(command, env=self.environment, check=True, stdin=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL, timeout=20 * PATIENCE)

    def log(self):
        try:
            with open(self.path('log'), encoding='utf-8', errors='replace') as file:
                return file.read()
        except FileNotFoundError:
            return ''

    def start_bus(self, kind='session'):
        """Starts the bus of the session or of the system."""
        demand_programs('dbus-daemon')
        socket = self.path(f'{kind}-bus')
        if os.path.exists(socket):
            os.unlink(socket)
        with open(self.path('bus.conf'), 'w', encoding='utf-8') as file:
            file.write(BUS_CONFIGURATION.format(socket=socket,
                                                services=self.path('services')))
        bus = self.start('dbus-daemon', '--nofork', f'--config-file={self.path("bus.conf")}')
        wait_for('the bus', lambda: is_listening(socket))
        return bus

    def connect(self, kind='session'):
        """A connection of the test's own."""
        flags = Gio.DBusConnectionFlags
        return Gio.DBusConnection.new_for_address_sync(
            f'unix:path={self.path(f"{kind}-bus")}',
            flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)

    def watch(self, idle_after=2):
        """Starts presence-watch."""
        return self.drive(os.environ['PRESENCE_WATCH'], str(idle_after))

    def drive(self, *command):
        """Starts what is tested. Its own warnings end it, unlike those of the other parts."""
        environment = {**self.environment, 'G_DEBUG': 'fatal-warnings'}
        process = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, text=True, start_new_session=True)
        self._processes.append(process)
        return Watcher(process)


def run_test(test):
    """Returns None, or why it was skipped; raises what was wrong."""
    with World() as world:
        try:
            test(world)
        except Skip as reason:
            return str(reason)
        except Exception:
            print(world.log()[-4000:], file=sys.stderr)
            raise
    return None


def run_tests(*tests):
    """Runs functions, each in a world of its own; exits with 1 if any fails."""
    print(f'1..{len(tests)}', flush=True)
    failed = 0
    for number, test in enumerate(tests, start=1):
        title = test.__doc__.splitlines()[0].rstrip('.')
        try:
            reason = run_test(test)
            print(f'ok {number} - {title}' + (f' # SKIP {reason}' if reason else ''), flush=True)
        except Exception:
            failed += 1
            traceback.print_exc()
            print(f'not ok {number} - {title}', flush=True)
    sys.exit(1 if failed else 0)
