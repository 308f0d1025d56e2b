"""What holds reminders back, as a test wants it to be: services that are played, and devices."""

import os

from gi.repository import GLib

from played_services import Service

PROPERTIES = 'org.freedesktop.DBus.Properties'

NOTIFICATIONS = '''<node><interface name="org.freedesktop.Notifications">
  <property name="Inhibited" type="b" access="read"/>
</interface></node>'''

XFCONF = '''<node><interface name="org.xfce.Xfconf">
  <method name="GetProperty">
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/>
  </method>
</interface></node>'''

MANAGER = '''<node><interface name="org.gnome.SessionManager">
  <method name="IsInhibited"><arg type="u" direction="in"/><arg type="b" direction="out"/></method>
</interface></node>'''

POLICY = '''<node><interface name="org.kde.Solid.PowerManagement.PolicyAgent">
  <method name="HasInhibition">
    <arg type="u" direction="in"/><arg type="b" direction="out"/>
  </method>
</interface></node>'''

LOGIN = '''<node><interface name="org.freedesktop.login1.Manager">
  <method name="ListInhibitors"><arg type="a(ssssuu)" direction="out"/></method>
</interface></node>'''


class Notifications(Service):
    """The server of KDE."""

    def __init__(self, connection):
        super().__init__(connection, 'org.freedesktop.Notifications')
        self.is_inhibited = False
        self.export('/org/freedesktop/Notifications', NOTIFICATIONS, lambda *_: None,
                    lambda _: GLib.Variant('b', self.is_inhibited))
        self.own()

    def set(self, is_inhibited):
        self.is_inhibited = is_inhibited
        self.emit('/org/freedesktop/Notifications', PROPERTIES, 'PropertiesChanged',
                  GLib.Variant('(sa{sv}as)', (self.name, {
                      'Inhibited': GLib.Variant('b', is_inhibited)}, [])))


class Xfconf(Service):
    """The settings of Xfce. What was never set is refused."""

    def __init__(self, connection):
        super().__init__(connection, 'org.xfce.Xfconf')
        self.value = None
        self.export('/org/xfce/Xfconf', XFCONF, self._called)
        self.own()

    def _called(self, _method, arguments):
        if arguments != ('xfce4-notifyd', '/do-not-disturb') or self.value is None:
            return None
        return GLib.Variant('(v)', (GLib.Variant('b', self.value),))

    def set(self, value):
        self.value = value
        if value is None:
            self.emit('/org/xfce/Xfconf', self.name, 'PropertyRemoved',
                      GLib.Variant('(ss)', ('xfce4-notifyd', '/do-not-disturb')))
        else:
            self.emit('/org/xfce/Xfconf', self.name, 'PropertyChanged',
                      GLib.Variant('(ssv)', ('xfce4-notifyd', '/do-not-disturb',
                                             GLib.Variant('b', value))))


class SessionManager(Service):
    """The session of GNOME, which tells who inhibits what: 8 is idleness."""

    PATH = '/org/gnome/SessionManager'

    def __init__(self, connection):
        super().__init__(connection, 'org.gnome.SessionManager')
        self.actions = 0
        self.export(self.PATH, MANAGER,
                    lambda _, arguments: GLib.Variant('(b)', (bool(self.actions & arguments[0]),)))
        self.own()

    def set(self, actions):
        signal = 'InhibitorAdded' if actions > self.actions else 'InhibitorRemoved'
        self.actions = actions
        self.emit(self.PATH, self.name, signal,
                  GLib.Variant('(o)', (self.PATH + '/Inhibitor1',)))


class Policy(Service):
    """KDE's power management: 4 is the screen."""

    PATH = '/org/kde/Solid/PowerManagement/PolicyAgent'

    def __init__(self, connection):
        super().__init__(connection, 'org.kde.Solid.PowerManagement.PolicyAgent')
        self.policies = 0
        self.export(self.PATH, POLICY,
                    lambda _, arguments: GLib.Variant('(b)', (bool(self.policies & arguments[0]),)))
        self.own()

    def set(self, policies):
        self.policies = policies
        self.emit(self.PATH, self.name, 'InhibitionsChanged',
                  GLib.Variant('(a(ss)as)', ([], [])))


class Login(Service):
    """logind with inhibitors."""

    PATH = '/org/freedesktop/login1'

    def __init__(self, connection):
        super().__init__(connection, 'org.freedesktop.login1')
        self.inhibitors = []
        self.export(self.PATH, LOGIN,
                    lambda *_: GLib.Variant('(a(ssssuu))', (self.inhibitors,)))
        self.own()

    def set(self, *inhibitors):
        """Each is what, mode and, unless it is the one who tests, the user."""
        self.inhibitors = [(what, 'Player', 'a film', mode, *(user or [os.getuid()]), 7)
                           for what, mode, *user in inhibitors]
        self.emit(self.PATH, PROPERTIES, 'PropertiesChanged',
                  GLib.Variant('(sa{sv}as)', ('org.freedesktop.login1.Manager', {
                      'BlockInhibited': GLib.Variant('s', 'idle')}, [])))


class Devices:
    """A machine's folders of devices and of processes, with the test itself as a process."""

    def __init__(self, world):
        self.devices = world.path('dev')
        self.processes = world.path('proc')
        os.mkdir(self.devices)
        os.mkdir(self.processes)
        os.symlink(f'/proc/{os.getpid()}', f'{self.processes}/{os.getpid()}')
        os.mkdir(f'{self.processes}/acpi')

    def add_camera(self, name='video0'):
        path = f'{self.devices}/{name}'
        with open(path, 'w', encoding='ascii'):
            pass
        return path

    def add_process(self, number, name, path):
        """A process that has a file open."""
        os.makedirs(f'{self.processes}/{number}/fd')
        os.symlink(path, f'{self.processes}/{number}/fd/3')
        with open(f'{self.processes}/{number}/comm', 'w', encoding='ascii') as file:
            file.write(name + '\n')

    def add_card(self):
        os.makedirs(f'{self.devices}/snd', exist_ok=True)
        os.makedirs(f'{self.processes}/asound/card0/pcm0c/sub0')
        os.makedirs(f'{self.processes}/asound/card0/pcm0p/sub0')
        self.set_stream('p', 'state: RUNNING\n')
        self.set_stream('c', 'closed\n')
        for name in ('controlC0', 'pcmC0D0p', 'pcmC0D0c'):
            with open(f'{self.devices}/snd/{name}', 'w', encoding='ascii'):
                pass
        return f'{self.devices}/snd/pcmC0D0c'

    def set_stream(self, kind, status):
        with open(f'{self.processes}/asound/card0/pcm0{kind}/sub0/status', 'w',
                  encoding='ascii') as file:
            file.write(status)
