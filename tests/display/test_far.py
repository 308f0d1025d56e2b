"""The far view of a session: when it comes and goes, how it is turned, and the monitor it fills.

The program's clock stands until it is moved, so that 20 seconds without a touch cost nothing.
"""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

from gi.repository import Gio, GLib

import person
from lowtide_driver import Failure, Program, Skip, run_tests, wait_for
from test_session import start_session

NOW = '2024-02-29T08:30:00+00:00'       # just before where the clock stands
IDLE_S = 20
ANY_NAME = re.compile('')               # in a session the window is called after what it tells
SOCKET = 'wayland-lowtide'
DISPLAY_CONFIG = 'org.gnome.Mutter.DisplayConfig'
# What the program and the compositor say to each other. Without a real monitor the compositor may
# stop painting, so that the window itself does not tell of its new size.
MOVED = re.compile(r'unset_fullscreen\(\).*[^n]set_fullscreen\(wl_output.*configure\(1280, 800',
                   re.DOTALL)
FAR = {'name': 'Far view', 'role': 'panel'}
PAUSE = {'name': 'Pause', 'role': 'push button'}


class ByHand(Program):
    """The program on its standing clock, of somebody who has checked in and may exercise."""

    def __init__(self, **environment):
        self._folder = tempfile.TemporaryDirectory()
        checkin = {'when': NOW, 'zones': {'buttock-left': 2}, 'flags': {'left': [], 'right': []}}
        person.write(self._folder.name, person.make_profile(day=NOW[:10]), {'checkins': [checkin]})
        super().__init__(environment={'XDG_DATA_HOME': self._folder.name, **environment}, stored=None)

    def advance(self, seconds):
        self.activate_action('advance-clock', GLib.Variant('u', seconds))

    def move_hand(self, times=6):
        """Moves the pointer as a hand does, in steps."""
        x, y, width, height = self.wait(ANY_NAME, role='frame').extents
        for step in range(times):
            self._move_pointer(x + width // 2 + 12 * step, y + height // 3)

    def open_far_menu(self):
        """A GtkMenuButton is two buttons of one name; the inner one opens the menu."""
        outer = self.wait('Far view', role='push button')
        inner = next(node for node in outer.mapped_descendants() if node.role == 'push button')
        inner.do_action(inner.pressing_action())

    def choose_in_far_menu(self, name):
        self.open_far_menu()
        self.press(name, role='menu item')
        wait_for('the end of the menu', lambda: self.find(name, role='menu item') is None)

    def demand(self, name, role=None):
        if self.find(name, role) is None:
            raise Failure(f'“{name}” is not there')

    def frame(self):
        """Where the window is on the screen: x, y, width, height."""
        shown = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', self._window_id()],
                               check=True, text=True, stdout=subprocess.PIPE).stdout
        values = dict(line.split('=') for line in shown.splitlines())
        return tuple(int(values[key]) for key in ('X', 'Y', 'WIDTH', 'HEIGHT'))


def go_far(program):
    start_session(program)
    program.advance(IDLE_S)
    program.wait(**FAR)


def let_a_second_pass():
    begun = time.monotonic()
    wait_for('the next second', lambda: time.monotonic() - begun > 1)


def demand_near(program):
    program.wait(**PAUSE)
    program.wait_until_gone(**FAR)


def demand_focus(program, name):
    def has_focus():
        node = program.find_focused()
        return node is not None and node.is_called(name)

    wait_for(f'the focus on {name}', has_focus)


def demand_question(program):
    """What hurts is asked, over a near view that is paused."""
    program.wait_for_windows(2)
    program.wait('Resume', role='push button')
    program.wait_until_gone(**FAR)


class Desktop:
    """A window manager, without which nothing fills the screen."""

    def __init__(self, program):
        self._program = program

    def __enter__(self):
        if shutil.which('openbox') is None:
            raise Skip('openbox is not installed')
        self._process = subprocess.Popen(['openbox', '--sm-disable'], stdin=subprocess.DEVNULL,
                                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for('the window manager', self._activate)

    def _activate(self):
        """Whether the window has the keyboard, which is given to no window that was there before. While
        it is framed it is not seen for a moment."""
        try:
            window = self._program._window_id()
        except subprocess.CalledProcessError:
            return False
        subprocess.run(['xdotool', 'windowactivate', window], check=False, stderr=subprocess.DEVNULL)
        shown = subprocess.run(['xdotool', 'getactivewindow'], check=False, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return shown.returncode == 0 and shown.stdout.strip() == window

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait()


class OnTwoMonitors(ByHand):
    """The same under a compositor with two monitors: a virtual X screen has but one."""

    def __init__(self):
        super().__init__(GDK_BACKEND='wayland', WAYLAND_DISPLAY=SOCKET, WAYLAND_DEBUG='1')
        self._mutter = None

    def __enter__(self):
        if shutil.which('mutter') is None:
            raise Skip('mutter is not installed')
        environment = {name: value for name, value in os.environ.items()
                       if name not in ('DISPLAY', 'G_DEBUG')}       # its criticals are its own affair
        self._mutter = subprocess.Popen(
            ['mutter', '--headless', '--wayland', '--no-x11', '--wayland-display', SOCKET,
             '--virtual-monitor', '1280x800', '--virtual-monitor', '1024x768'],
            env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        try:
            socket = pathlib.Path(os.environ['XDG_RUNTIME_DIR'], SOCKET)
            wait_for('the compositor', socket.exists, 30)
            return super().__enter__()
        except BaseException:
            self._end_compositor()
            raise

    def __exit__(self, *error):
        try:
            return super().__exit__(*error)
        finally:
            self._end_compositor()

    def _end_compositor(self):
        self._mutter.terminate()
        self._mutter.wait()

    def _ask(self, method, parameters=None):
        return Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            DISPLAY_CONFIG, '/org/gnome/Mutter/DisplayConfig', DISPLAY_CONFIG, method, parameters,
            None, Gio.DBusCallFlags.NONE, 5000, None)

    def pull_out_second(self):
        """Leaves the first monitor alone, for this session only."""
        serial, monitors, _logical, _more = self._ask('GetCurrentState').unpack()
        (connector, *_), modes, _more = monitors[0]
        monitor = (0, 0, 1.0, 0, True, [(connector, modes[0][0], {})])
        self._ask('ApplyMonitorsConfig', GLib.Variant('(uua(iiduba(ssa{sv}))a{sv})',
                                                      (serial, 1, [monitor], {})))

    def window_size(self):
        return self.wait(ANY_NAME, role='frame').extents[2:]


def test_comes_by_itself(program):
    """After 20 s without a touch the far view comes, and says all in words."""
    start_session(program)
    program.advance(IDLE_S - 1)
    program.demand(**PAUSE)
    program.advance(1)
    program.wait(**FAR)
    for name in ('ROLL', '18 seconds left', 'Left side', 'Ball on the wall', 'It hurts'):
        program.wait(name)
    program.wait_until_gone(**PAUSE)


def test_touch_keeps_it_away(program):
    """A key or a hand at the pointer puts it off."""
    start_session(program)
    program.advance(15)
    program.key('shift')
    program.advance(15)
    program.demand(**PAUSE)
    program.move_hand()
    program.advance(15)
    program.demand(**PAUSE)
    program.advance(IDLE_S)             # the pointer's way to the program is not the clock's
    program.wait(**FAR)


def test_keys_work_from_afar(program):
    """Any key pauses and resumes without leaving the far view."""
    go_far(program)
    program.key('space')
    program.wait('PAUSED')
    program.wait('Press any key to go on')
    let_a_second_pass()             # two quick presses are something else
    program.key('x')
    program.wait('GET READY')
    program.demand(**FAR)
    program.demand(**FAR)


def test_tab(program):
    """Tab only shows the controls, with the focus where it was."""
    go_far(program)
    program.key('Tab')
    demand_near(program)
    demand_focus(program, 'Pause')


def test_hand(program):
    """The hand at the pointer brings the near view; one jump of the pointer does not."""
    go_far(program)
    program.point_to(program.wait('Left side'))
    program.point_away()
    program.wait('Left side')
    program.demand(**FAR)
    program.move_hand()
    demand_near(program)


def test_hurts_by_key(program):
    """H asks what hurts, over the near view."""
    go_far(program)
    program.key('h')
    demand_question(program)


def test_hurts_by_touch(program):
    """So does a press on the large button."""
    go_far(program)
    program.click(program.wait('It hurts', role='push button'))
    demand_question(program)


def test_press(program):
    """A press anywhere else pauses, and whoever presses sees the near view."""
    go_far(program)
    program.click(program.wait('Left side'))
    program.wait('Resume', role='push button')
    program.wait_until_gone(**FAR)


def test_turned(program):
    """For somebody on the side all is turned by a quarter, and pressed where it is seen."""
    start_session(program)
    program.choose_in_far_menu('On the Left Side')
    program.advance(IDLE_S)
    program.wait(**FAR)
    # GTK does not tell the places of what is turned: the button lies to the right, near the top.
    x, y, width, height = program.wait(ANY_NAME, role='frame').extents
    program._move_pointer(x + int(0.94 * width), y + int(0.25 * height))
    subprocess.run(['xdotool', 'click', '1'], check=True)
    demand_question(program)


def test_full_screen(program):
    """F11 fills the screen with the far view and gives it back."""
    with Desktop(program):
        start_session(program)
        program.advance(1)          # keys pressed sooner were meant for the screen before
        before = program.frame()
        program.key('F11')
        program.wait(**FAR)
        wait_for('the whole screen', lambda: program.frame() == (0, 0, 1280, 800))
        program.demand(**FAR)
        program.key('F11')
        demand_near(program)
        wait_for('the size of before', lambda: program.frame()[2:] == before[2:])


def test_monitors(program):
    """A monitor is chosen, filled, and left for the other when it is pulled out."""
    start_session(program)
    program.choose_in_far_menu(re.compile('Meta-1'))
    program.choose_in_far_menu('Far View')
    program.wait(**FAR)
    wait_for('the second monitor', lambda: program.window_size() == (1024, 768))
    program.pull_out_second()
    wait_for('the first monitor', lambda: MOVED.search(program.messages))
    program.advance(3)
    program.wait('5 seconds left')
    program.demand(**FAR)


test_monitors.start = OnTwoMonitors


if __name__ == '__main__':
    run_tests([test_comes_by_itself,
               test_touch_keeps_it_away,
               test_keys_work_from_afar,
               test_tab,
               test_hand,
               test_hurts_by_key,
               test_hurts_by_touch,
               test_press,
               test_turned,
               test_full_screen,
               test_monitors],
              program=ByHand)
