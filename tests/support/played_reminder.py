"""The reminder as a test wants it to be, on a bus: it answers as the contract says, and counts nothing.

    with PlayedReminder() as reminder:      on the session bus, or on that of an address
        reminder.set(State='standing')
        reminder.calls                      what it was asked for, as in [('Pause', 30)]

It lives on a thread of its own, so that a test may wait for something else meanwhile.
"""

import pathlib
import threading

from gi.repository import Gio, GLib

NAME = 'org.lowtide.Lowtide.Reminder'
PATH = '/org/lowtide/Lowtide/Reminder'
CONTRACT = pathlib.Path(__file__).resolve().parents[2] / 'data' / 'dbus' / (NAME + '.xml')

# Asked for so often that a list of calls would hold little else.
QUESTIONS = ('GetSpell',)


class PlayedReminder:
    def __init__(self, address=None, **properties):
        self._address = address
        self._interface = Gio.DBusNodeInfo.new_for_xml(CONTRACT.read_text()).interfaces[0]
        self._properties = {'State': 'sitting', 'Holds': [], 'QuietUntil': 0, 'Source': 'mutter',
                            'HasServer': True, **properties}
        self.spell = (25 * 60, 30 * 60, True, 0)
        self.calls = []
        self.questions = 0
        self.is_silent = False      # takes everything and answers nothing
        self.refusal = None         # the name of the error that is answered to everything
        self._context = GLib.MainContext.new()
        self._loop = GLib.MainLoop.new(self._context, False)
        self._connection = None
        self._thread = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.die()

    def start(self):
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=[ready], daemon=True)
        self._thread.start()
        if not ready.wait(10):
            raise AssertionError('the played reminder did not come up')

    def die(self):
        """Leaves the bus at once, as a process that crashed."""
        if self._connection is None:
            return
        connection, self._connection = self._connection, None
        connection.close_sync(None)
        self._loop.quit()
        self._thread.join(10)

    def set(self, **values):
        """Properties by their names; everybody is told."""
        self._properties.update(values)
        changed = {name: self._pack(name) for name in values}
        self._connection.emit_signal(None, PATH, 'org.freedesktop.DBus.Properties',
                                     'PropertiesChanged',
                                     GLib.Variant('(sa{sv}as)', (NAME, changed, [])))

    def tell_break(self, kind, began, length_s=180, sat_s=1800):
        self._connection.emit_signal(None, PATH, NAME, 'BreakTaken',
                                     GLib.Variant('(sxuu)', (kind, began, length_s, sat_s)))

    def forget(self):
        self.calls.clear()

    def _run(self, ready):
        self._context.push_thread_default()
        address = self._address or Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION)
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                 | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        connection = Gio.DBusConnection.new_for_address_sync(address, flags)
        connection.register_object(PATH, self._interface, self._called, self._read, None)
        self._connection = connection
        Gio.bus_own_name_on_connection(connection, NAME, Gio.BusNameOwnerFlags.NONE,
                                       lambda *_: ready.set(), None)
        self._loop.run()
        self._context.pop_thread_default()

    def _pack(self, name):
        signature = self._interface.lookup_property(name).signature
        return GLib.Variant(signature, self._properties[name])

    def _read(self, _connection, _sender, _path, _interface, name):
        return self._pack(name)

    def _called(self, _connection, _sender, _path, _interface, method, arguments, invocation):
        if method in QUESTIONS:
            self.questions += 1
        else:
            self.calls.append((method, *arguments.unpack()))
        if self.is_silent:
            return
        if self.refusal is not None:
            invocation.return_dbus_error(self.refusal, 'it was told to refuse')
            return
        self._obey(method, *arguments.unpack())
        spell = GLib.Variant('(uubu)', self.spell) if method == 'GetSpell' else None
        invocation.return_value(spell)

    def _obey(self, method, *arguments):
        """What the person would see of it at once."""
        if method == 'SetStanding':
            self.set(State='standing' if arguments[0] else 'sitting')
        elif method == 'BeginBreak':
            self.set(State=arguments[0])
        elif method == 'EndBreak':
            self.set(State='sitting')
        elif method == 'Pause':
            now = GLib.DateTime.new_now_local()
            until = (now.add_minutes(arguments[0]) if arguments[0] > 0
                     else GLib.DateTime.new_local(now.get_year(), now.get_month(),
                                                  now.get_day_of_month(), 0, 0, 0).add_days(1))
            self.set(Holds=['quiet' if arguments[0] > 0 else 'today'],
                     QuietUntil=until.to_unix())
        elif method == 'Resume':
            self.set(Holds=[], QuietUntil=0)
