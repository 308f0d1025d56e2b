"""The real agent on a clock that the test moves, and what it talks to, on a private bus."""

import json
import os
import pathlib
import subprocess

from gi.repository import Gio, GLib

from played_services import Monitor, Service
from presence_parts import PATIENCE, Failure, wait_for

NAME = 'org.lowtide.Lowtide.Reminder'
PATH = '/org/lowtide/Lowtide/Reminder'

NOTIFICATIONS = '''<node><interface name="org.freedesktop.Notifications">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>'''

APPLICATION = '''<node><interface name="org.freedesktop.Application">
  <method name="Activate"><arg type="a{sv}" direction="in"/></method>
  <method name="ActivateAction">
    <arg type="s" direction="in"/><arg type="av" direction="in"/><arg type="a{sv}" direction="in"/>
  </method>
</interface></node>'''


class NotificationServer(Service):
    """Shows nothing, and remembers what it would have shown."""

    NAME = 'org.freedesktop.Notifications'
    PATH = '/org/freedesktop/Notifications'

    def __init__(self, connection):
        self.visible = {}
        self.shown = []
        self._last = 0
        super().__init__(connection, self.NAME)
        self.export(self.PATH, NOTIFICATIONS, self._called)
        self.own()

    def _called(self, method, arguments):
        if method == 'GetCapabilities':
            return GLib.Variant('(as)', (['actions', 'body'],))
        if method == 'GetServerInformation':
            return GLib.Variant('(ssss)', ('played', 'Lowtide', '1', '1.2'))
        if method == 'CloseNotification':
            self.close(arguments[0], 3)
            return ()
        return self._notify(arguments)

    def _notify(self, arguments):
        _name, replaced, _icon, title, body, actions, _hints, _timeout = arguments
        number = replaced if replaced in self.visible else self._last + 1
        self._last = max(self._last, number)
        self.visible[number] = (title, body, actions)
        self.shown.append((title, body, actions))
        return GLib.Variant('(u)', (number,))

    def close(self, number, reason):
        if self.visible.pop(number, None) is not None:
            self.emit(self.PATH, self.NAME, 'NotificationClosed', GLib.Variant('(uu)', (number, reason)))

    def press(self, action):
        number = next(iter(self.visible))
        if action not in self.visible[number][2]:
            raise Failure(f'there is no “{action}” in {self.visible[number]}')
        self.emit(self.PATH, self.NAME, 'ActionInvoked', GLib.Variant('(us)', (number, action)))
        self.close(number, 2)

    def wait_shown(self, count):
        """Waits for so many in all; a notice that is replaced counts anew. Returns the newest title."""
        wait_for(f'notice {count} (shown: {self.shown})', lambda: len(self.shown) >= count)
        if len(self.shown) > count:
            raise Failure(f'{len(self.shown)} notices in place of {count}: {self.shown}')
        return self.shown[-1][0]

    def wait_gone(self):
        wait_for(f'the end of {self.visible}', lambda: not self.visible)


class Program(Service):
    """The program as the agent sees it; it only remembers what it was asked."""

    def __init__(self, connection):
        self.asked = []
        super().__init__(connection, 'org.lowtide.Lowtide')
        self.export('/org/lowtide/Lowtide', APPLICATION, self._called)
        self.own()

    def _called(self, method, arguments):
        self.asked.append((method, *arguments[:-1]))
        return ()


class Agent:
    """The agent of a world, with a person who sits there, and what it says on the bus."""

    def __init__(self, world, presence=Monitor):
        """@presence makes what tells of input, given a connection; None leaves that to the desktop."""
        self.world = world
        self._make_presence = presence
        self.process = None
        self.now_s = 0
        config = pathlib.Path(world.path('config'), 'glib-2.0', 'settings')
        config.mkdir(parents=True, exist_ok=True)
        self.keyfile = config / 'keyfile'
        self.data = pathlib.Path(world.path('data'), 'lowtide')
        world.environment.update({'GSETTINGS_BACKEND': 'keyfile', 'XDG_CONFIG_HOME': world.path('config'),
                                  'XDG_DATA_HOME': world.path('data'), 'G_DEBUG': 'fatal-warnings',
                                  'LC_ALL': 'C.UTF-8'})
        self.set_keys(reminders_enabled='true', reminder_hours="''")
        self.connect()

    def connect(self):
        """Everything that is on the session bus, anew when that is."""
        self.bus = self.world.connect()
        self.monitor = self._make_presence(self.bus) if self._make_presence else None

    def set_keys(self, **keys):
        lines = [f'{key.replace("_", "-")}={value}' for key, value in keys.items()]
        self.keyfile.write_text('\n'.join(['[org/lowtide/Lowtide]', *lines, '']))

    def start(self):
        environment = {**self.world.environment, 'REMINDER_BEGINS_S': str(self.now_s)}
        with open(self.world.path('log'), 'ab') as log:
            self.process = subprocess.Popen([os.environ['REMINDER_BY_HAND']], env=environment,
                                            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
                                            text=True, start_new_session=True)
        self.world.adopt(self.process)
        self.wait_ready()

    def wait_ready(self):
        wait_for('the agent', self.is_on_bus)
        self.wait_state('sitting')

    def is_on_bus(self):
        answer = self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                                    'NameHasOwner', GLib.Variant('(s)', (NAME,)), None,
                                    Gio.DBusCallFlags.NONE, 5000, None)
        return answer.unpack()[0]

    def _answer_of(self, name, interface, method, arguments):
        """What is played on the bus answers meanwhile."""
        answers = []
        self.bus.call(name, PATH, interface, method, arguments, None, Gio.DBusCallFlags.NO_AUTO_START,
                      int(10000 * PATIENCE), None, lambda bus, result: answers.append(result))
        wait_for(f'the answer of {method}', lambda: answers, 15)
        return self.bus.call_finish(answers[0]).unpack()

    def call(self, method, signature='()', *arguments):
        return self._answer_of(NAME, NAME, method, GLib.Variant(signature, arguments))

    def get(self, name):
        return self._answer_of(NAME, 'org.freedesktop.DBus.Properties', 'Get',
                               GLib.Variant('(ss)', (NAME, name)))[0]

    def wait_state(self, state):
        wait_for(f'the state “{state}”', lambda: self.call('GetSpell') and self.get('State') == state)

    def wait_notice(self, is_there):
        """Waits until it has heard that its notice is there, or gone: that comes by another way."""
        mark = self.data / 'reminder.notice'
        wait_for(f'the mark of the notice: {is_there}', lambda: mark.exists() == is_there)

    def spell_minutes(self):
        return self.call('GetSpell')[0] / 60

    def tell_clock(self, line):
        self.process.stdin.write(line + '\n')
        self.process.stdin.flush()

    def wait_clock(self):
        wait_for('the clock', lambda: self.process.stdout.readline() == 'done\n')

    def advance(self, minutes):
        """Lets the person sit on, or be away, for so long."""
        self.now_s += round(minutes * 60)
        self.tell_clock(f'advance {round(minutes * 60)}')
        self.wait_clock()

    def journal(self):
        """The breaks in the journal, as [kind, length in minutes]."""
        text = subprocess.run([os.environ['LOWTIDECTL'], 'journal', 'export'],
                              env=self.world.environment, check=True, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, text=True).stdout
        return [(entry['kind'], entry['length_s'] / 60) for entry in json.loads(text).get('breaks', [])]
