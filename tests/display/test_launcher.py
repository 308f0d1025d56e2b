"""Started as a launcher does it: over D-Bus, by the service and desktop files that are installed."""

import os
import re

from gi.repository import Gio, GLib

import person
from lowtide_driver import APPLICATION_ID, Failure, Program, run_tests, wait_for

OBJECT_PATH = '/' + APPLICATION_ID.replace('.', '/')


def call(name, path, interface, method, parameters=None):
    return Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        name, path, interface, method, parameters, None, Gio.DBusCallFlags.NONE, 20000, None)


def install_service():
    """The service file of the build, with the program of the build tree in it."""
    folder = os.path.join(os.environ['XDG_DATA_HOME'], 'dbus-1', 'services')
    os.makedirs(folder, exist_ok=True)
    with open(os.environ['LOWTIDE_SERVICE'], encoding='utf-8') as source:
        text = re.sub(r'^Exec=\S+', 'Exec=' + os.environ['LOWTIDE_PROGRAM'], source.read(), flags=re.M)
    with open(os.path.join(folder, APPLICATION_ID + '.service'), 'w', encoding='utf-8') as service:
        service.write(text)
    call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'ReloadConfig')
    person.write_answered(os.environ['XDG_DATA_HOME'])


class Activated:
    """A process that somebody else has started: all we know is its name on the bus."""

    def __init__(self):
        owner = GLib.Variant('(s)', (APPLICATION_ID,))
        answer = call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                      'GetConnectionUnixProcessID', owner)
        self.pid = answer.unpack()[0]
        self.returncode = None

    def poll(self):
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            self.returncode = 0
        return self.returncode

    def wait(self, seconds=None):
        wait_for('the end of the program', lambda: self.poll() is not None, seconds or 10)
        return self.returncode

    def send_signal(self, number):
        os.kill(self.pid, number)


class Launched(Program):
    """The program, started by asking the bus for one of its desktop actions."""

    def start(self):
        install_service()
        self.ask('ActivateAction', '(sava{sv})', ('open-moves', [], {}))
        return Activated()

    @staticmethod
    def ask(method, types, values):
        call(APPLICATION_ID, OBJECT_PATH, 'org.freedesktop.Application', method,
             GLib.Variant(types, values))


def test_action_starts_the_program(program):
    """The desktop action “Open Moves” starts the program and shows the moves."""
    program.wait('Search moves')


def test_second_start_uses_the_same_window(program):
    """Starting it again shows the window that is there, and the next action acts in it."""
    program.wait('Search moves')
    program.ask('Activate', '(a{sv})', ({},))
    program.ask('ActivateAction', '(sava{sv})', ('start-today', [], {}))
    program.wait('Same as last time', role='push button')
    if len(program.windows()) != 1:
        raise Failure(f'there are {len(program.windows())} windows')


def test_a_break_begins_at_once(program):
    """What the reminder asks for when "Chair 2 min" is pressed: no page is in the way of the break."""
    program.wait('Search moves')
    program.ask('ActivateAction', '(sava{sv})',
                ('start-routine', [GLib.Variant('s', 'desk-chair-2')], {}))
    program.wait('Seated weight shift')
    program.press('Stop', role='push button')
    program.wait('Stopped. That counts too')


def test_actions_are_those_of_the_desktop_file(program):
    """Each action that the desktop file offers is one of the program's."""
    entry = GLib.KeyFile()
    entry.load_from_file(os.environ['LOWTIDE_DESKTOP_FILE'], GLib.KeyFileFlags.NONE)
    offered = entry.get_string_list('Desktop Entry', 'Actions')
    answer = call(APPLICATION_ID, OBJECT_PATH, 'org.gtk.Actions', 'List')
    missing = set(offered) - set(answer.unpack()[0])
    if missing or not offered:
        raise Failure(f'the desktop file offers {offered}, the program lacks {missing}')


if __name__ == '__main__':
    run_tests([test_action_starts_the_program,
               test_second_start_uses_the_same_window,
               test_a_break_begins_at_once,
               test_actions_are_those_of_the_desktop_file], program=Launched)
