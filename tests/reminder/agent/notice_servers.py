"""Servers of notifications for tests: dunst, xfce4-notifyd, and one that is played.

The real ones are on a virtual screen of the World. What dunst shows it writes down.
"""

import os
import shutil
import stat
import subprocess

from gi.repository import Gio, GLib

from played_services import Service
from presence_parts import Skip, demand_programs, wait_for

NAME = 'org.freedesktop.Notifications'
PATH = '/org/freedesktop/Notifications'

CONFIGURATION = '''
[global]
    origin = top-right
    dmenu = {menu}
    idle_threshold = 0

[urgency_normal]
    timeout = {timeout}

[record]
    script = {record}
'''

# What dunst calls for each notification: one line of a file, its members apart by tabs.
RECORD = '''#!/bin/sh
printf '%s\\t%s\\t%s\\t%s\\t%s\\n' "$DUNST_APP_NAME" "$DUNST_URGENCY" "$DUNST_DESKTOP_ENTRY" \\
    "$DUNST_SUMMARY" "$DUNST_BODY" >>"{shown}"
'''

# What dunst asks which action is meant: the lines of a menu come in, the chosen one goes out.
MENU = '''#!/bin/sh
grep -F -m 1 -f "{wanted}"
'''

INTERFACE = '''<node><interface name="org.freedesktop.Notifications">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
    <arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>'''


def has_server(world):
    return world.connect().call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus',
                                     'org.freedesktop.DBus', 'NameHasOwner',
                                     GLib.Variant('(s)', (NAME,)), None, Gio.DBusCallFlags.NONE,
                                     5000, None).unpack()[0]


def wait_for_name(world, process):
    def came():
        assert process.poll() is None, 'the server ended'
        return has_server(world)
    wait_for('the server', came)


def find_notifyd():
    """Xfce's server is in no PATH; what starts it on demand knows where it is."""
    folders = os.environ.get('XDG_DATA_DIRS', '') or '/usr/local/share:/usr/share'
    for folder in folders.split(':'):
        path = f'{folder}/dbus-1/services/org.xfce.xfce4-notifyd.Notifications.service'
        if os.path.exists(path):
            with open(path, encoding='utf-8') as file:
                return next(line.strip()[len('Exec='):] for line in file
                            if line.startswith('Exec='))
    raise Skip('xfce4-notifyd is not installed')


class Dunst:
    """A real server, whose buttons are pressed by its menu."""

    def __init__(self, world, timeout=0, is_started=True):
        demand_programs('dunst', 'dunstctl')
        self.command = f'{shutil.which("dunst")} -config {world.path("dunstrc")}'
        self._world = world
        names = {name: world.path(name) for name in ('menu', 'record', 'shown', 'wanted')}
        self._write('dunstrc', CONFIGURATION.format(timeout=timeout, **names))
        self._write('record', RECORD.format(**names), stat.S_IRWXU)
        self._write('menu', MENU.format(**names), stat.S_IRWXU)
        self._write('shown', '')
        if is_started:
            self.process = world.start(*self.command.split())
            wait_for_name(world, self.process)

    def _write(self, name, text, mode=0o600):
        with open(self._world.path(name), 'w', encoding='utf-8') as file:
            file.write(text)
        os.chmod(self._world.path(name), mode)

    def _control(self, *words):
        return subprocess.run(['dunstctl', *words], stdin=subprocess.DEVNULL, text=True,
                              stdout=subprocess.PIPE, env=self._world.environment,
                              stderr=subprocess.DEVNULL, timeout=20).stdout

    def shown(self):
        """All that was ever shown, the oldest first: program, urgency, entry, title, body."""
        with open(self._world.path('shown'), encoding='utf-8') as file:
            return [line.rstrip('\n').split('\t') for line in file]

    def wait(self, number):
        """Waits for so many in all, and returns the newest."""
        wait_for(f'notification {number}', lambda: len(self.shown()) == number)
        return self.shown()[-1]

    def count(self):
        """How many are on the screen now."""
        return int(self._control('count', 'displayed'))

    def press(self, button):
        self._write('wanted', button)
        self._control('context')

    def open(self):
        """Clicks on the newest one itself."""
        self._control('action', '0')

    def dismiss(self):
        self._control('close')


class PlayedServer(Service):
    """A server as a test wants it to be. It keeps what it is told."""

    def __init__(self, connection, capabilities=('actions', 'body', 'body-markup')):
        super().__init__(connection, NAME)
        self.capabilities = list(capabilities)
        self.refuses = False
        self.notices = []
        self.closed = []
        self._last = 40
        self.export(PATH, INTERFACE, self._called)
        self.own()

    def _called(self, method, arguments):
        if method == 'GetCapabilities':
            return GLib.Variant('(as)', (self.capabilities,))
        if method == 'GetServerInformation':
            return GLib.Variant('(ssss)', ('Played', 'Lowtide', '1', '1.2'))
        if method == 'CloseNotification':
            self.closed.append(arguments[0])
            return ()
        if self.refuses:
            return None
        self.notices.append(arguments)
        if arguments[1] == 0:
            self._last += 1
        return GLib.Variant('(u)', (arguments[1] or self._last,))

    def wait(self, number):
        """Waits for so many notices in all, and returns the newest."""
        wait_for(f'notice {number}', lambda: len(self.notices) == number)
        return self.notices[-1]

    def tell(self, signal, *arguments):
        types = '(us)' if signal == 'ActionInvoked' else '(uu)'
        self.emit(PATH, NAME, signal, GLib.Variant(types, arguments))
