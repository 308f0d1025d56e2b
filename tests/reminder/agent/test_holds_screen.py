"""Full screen, told by a real window manager under X11, and by a real compositor."""

import os
import signal
import subprocess
import sys

import gi

from hold_parts import Devices
from played_compositor import Compositor
from presence_parts import Skip, demand_programs, run_tests, wait_for
from test_presence_desktops import start_sway
from test_presence_x11 import start_server

FULL = 'holds full-screen'


def watch(world):
    """With buses, since one that is missing is looked for now and then."""
    world.start_bus('session')
    world.start_bus('system')
    devices = Devices(world)
    watcher = world.drive(os.environ['HOLD_WATCH'], devices.devices, devices.processes)
    watcher.expect('holds none')
    watcher.say('screen 1')
    return watcher


class Window:
    """A window of GTK's that goes full screen and back."""

    def __init__(self, world, backend):
        if not gi.Repository.get_default().enumerate_versions('Gtk').count('4.0'):
            raise Skip('gir1.2-gtk-4.0 is not installed')
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'window.py')
        environment = {**world.environment, 'GDK_BACKEND': backend, 'GSK_RENDERER': 'cairo',
                       'GTK_A11Y': 'none'}
        self._process = subprocess.Popen([sys.executable, '-W', 'ignore', script], text=True,
                                         env=environment, stdin=subprocess.PIPE)

    def say(self, line):
        self._process.stdin.write(line + '\n')
        self._process.stdin.flush()

    def kill(self):
        self._process.kill()
        self._process.wait()


def start_openbox(world):
    demand_programs('openbox', 'xdotool')
    server, number = start_server(world)
    openbox = world.start('openbox', '--sm-disable')

    def is_there():
        assert openbox.poll() is None, 'openbox ended'
        return subprocess.run(['xdotool', 'get_num_desktops'], env=world.environment,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              timeout=20).returncode == 0
    wait_for('the window manager', is_there)
    return server, number


def go_through(watcher, window):
    """Full and back, another window above it, and its end."""
    watcher.expect_silence(1)
    for _ in range(2):
        window.say('full')
        watcher.expect(FULL)
        window.say('normal')
        watcher.expect('holds none')
    window.say('full')
    watcher.expect(FULL)
    window.say('title Another')
    watcher.expect_silence(0.3)
    watcher.expect_rest()
    watcher.say('screen 0')
    watcher.expect('holds none')
    watcher.say('screen 1')
    watcher.expect(FULL)


def test_openbox(world):
    """The active window is heard to fill the screen under X11, until it is another or none"""
    server, number = start_openbox(world)
    watcher = watch(world)
    window = Window(world, 'x11')
    go_through(watcher, window)
    window.say('open')
    watcher.expect('holds none')
    window.say('close')
    watcher.expect(FULL)
    window.kill()
    watcher.expect('holds none')
    world.end(server)
    watcher.expect_silence(0.5)
    start_server(world, number)
    world.start('openbox', '--sm-disable')
    window = Window(world, 'x11')
    window.say('full')
    watcher.expect(FULL, 20)
    window.kill()
    watcher.stop()


def test_x11_hangs(world):
    """An X server that hangs holds up nothing"""
    server, _ = start_server(world)
    server.send_signal(signal.SIGSTOP)
    watcher = watch(world)
    watcher.say('devices 1')
    watcher.expect_silence(0.5)
    watcher.stop()


def test_sway(world):
    """A compositor that tells of windows tells of those that fill the screen"""
    start_sway(world)
    watcher = watch(world)
    window = Window(world, 'wayland')
    go_through(watcher, window)
    window.kill()
    watcher.expect('holds none')
    watcher.stop()


def test_silent_compositor(world):
    """A compositor that tells of no windows is left alone, even with an X server beside it"""
    Compositor(world)
    world.environment['DISPLAY'] = ':77'
    watcher = watch(world)
    watcher.expect_silence(1)
    watcher.expect_rest()
    watcher.stop()


if __name__ == '__main__':
    run_tests(test_openbox, test_x11_hangs, test_sway, test_silent_compositor)
