"""Drives the real program through its accessible names, as a person with a screen reader would.

A test is a function that takes a started Program and raises Failure (or AssertionError) when what it
looks for does not come. run_tests() runs a list of them, each with a program of its own, and reports
in TAP. Everything waits with a deadline: nothing sleeps for a fixed time in the hope that it is enough.

To be run inside tests/support/headless, with
  LOWTIDE_PROGRAM      the program to start
  LOWTIDE_SCREENSHOTS  where pictures of failures go (the current folder)
  LOWTIDE_PATIENCE     what all deadlines are multiplied with (1), for slow builds
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import traceback

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib

import person

APPLICATION_ID = 'org.lowtide.Lowtide'
WINDOW_TITLE = 'Lowtide'
PATIENCE = float(os.environ.get('LOWTIDE_PATIENCE', '1'))

# How many of the program's last lines a failure shows.
MESSAGES_SHOWN = 60

# Labels and windows offer actions too (copy, close); these are the ones that press something.
PRESSING_ACTIONS = ('click', 'activate', 'toggle')

# What GLib prints: "(lowtide:123): coach-player-WARNING **: 12:00:00.000: ...".
LOG_LINE = re.compile(r'^\([^)]*:\d+\): (?P<domain>[\w.-]+)-(?P<level>WARNING|CRITICAL|ERROR) \*\*')
OWN_DOMAIN = re.compile(r'coach-|lowtide', re.IGNORECASE)


class Failure(Exception):
    """Something the test waited for, or demands, is not there."""


class Skip(Exception):
    """The test cannot be run on this machine; the text says why."""


def wait_for(what, condition, seconds=10):
    """Returns the first true value of condition(), which is asked again until the deadline."""
    deadline = time.monotonic() + seconds * PATIENCE
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise Failure(f'{what} did not come within {seconds * PATIENCE:g} s')
        time.sleep(0.05)


def save_screenshot(path):
    """Saves the whole virtual screen as a PNG."""
    subprocess.run(['import', '-window', 'root', path], check=True, stdin=subprocess.DEVNULL)
    return os.path.abspath(path)


class Node:
    """One accessible object; a thin shell that knows the traps of GTK 4.8's implementation."""

    def __init__(self, accessible):
        self._accessible = accessible

    @property
    def path(self):
        """What tells it from all others."""
        return self._accessible.path

    @property
    def name(self):
        return self._accessible.get_name() or ''

    @property
    def role(self):
        return self._accessible.get_role_name()

    @property
    def description(self):
        return self._accessible.get_description() or ''

    @property
    def states(self):
        self._accessible.clear_cache()
        return {state.value_nick for state in self._accessible.get_state_set().get_states()}

    @property
    def text(self):
        """The text of a label or entry. An end of -1 would give an empty one."""
        length = Atspi.Text.get_character_count(self._accessible)
        return Atspi.Text.get_text(self._accessible, 0, length)

    @property
    def extents(self):
        """Rectangle in the window, in pixels: (x, y, width, height). GTK refuses screen coordinates."""
        box = Atspi.Component.get_extents(self._accessible, Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    def is_mapped(self):
        """Whether it is on a page that is shown, though perhaps scrolled out of sight.

        Pages that are not shown stay in the tree: with no size when they never were, with their old
        size when they were before. GTK answers "contains" for mapped widgets only.
        """
        if self._accessible.get_component_iface() is None:      # the pages of a GtkStack
            return True
        x, y, width, height = self.extents
        if width <= 0 or height <= 0:
            return False
        return Atspi.Component.contains(self._accessible, x + width // 2, y + height // 2,
                                        Atspi.CoordType.WINDOW)

    def is_called(self, name):
        """name is the whole name, or a compiled pattern to be found in it.

        A button with a mnemonic is named "_Pause Pause" in GTK 4.8.
        """
        if isinstance(name, re.Pattern):
            return name.search(self.name) is not None
        return self.name in (name, f'_{name} {name}')

    def children(self):
        self._accessible.clear_cache()
        for index in range(self._accessible.get_child_count()):
            child = self._accessible.get_child_at_index(index)
            if child is not None:
                yield Node(child)

    def mapped_descendants(self):
        """Depth first, without the pages that are not shown."""
        for child in self.children():
            if child.is_mapped():
                yield child
                yield from child.mapped_descendants()

    def pressing_action(self):
        """Index of the action that presses it, or None."""
        if self._accessible.get_action_iface() is None:
            return None
        for index in range(Atspi.Action.get_n_actions(self._accessible)):
            if Atspi.Action.get_action_name(self._accessible, index) in PRESSING_ACTIONS:
                return index
        return None

    def do_action(self, index):
        return Atspi.Action.do_action(self._accessible, index)

    def set_text(self, text):
        return Atspi.EditableText.set_text_contents(self._accessible, text)

    def value(self):
        return Atspi.Value.get_current_value(self._accessible)

    def set_value(self, value):
        return Atspi.Value.set_current_value(self._accessible, value)


class Program:
    """The running program: `with Program() as program:` starts it, and ends and judges it.

    It has a data folder of its own, unless the environment names one: of somebody who has been welcomed
    and has no warning signs. stored, a function, puts something else there; None leaves it empty.
    """

    def __init__(self, *arguments, environment=None, stored=person.write_answered):
        self._command = [os.environ['LOWTIDE_PROGRAM'], *arguments]
        self._data_home = tempfile.TemporaryDirectory(prefix='lowtide-data-')
        self._environment = {**os.environ, 'XDG_DATA_HOME': self._data_home.name,
                             **(environment or {})}
        if stored is not None:
            stored(self._data_home.name)
        self._messages = tempfile.TemporaryFile(mode='w+', errors='replace')
        self._process = None
        self._root = None

    # Start and end

    def start(self):
        return subprocess.Popen(self._command, env=self._environment, stdin=subprocess.DEVNULL,
                                stdout=self._messages, stderr=subprocess.STDOUT)

    def __enter__(self):
        self._process = self.start()
        try:
            self._root = wait_for('the program on the accessibility bus', self._find_root, 20)
            self.wait(WINDOW_TITLE, role='frame', seconds=20)
        except BaseException:
            self._end(by_force=True)
            remark(self.last_messages)
            raise
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None:
            self._end(by_force=True)
            remark(self.last_messages)
            return False
        status = self._end(by_force=False)
        problems = self.problems()
        if status != 0 or problems:
            remark(self.last_messages)
        if status != 0:
            raise Failure(f'the program ended with status {status}')
        if problems:
            raise Failure(f'the program complained: {problems[0]}')
        return False

    def _end(self, by_force):
        """Returns the exit status. A program that does not end by itself has failed."""
        if not by_force:
            self._ask_to_quit()
        try:
            return self._process.wait(0 if by_force else 10 * PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            return 'killed, it did not quit'

    def _ask_to_quit(self):
        """By its own action, as the menu does, so that no key can go astray."""
        if self._process.poll() is not None:
            return
        try:
            self.activate_action('quit')
        except GLib.Error as error:
            remark(f'quit was not answered: {error.message}')

    @property
    def messages(self):
        self._messages.seek(0)
        return self._messages.read()

    @property
    def last_messages(self):
        return '\n'.join(self.messages.splitlines()[-MESSAGES_SHOWN:])

    def problems(self):
        """Criticals of anybody, and warnings of our own modules."""
        found = []
        for line in self.messages.splitlines():
            match = LOG_LINE.match(line)
            if match and (match['level'] != 'WARNING' or OWN_DOMAIN.match(match['domain'])):
                found.append(line)
        return found

    @property
    def pid(self):
        return self._process.pid

    def processor_seconds(self):
        """What the program has used of the processor so far, for itself and in the kernel."""
        with open(f'/proc/{self._process.pid}/stat', encoding='ascii') as stat:
            fields = stat.read().rpartition(')')[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')

    def has_ended(self):
        return self._process.poll() is not None

    def _demand_alive(self):
        if self._process.poll() is not None:
            raise Failure(f'the program has ended, with status {self._process.returncode}')

    def _find_root(self):
        self._demand_alive()
        for application in Node(Atspi.get_desktop(0)).children():
            if application._accessible.get_process_id() == self._process.pid:
                return application
        return None

    # Looking

    @property
    def root(self):
        """The accessible object of Atspi that holds all windows."""
        return self._root._accessible

    def find(self, name, role=None):
        """The first shown object of this name and role, or None."""
        self._demand_alive()
        try:
            for node in self._root.mapped_descendants():
                if node.is_called(name) and role in (None, node.role):
                    return node
        except GLib.Error:              # it went away while we looked: the next look will tell
            pass
        return None

    def wait(self, name, role=None, seconds=10):
        """The same, waiting for it."""
        text = name.pattern if isinstance(name, re.Pattern) else name
        return wait_for(f'{role or "object"} "{text}"', lambda: self.find(name, role), seconds)

    def wait_until_gone(self, name, role=None, seconds=10):
        wait_for(f'the end of "{name}"', lambda: self.find(name, role) is None, seconds)

    def find_focused(self):
        """What has the focus in the newest window, or None."""
        for node in self.windows()[-1].mapped_descendants():
            if 'focused' in node.states:
                return node
        return None

    def screenshot(self, path):
        return save_screenshot(path)

    def wait_until_still(self, node):
        """Waits until it no longer moves or grows, as it does while pages slide."""
        def is_still():
            before = node.extents
            time.sleep(0.25)
            return node.extents == before

        wait_for('the end of the transition', is_still)

    def picture_of(self, node):
        """The pixels that the screen shows there, to be compared."""
        window_x, window_y = self._window_position()
        x, y, width, height = node.extents
        if x < 0 or y < 0 or width < 8 or height < 8:
            raise Failure(f'there is nothing to see of "{node.name}" at {node.extents}')
        area = f'{width}x{height}+{window_x + x}+{window_y + y}'
        shot = subprocess.run(['import', '-window', 'root', '-crop', area, '-depth', '8', 'rgb:-'],
                              check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE)
        if shot.stderr:
            raise Failure(f'"{node.name}" is off the screen at {area}')
        return shot.stdout

    def windows(self):
        """All windows, dialogs among them, the oldest first."""
        try:
            return [node for node in self._root.children() if node.is_mapped()]
        except GLib.Error:              # one was closed while we looked
            return []

    def wait_for_windows(self, number):
        wait_for(f'{number} windows', lambda: len(self.windows()) == number)

    # Doing

    def close_window(self):
        """Closes the newest window, by the button in its corner."""
        windows = self.windows()
        for node in windows[-1].mapped_descendants():
            if node.is_called('Close') and node.role == 'push button':
                node.do_action(node.pressing_action())
                break
        self.wait_for_windows(len(windows) - 1)

    def press(self, name, role=None, seconds=10):
        """Presses it by its action, or with the mouse: list rows have no action."""
        node = self.wait(name, role, seconds)
        index = node.pressing_action()
        if index is None:
            self.click(node)
        elif not node.do_action(index):
            raise Failure(f'"{name}" could not be pressed')
        return node

    def begin_session(self):
        """Presses Start and says that it is as last time; leads to what comes before a session."""
        self.press('Start', role='push button')
        self.press('Same as last time', role='push button')

    def pass_cautions(self):
        """Leads on to a session of Today's. Whether a move of it wants care depends on the day."""
        signs = ('Pause', 'Start session')
        wait_for('the session or what comes before it',
                 lambda: any(self.find(sign, role='push button') for sign in signs))
        if self.find('Start session', role='push button'):
            self.press('Start session', role='push button')
        self.wait('Pause', role='push button')

    def open_menu_item(self, name):
        """A GtkMenuButton is two buttons of one name; the inner one opens the menu."""
        outer = self.wait('Main menu', 'push button')
        inner = next(node for node in outer.mapped_descendants() if node.role == 'push button')
        inner.do_action(inner.pressing_action())
        self.press(name, role='menu item')

    def activate_action(self, name, *parameters):
        """Asks for an action of the application over D-Bus, as a launcher or a notification does."""
        path = '/' + APPLICATION_ID.replace('.', '/')
        Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            APPLICATION_ID, path, 'org.freedesktop.Application', 'ActivateAction',
            GLib.Variant('(sava{sv})', (name, list(parameters), {})), None,
            Gio.DBusCallFlags.NO_AUTO_START, 5000, None)

    def point_to(self, node):
        """Moves the pointer to its middle."""
        x, y, width, height = node.extents
        self._move_pointer(x + width // 2, y + height // 2)

    def point_away(self):
        """Moves the pointer to where nothing is, in the corner of the window."""
        x, y, width, height = self.windows()[0].extents
        self._move_pointer(x + width - 2, y + height - 2)

    def click(self, node):
        self.point_to(node)
        subprocess.run(['xdotool', 'click', '1'], check=True)

    def find_in_group(self, group, name):
        """The shown object of this name in a group of radio buttons, or None."""
        box = self.find(group, role='grouping')
        found = [node for node in box.mapped_descendants() if node.is_called(name)] if box else []
        return found[0] if found else None

    def choose(self, group, name):
        """Chooses a radio button: they have no action, so with the mouse, scrolled to if need be."""
        node = wait_for(f'"{name}"', lambda: self.find_in_group(group, name))
        x, y, width, height = self.windows()[0].extents
        for _ in range(60):
            top = node.extents[1]
            if 0.1 * height < top < 0.8 * height:
                break
            self._move_pointer(x + width // 2, y + height // 2)
            subprocess.run(['xdotool', 'click', '4' if top < 0.1 * height else '5'], check=True)
            time.sleep(0.1)
        self.wait_until_still(node)
        self.click(node)

    def enter_text(self, name, text):
        """Replaces the text of an entry; the row that it is in may be called the same."""
        node = wait_for(f'an entry "{name}"',
                        lambda: self.find(name, 'entry') or self.find(name, 'text'))
        if not node.set_text(text):
            raise Failure(f'"{name}" takes no text')

    def enter_value(self, name, value):
        """Sets a spin button."""
        node = self.wait(name, role='spin button')
        if not node.set_value(value):
            raise Failure(f'"{name}" takes no value')

    def key(self, *keys):
        """Presses keys, in xdotool's names. They go to the window under the pointer."""
        self.point_away()
        subprocess.run(['xdotool', 'key', *keys], check=True)

    def resize(self, width, height):
        subprocess.run(['xdotool', 'windowsize', '--sync', self._window_id(),
                        str(width), str(height)], check=True, timeout=10 * PATIENCE)

    def activate(self):
        """Gives it the keyboard, where there is a window manager."""
        wait_for('the keyboard', lambda: subprocess.run(
            ['xdotool', 'windowactivate', '--sync', self._window_id()], stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, check=False, timeout=10 * PATIENCE).returncode == 0)

    def _move_pointer(self, x, y):
        """To a place in the window."""
        subprocess.run(['xdotool', 'mousemove', '--window', self._window_id(), str(x), str(y)],
                       check=True)

    def _window_id(self):
        search = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name',
                                 f'^{WINDOW_TITLE}$'], check=True, text=True, stdout=subprocess.PIPE)
        return search.stdout.split()[-1]

    def _window_position(self):
        geometry = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', self._window_id()],
                                  check=True, text=True, stdout=subprocess.PIPE).stdout
        values = dict(line.split('=') for line in geometry.splitlines())
        return int(values['X']), int(values['Y'])


def remark(text):
    """On standard error, which Meson shows of a program that failed; remarks in TAP it keeps back."""
    if text:
        print(text, file=sys.stderr, flush=True)


def keep_screenshot(title):
    folder = os.environ.get('LOWTIDE_SCREENSHOTS', '.')
    os.makedirs(folder, exist_ok=True)
    try:
        path = save_screenshot(os.path.join(folder, f'failed-{title.replace(" ", "-")}.png'))
        remark(f'the screen then: {path}')
    except (OSError, subprocess.CalledProcessError) as error:
        remark(f'no screenshot: {error}')


def passes(title, test, start):
    """Whether it does, and why it was skipped, if it was."""
    try:
        with start() as program:
            try:
                test(program)
            except Skip:
                raise
            except Exception:
                keep_screenshot(title)      # while the window is still there
                raise
    except Skip as reason:
        return True, f' # SKIP {" ".join(str(reason).split())}'
    except (Failure, AssertionError) as error:
        remark(f'{title}: {error}')
        return False, ''
    except Exception:
        remark(traceback.format_exc())
        return False, ''
    return True, ''


def stored_by(store):
    """Decorates a test whose program finds what store(folder) puts into its data folder; None for
    nothing."""
    def decorate(test):
        test.start = lambda: Program(stored=store)
        return test
    return decorate


def run_tests(tests, program=Program):
    """Runs functions, each with a program of its own; exits with 1 if any fails.

    A test's name is its function's, its title the first line of the function's comment.
    """
    Atspi.set_timeout(int(5000 * PATIENCE), int(15000 * PATIENCE))
    print(f'1..{len(tests)}', flush=True)
    failed = 0
    for number, test in enumerate(tests, start=1):
        title = test.__doc__.splitlines()[0].rstrip('.')
        start = getattr(test, 'start', program)
        ok, skipped = passes(test.__name__.removeprefix('test_'), test, start)
        failed += not ok
        print(f'{"ok" if ok else "not ok"} {number} - {title}{skipped}', flush=True)
    sys.exit(1 if failed else 0)
