"""What a screen says to somebody who cannot see it: its accessible tree, read once and kept.

Scene.read() makes Things of all that is shown, which can be asked at leisure when the screen itself is
long gone. scene-reader does the reading, since Python and Atspi take many times as long.
"""

import dataclasses
import json
import os
import re
import subprocess

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib

ACTION = 'org.a11y.atspi.Action'
EDITABLE = 'org.a11y.atspi.EditableText'
VALUE = 'org.a11y.atspi.Value'
PROPERTIES = 'org.freedesktop.DBus.Properties'
TIMEOUT_MS = 15000

# Labels and windows offer actions too (copy, close); these are the ones that press something.
FIRST_ACTION = GLib.Variant('(i)', (0,))
PRESSING_ACTIONS = ('click', 'activate', 'toggle')

STATES = {int(state): state.value_nick for state in
          (Atspi.StateType(number) for number in range(int(Atspi.StateType.LAST_DEFINED)))}


@dataclasses.dataclass(eq=False)
class Thing:
    """One accessible object, as it was."""

    path: str
    role: str = ''
    name: str = ''
    description: str = ''
    states: frozenset = frozenset()
    extents: tuple = None               # x, y, width, height in the window; None of a page of a stack
    inside: 'Thing' = None
    children: list = dataclasses.field(default_factory=list)

    def walk(self):
        """Itself and all below it, depth first."""
        yield self
        for child in self.children:
            yield from child.walk()

    def around(self):
        """What it is in, from the inside out."""
        thing = self.inside
        while thing is not None:
            yield thing
            thing = thing.inside

    def is_under(self, *roles):
        return any(thing.role in roles for thing in self.around())

    def is_called(self, name):
        """See Node.is_called()."""
        if isinstance(name, re.Pattern):
            return name.search(self.name) is not None
        return self.name in (name, f'_{name} {name}')

    def find(self, name, role=None):
        """The first of this name and role in it, or None."""
        return next((thing for thing in self.walk()
                     if thing.is_called(name) and role in (None, thing.role)), None)

    def find_focused(self):
        return next((thing for thing in self.walk() if 'focused' in thing.states), None)

    def __str__(self):
        return f'{self.role} "{self.name}"'


def make_thing(told, inside=None):
    """Out of what scene-reader tells."""
    path, role, name, description, low, high, extents, children = told
    bits = low | high << 32
    thing = Thing(path, Atspi.role_get_name(Atspi.Role(role)), name, description,
                  frozenset(nick for number, nick in STATES.items() if bits >> number & 1),
                  extents and tuple(extents), inside)
    thing.children = [make_thing(child, thing) for child in children]
    return thing


class Scene:
    """Reads what a program shows, and presses it. It is given the program's root, of Atspi."""

    def __init__(self, root):
        address = Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            'org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
            Gio.DBusCallFlags.NONE, TIMEOUT_MS, None).unpack()[0]
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                 | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self._connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self._bus_name = root.app.bus_name
        self._reader = subprocess.Popen([os.environ['LOWTIDE_SCENE_READER'], self._bus_name, root.path],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def close(self):
        self._reader.stdin.close()
        self._reader.stdout.close()
        self._reader.wait()

    def read(self):
        """All that is shown: a Thing whose children are the windows, the oldest first."""
        self._reader.stdin.write('read\n')
        self._reader.stdin.flush()
        return make_thing(json.loads(self._reader.stdout.readline()))

    def _ask(self, thing, interface, method, arguments):
        """Returns the answer, or None when there is no such thing or interface."""
        try:
            return self._connection.call_sync(self._bus_name, thing.path, interface, method, arguments,
                                              None, Gio.DBusCallFlags.NONE, TIMEOUT_MS, None).unpack()
        except GLib.Error:
            return None

    def press(self, thing):
        """Presses it by its action, and says whether it has one."""
        answer = self._ask(thing, ACTION, 'GetName', FIRST_ACTION)
        if not answer or answer[0] not in PRESSING_ACTIONS:
            return False
        return bool(self._ask(thing, ACTION, 'DoAction', FIRST_ACTION))

    def enter_text(self, thing, text):
        self._ask(thing, EDITABLE, 'SetTextContents', GLib.Variant('(s)', (text,)))

    def enter_value(self, thing, value):
        arguments = GLib.Variant('(ssv)', (VALUE, 'CurrentValue', GLib.Variant('d', value)))
        self._ask(thing, PROPERTIES, 'Set', arguments)
