"""Warm and cold packs from beginning to end, with the window and without, and a real notification server.

The program's clock stands until it is moved, so that a quarter of an hour costs nothing.
"""

import contextlib
import pathlib
import re
import sqlite3
import tempfile

from gi.repository import GLib

import person
from lowtide_driver import Failure, Program, run_tests, wait_for
from notifications import NotificationServer

FIRST_DAY = '2024-02-29'        # where the clock stands
MINUTE = 60
LOOK = 'Time for a look at your skin'
END = 'Take it off now'
OFF = re.compile('^Heat and cold are off because')


class ByHand(Program):
    """The program on its standing clock, of somebody who has no warning sign but for those named."""

    def __init__(self, **answers):
        self._folder = tempfile.TemporaryDirectory()
        person.write(self._folder.name, person.make_profile(day=FIRST_DAY, **answers))
        super().__init__(environment={'XDG_DATA_HOME': self._folder.name}, stored=None)

    def advance(self, seconds):
        self.activate_action('advance-clock', GLib.Variant('u', seconds))

    def sleep(self, seconds):
        self.activate_action('suspend-clock', GLib.Variant('u', seconds))

    def packs(self):
        """The kinds of those in the journal on the disk."""
        path = pathlib.Path(self._folder.name, 'lowtide', 'journal.sqlite')
        with contextlib.closing(sqlite3.connect(f'file:{path}?mode=ro', uri=True)) as journal:
            return [kind for kind, in journal.execute('SELECT kind FROM packs ORDER BY at_s')]


def start_pack(program, kind):
    program.press(f'Start {kind}', role='push button')
    program.press('Yes', role='push button')
    program.wait('Taken off', role='push button')


def demand(notification, urgency, title):
    if (notification.urgency, notification.title) != (urgency, title):
        raise Failure(f'“{notification.title}” came with urgency {notification.urgency}, '
                      f'not “{title}” with {urgency}')


def wait_for_end(program):
    wait_for('the end of the program', lambda: program.has_ended())


def test_without_window(program):
    """A pack outlives the window: notifications lead through it, and then the program ends"""
    with NotificationServer() as server:
        start_pack(program, 'heat')
        program.close_window()
        program.advance(5 * MINUTE - 1)
        if server.shown():
            raise Failure('something was said too early')
        program.advance(1)
        demand(server.wait(1), 'NORMAL', LOOK)
        server.press('Skin is fine')
        server.wait_until_gone()
        program.advance(10 * MINUTE)
        demand(server.wait(2), 'NORMAL', END)
        program.advance(2 * MINUTE)
        demand(server.wait(3), 'NORMAL', END)
        if server.count() != 1:
            raise Failure(f'{server.count()} notifications stand there at once')
        server.press('Taken off')
        server.wait_until_gone()
        wait_for_end(program)
    if program.packs() != ['heat']:
        raise Failure(f'the journal knows of {program.packs()}')


def test_window_again(program):
    """A click on the notification brings the window back, and confirming there withdraws it"""
    with NotificationServer() as server:
        start_pack(program, 'cold')
        program.close_window()
        program.advance(5 * MINUTE)
        demand(server.wait(1), 'NORMAL', LOOK)
        program.advance(5 * MINUTE)
        demand(server.wait(2), 'NORMAL', END)
        server.open()
        program.wait(END, role='label')
        program.press('Taken off', role='push button')
        server.wait_until_gone()
        program.wait('Start heat', role='push button')
        if program.find('Start cold') is not None:
            raise Failure('cold is offered again at once')


def test_sleep(program):
    """A pack whose time runs out while the machine sleeps is told of after it"""
    with NotificationServer() as server:
        start_pack(program, 'heat')
        program.advance(MINUTE)
        program.sleep(20 * MINUTE)
        program.advance(5)
        demand(server.wait(1), 'NORMAL', END)
        program.wait(END, role='label')
        program.activate_action('pack-taken-off')
        program.wait('Start cold', role='push button')
        server.wait_until_gone()


def test_without_server(program):
    """Without any notification server the card says it all, to those who hear it too"""
    start_pack(program, 'heat')
    program.wait('Heat for 15 minutes', role='label')
    program.advance(5 * MINUTE)
    program.wait(LOOK, role='label')
    program.wait(re.compile(f'^{LOOK}. Look at the skin'), role='frame')
    program.press('Skin is fine', role='push button')
    program.wait_until_gone(LOOK)
    program.wait('Lowtide', role='frame')
    program.advance(10 * MINUTE)
    program.wait(END, role='label')
    program.wait(re.compile(f'^{END}'), role='frame')
    program.press('Taken off', role='push button')
    program.wait_until_gone(END)
    program.wait('Lowtide', role='frame')


def test_minutes(program):
    """Minutes are chosen within what the safety rules allow, and are kept"""
    program.press('Longer heat', role='push button')
    program.wait('20 minutes')
    for minutes in (15, 10):
        program.press('Shorter heat', role='push button')
        program.wait(f'{minutes} minutes')
    start_pack(program, 'heat')
    program.wait('Heat for 10 minutes', role='label')
    program.press('Taken off', role='push button')
    program.wait('Shorter cold', role='push button')


def test_questions_first(program):
    """No way to start a pack goes past its questions, and a no starts nothing"""
    program.activate_action('start-pack', GLib.Variant('s', 'steam'))
    program.activate_action('start-pack', GLib.Variant('s', 'heat'))
    program.wait('Can you feel warm and cold normally there?')
    program.press('No', role='push button')
    program.wait_until_gone('Can you feel warm and cold normally there?')
    program.close_window()
    program.advance(30 * MINUTE)
    program.wait('Start heat', role='push button')


def test_not_again(program):
    """What is too soon is refused on every way, and after heat cold asks for the skin"""
    start_pack(program, 'heat')
    program.press('Taken off', role='push button')
    program.wait('Start cold', role='push button')
    program.activate_action('start-pack', GLib.Variant('s', 'heat'))
    program.wait('Leave 2 hours between two warm packs: again from 11:00 on.')
    if len(program.windows()) != 1:
        raise Failure('questions are asked for what is refused')
    program.press('Start cold', role='push button')
    program.wait('Is the skin back to normal after the warm pack?')
    program.press('Yes', role='push button')
    program.wait('Can you feel warm and cold normally there?')
    program.press('Yes', role='push button')
    program.wait('Cold for 10 minutes', role='label')
    program.press('Taken off', role='push button')
    program.wait_until_gone('Taken off')
    program.advance(2 * 60 * MINUTE)
    program.wait('Start heat', role='push button')


def test_quit(program):
    """Who quits for good with a pack on finds it in the diary, so that the next is not too soon"""
    start_pack(program, 'cold')
    program.advance(3 * MINUTE)
    program.close_window()
    program.activate_action('quit')
    wait_for_end(program)
    if program.packs() != ['cold']:
        raise Failure(f'the journal knows of {program.packs()}')


def test_numbness(program):
    """Skin that feels neither warm nor cold, newly, leads to the questions about it"""
    program.press('Start cold', role='push button')
    program.press('No', role='push button')
    program.press('The numbness is new', role='push button')
    program.wait('None of these', role='push button')


def count_shown(program, name):
    return sum(node.is_called(name) for node in program.windows()[0].mapped_descendants())


def test_warning_sign(program):
    """With a warning sign there is no way to a pack"""
    wait_for('the reason, for heat and for cold', lambda: count_shown(program, OFF) == 2)
    if program.find('Start heat') is not None:
        raise Failure('heat is offered')
    program.activate_action('start-pack', GLib.Variant('s', 'heat'))
    wait_for('the reason in passing', lambda: count_shown(program, OFF) == 3)
    program.wait_for_windows(1)


test_warning_sign.start = lambda: ByHand(saddle=person.answer('yes', day=FIRST_DAY))

WITH_SERVER = [test_without_window, test_window_again, test_sleep]
ALONE = [test_without_server, test_minutes, test_questions_first, test_not_again,
         test_numbness, test_warning_sign, test_quit]

if __name__ == '__main__':
    run_tests((WITH_SERVER if NotificationServer.is_installed() else []) + ALONE, program=ByHand)
