"""Presence told by real compositors without a screen: GNOME's, KDE's, and sway."""

import os
import pwd
import shutil

from gi.repository import Gio, GLib

from played_compositor import FakeInput
from presence_parts import (Failure, Skip, demand_programs, is_listening, run_tests,
                            wait_for)

SOCKET = 'wl-test'
REMOTE_DESKTOP = 'org.gnome.Mutter.RemoteDesktop'


class Remote:
    """Input by GNOME's remote desktop."""

    def __init__(self, connection):
        self._connection = connection
        reply = self._call('/org/gnome/Mutter/RemoteDesktop', '', 'CreateSession')
        self._session, = reply.unpack()
        self._call_session('Start')

    def _call(self, path, interface, method, arguments=None):
        return self._connection.call_sync(REMOTE_DESKTOP, path, REMOTE_DESKTOP + interface, method,
                                          arguments, None, Gio.DBusCallFlags.NONE, 10_000, None)

    def _call_session(self, method, arguments=None):
        self._call(self._session, '.Session', method, arguments)

    def move(self):
        self._call_session('NotifyPointerMotionRelative', GLib.Variant('(dd)', (5, 5)))

    def type(self):
        for is_down in (True, False):
            self._call_session('NotifyKeyboardKeycode', GLib.Variant('(ub)', (30, is_down)))


def socket_path(world):
    return os.path.join(world.environment['XDG_RUNTIME_DIR'], SOCKET)


def wait_for_compositor(world, process):
    def came():
        if process.poll() is not None:
            raise Failure('the compositor ended')
        return is_listening(socket_path(world))
    wait_for('the compositor', came, 30)
    world.environment['WAYLAND_DISPLAY'] = SOCKET


def owns(connection, name):
    return connection.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus',
                                'org.freedesktop.DBus', 'NameHasOwner',
                                GLib.Variant('(s)', (name,)), None, Gio.DBusCallFlags.NONE, 5000,
                                None).unpack()[0]


def start_mutter(world):
    demand_programs('mutter')
    mutter = world.start('mutter', '--headless', '--virtual-monitor', '1280x800', '--wayland',
                         '--no-x11', '--wayland-display', SOCKET)
    wait_for_compositor(world, mutter)
    connection = world.connect()
    wait_for('the remote desktop', lambda: owns(connection, REMOTE_DESKTOP), 30)
    return mutter, Remote(connection)


def test_mutter(world):
    """GNOME's compositor tells of absence, pause and return, by key and mouse"""
    world.start_bus()
    mutter, remote = start_mutter(world)
    remote.move()
    watcher = world.watch()
    watcher.expect('source mutter')
    watcher.expect('state active')
    for make_input in (remote.move, remote.type):
        watcher.say('pause 1')
        watcher.expect('paused')
        watcher.expect_age('state idle', 1.8, 2.5)
        make_input()
        watcher.expect_age('state active', 0, 0.6)
    watcher.expect('state idle')
    # A pause that lasts already.
    watcher.say('pause 1')
    watcher.expect('paused', 2)
    world.end(mutter)
    watcher.expect('source none')
    watcher.expect('state unknown')
    # Started after the program, as when somebody logs in; its watches are new ones.
    os.unlink(socket_path(world))
    start_mutter(world)[1].move()
    watcher.expect('source mutter', 20)
    watcher.expect('state')
    watcher.expect('state idle')
    watcher.stop()


def start_kwin(world):
    """A copy of it: the packaged file has a capability that containers refuse."""
    demand_programs('kwin_wayland')
    os.makedirs(world.path('kwin'), exist_ok=True)
    shutil.copyfile(shutil.which('kwin_wayland'), world.path('kwin/kwin_wayland'))
    os.chmod(world.path('kwin/kwin_wayland'), 0o755)
    world.environment.update(KWIN_COMPOSE='Q', KWIN_WAYLAND_NO_PERMISSION_CHECKS='1')
    kwin = world.start(world.path('kwin/kwin_wayland'), '--virtual', '--width', '1280',
                       '--height', '800', '--socket', SOCKET, '--no-global-shortcuts')
    wait_for_compositor(world, kwin)


def test_kwin(world):
    """KDE's compositor tells of absence, pause and return"""
    world.start_bus()
    start_kwin(world)
    mouse = FakeInput(socket_path(world))
    watcher = world.watch()
    watcher.expect('source wayland')
    watcher.expect('state active')
    for _ in range(2):
        watcher.expect_age('state idle', 1.8, 2.6)
        mouse.move()
        watcher.expect_age('state active', 0, 0.6)
    watcher.say('idle-after 60')
    watcher.say('pause 1')
    watcher.expect('paused')
    watcher.stop()


def find_other_user():
    """sway refuses to run as root."""
    if os.getuid() != 0:
        return None
    demand_programs('runuser')
    try:
        return pwd.getpwnam('nobody')
    except KeyError:
        raise Skip('there is no user “nobody” for sway')


def as_user(user, *command):
    return ['runuser', '-u', user.pw_name, '--', *command] if user else list(command)


def start_sway(world):
    """Returns the user whom it runs as, if another one."""
    demand_programs('sway')
    user = find_other_user()
    if user:
        for folder in (world.path(''), world.environment['XDG_RUNTIME_DIR']):
            os.chown(folder, user.pw_uid, user.pw_gid)
    with open(world.path('config'), 'w', encoding='utf-8') as file:
        file.write('xwayland disable\n')
    world.environment.update(WLR_BACKENDS='headless', WLR_LIBINPUT_NO_DEVICES='1',
                             WLR_RENDERER='pixman')
    sway = world.start(*as_user(user, 'sway', '-c', world.path('config')))

    def find_socket():
        if sway.poll() is not None:
            raise Failure('sway ended')
        return [name for name in os.listdir(world.environment['XDG_RUNTIME_DIR'])
                if name.startswith('wayland-') and not name.endswith('.lock')]
    world.environment['WAYLAND_DISPLAY'] = wait_for('sway', find_socket, 30)[0]
    return user


def test_sway(world):
    """A compositor with KDE's older protocol tells of absence and return"""
    demand_programs('wtype')
    user = start_sway(world)
    watcher = world.watch()
    watcher.expect('source wayland')
    watcher.expect('state active')
    for _ in range(2):
        watcher.expect_age('state idle', 1.8, 2.6)
        world.run(*as_user(user, 'wtype', 'a'))
        watcher.expect_age('state active', 0, 0.6)
    watcher.stop()


if __name__ == '__main__':
    run_tests(test_mutter, test_kwin, test_sway)
