"""GNOME's idle monitor, logind and a screen saver as a test wants them to be, on a private bus."""

from gi.repository import Gio, GLib

MONITOR = '''<node><interface name="org.gnome.Mutter.IdleMonitor">
  <method name="GetIdletime"><arg type="t" direction="out"/></method>
  <method name="AddIdleWatch"><arg type="t" direction="in"/><arg type="u" direction="out"/></method>
  <method name="AddUserActiveWatch"><arg type="u" direction="out"/></method>
  <method name="RemoveWatch"><arg type="u" direction="in"/></method>
  <signal name="WatchFired"><arg type="u"/></signal>
</interface></node>'''

MANAGER = '''<node><interface name="org.freedesktop.login1.Manager">
  <method name="GetSession"><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
  <signal name="PrepareForSleep"><arg type="b"/></signal>
</interface></node>'''

SESSION = '''<node><interface name="org.freedesktop.login1.Session">
  <property name="IdleHint" type="b" access="read"/>
  <property name="IdleSinceHintMonotonic" type="t" access="read"/>
  <property name="LockedHint" type="b" access="read"/>
  <signal name="Lock"/><signal name="Unlock"/>
</interface></node>'''

SAVER = '''<node><interface name="{name}">
  <method name="GetActive"><arg type="b" direction="out"/></method>
  <signal name="ActiveChanged"><arg type="b"/></signal>
</interface></node>'''


class Service:
    """A name on a bus, with objects behind it."""

    ALLOW_REPLACEMENT = 1
    REPLACE_EXISTING = 2

    def __init__(self, connection, name, flags=ALLOW_REPLACEMENT):
        self.connection = connection
        self.name = name
        self._flags = flags

    def own(self):
        self._ask('RequestName', GLib.Variant('(su)', (self.name, self._flags)))

    def release(self):
        self._ask('ReleaseName', GLib.Variant('(s)', (self.name,)))

    def _ask(self, method, arguments):
        self.connection.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus',
                                  'org.freedesktop.DBus', method, arguments, None,
                                  Gio.DBusCallFlags.NONE, 5000, None)

    def export(self, path, xml, called, read=None):
        interface = Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0]

        def method_called(_connection, _sender, _path, _interface, method, arguments, invocation):
            answer = called(method, arguments.unpack())
            if answer is None:
                invocation.return_dbus_error('org.lowtide.Test.Refused', 'not now')
            else:
                invocation.return_value(answer if answer else None)

        def property_read(_connection, _sender, _path, _interface, name):
            return read(name)

        self.connection.register_object(path, interface, method_called,
                                        property_read if read else None, None)

    def emit(self, path, interface, signal, arguments=None):
        self.connection.emit_signal(None, path, interface, signal, arguments)
        self.connection.flush_sync(None)


class Monitor(Service):
    """The idle monitor; the test fires its watches."""

    PATH = '/org/gnome/Mutter/IdleMonitor/Core'
    NAME = 'org.gnome.Mutter.IdleMonitor'

    def __init__(self, connection, replaces=False):
        self.idle_ms = 0
        self.is_ready = True
        self.idle_watches = {}
        self.active_watches = set()
        self.calls = []
        self._last = 0
        super().__init__(connection, self.NAME,
                         self.REPLACE_EXISTING if replaces else self.ALLOW_REPLACEMENT)
        self.export(self.PATH, MONITOR, self._called)
        self.own()

    def _called(self, method, arguments):
        self.calls.append(method)
        if not self.is_ready:
            return None
        if method == 'GetIdletime':
            return GLib.Variant('(t)', (self.idle_ms,))
        if method == 'RemoveWatch':
            self.idle_watches.pop(arguments[0], None)
            self.active_watches.discard(arguments[0])
            return ()
        self._last += 1
        if method == 'AddIdleWatch':
            self.idle_watches[self._last] = arguments[0]
        else:
            self.active_watches.add(self._last)
        return GLib.Variant('(u)', (self._last,))

    def lose_watches(self):
        self.idle_watches.clear()
        self.active_watches.clear()

    def fire(self, watch):
        self.emit(self.PATH, self.NAME, 'WatchFired', GLib.Variant('(u)', (watch,)))

    def be_idle(self, seconds):
        """As much time without input passes; what waits for less is told."""
        self.idle_ms = seconds * 1000
        for watch, after_ms in list(self.idle_watches.items()):
            if after_ms <= self.idle_ms:
                self.fire(watch)

    def be_active(self, idle_ms=0):
        """Activity: input, unless @idle_ms says that the last one is that long ago."""
        self.idle_ms = idle_ms
        for watch in sorted(self.active_watches):
            self.active_watches.discard(watch)
            self.fire(watch)


class Login(Service):
    """logind with one session."""

    PATH = '/org/freedesktop/login1'
    SESSION_PATH = '/org/freedesktop/login1/session/c1'

    def __init__(self, connection):
        self.properties = {'IdleHint': GLib.Variant('b', False),
                           'IdleSinceHintMonotonic': GLib.Variant('t', 0),
                           'LockedHint': GLib.Variant('b', False)}
        self.is_ready = True
        self.is_followed = False
        super().__init__(connection, 'org.freedesktop.login1')
        self.export(self.PATH, MANAGER, self._called)
        self.export(self.SESSION_PATH, SESSION, lambda *_: None, self._read)
        self.own()

    def _read(self, name):
        """Whoever reads the properties has asked for the signals before."""
        self.is_followed = True
        return self.properties[name]

    def _called(self, _method, arguments):
        if not self.is_ready or arguments[0] not in ('auto', 'c1'):
            return None
        return GLib.Variant('(o)', (self.SESSION_PATH,))

    def set(self, **values):
        """By name; each is the type that it was."""
        changed = {name: GLib.Variant(self.properties[name].get_type_string(), value)
                   for name, value in values.items()}
        self.properties.update(changed)
        self.emit(self.SESSION_PATH, 'org.freedesktop.DBus.Properties', 'PropertiesChanged',
                  GLib.Variant('(sa{sv}as)', ('org.freedesktop.login1.Session', changed, [])))

    def ask(self, signal):
        self.emit(self.SESSION_PATH, 'org.freedesktop.login1.Session', signal)

    def prepare_for_sleep(self, is_beginning):
        self.emit(self.PATH, 'org.freedesktop.login1.Manager', 'PrepareForSleep',
                  GLib.Variant('(b)', (is_beginning,)))


class Saver(Service):
    """A screen saver under one of the names that desktops have for it."""

    def __init__(self, connection, name='org.freedesktop.ScreenSaver'):
        self.is_active = False
        super().__init__(connection, name)
        self._path = '/' + name.replace('.', '/')
        self.export(self._path, SAVER.format(name=name), self._called)
        self.own()

    def _called(self, _method, _arguments):
        return GLib.Variant('(b)', (self.is_active,))

    def set(self, is_active, path=None):
        self.is_active = is_active
        self.emit(path or self._path, self.name, 'ActiveChanged', GLib.Variant('(b)', (is_active,)))
