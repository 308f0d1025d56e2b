"""The question of the morning after a session, by a notification and without one.

The program's clock stands until it is moved: on a Thursday, at nine in the morning.
"""

import json
import pathlib
import tempfile

from gi.repository import GLib

from lowtide_driver import Failure, Program, run_tests, wait_for
from notifications import NotificationServer
import person

FIRST_DAY = '2024-02-29'
HOUR = 3600
QUESTION = 'How Is It This Morning?'
SESSION = {'id': 'a', 'began': FIRST_DAY + 'T08:00:00+00:00', 'ended': FIRST_DAY + 'T08:20:00+00:00',
           'routine': 'piriformis-essentials', 'completed': True,
           'steps': [{'movement': 'bridge', 'outcome': 'done', 'worked_s': 60}],
           'hour_after': {'zones': {}, 'flags': {}, 'colour': 'green'}}


class Asked(Program):
    """The program of somebody who did a session an hour ago, and wants to be asked or not."""

    def __init__(self, is_wanted=True):
        self._settings = tempfile.TemporaryDirectory()
        folder = pathlib.Path(self._settings.name, 'glib-2.0', 'settings')
        folder.mkdir(parents=True)
        word = 'true' if is_wanted else 'false'
        (folder / 'keyfile').write_text(f'[org/lowtide/Lowtide]\nask-next-morning={word}\n',
                                        encoding='utf-8')
        super().__init__(environment={'GSETTINGS_BACKEND': 'keyfile',
                                      'XDG_CONFIG_HOME': self._settings.name},
                         stored=lambda data_home: person.write(
                             data_home, person.make_profile(FIRST_DAY), {'sessions': [SESSION]}))

    def advance(self, seconds):
        self.activate_action('advance-clock', GLib.Variant('u', seconds))

    def sleep(self, seconds):
        self.activate_action('suspend-clock', GLib.Variant('u', seconds))


def demand_nothing_shown(server):
    if server.shown():
        raise Failure('something was said too early')


def demand_quiet_question(notification):
    if (notification.urgency, notification.title) != ('LOW', QUESTION):
        raise Failure(f'“{notification.title}” came with urgency {notification.urgency}')


def wait_for_end(program):
    wait_for('the end of the program', lambda: program.has_ended())


def test_asked(program):
    """Without a window it is asked in the morning, quietly, and leads to the question"""
    with NotificationServer() as server:
        program.close_window()
        program.advance(23 * HOUR - 1)
        demand_nothing_shown(server)
        program.advance(1)
        demand_quiet_question(server.wait(1))
        server.open()
        program.wait('How is it this morning?')
        program.press('Tell how it is', role='push button')
        program.press('Nowhere')
        program.press('Save', role='push button')
        program.wait_until_gone('How is it this morning?')
        program.close_window()
        wait_for_end(program)


def test_asleep(program):
    """A machine that slept through the night asks after it"""
    with NotificationServer() as server:
        program.close_window()
        program.sleep(24 * HOUR)
        demand_quiet_question(server.wait(1))


def test_with_window(program):
    """With a window nothing is notified: Today asks"""
    with NotificationServer() as server:
        program.advance(24 * HOUR)
        program.wait('How is it this morning?')
        demand_nothing_shown(server)


def test_quit(program):
    """Who quits is not waited for"""
    program.activate_action('quit')
    wait_for_end(program)


def test_not_wanted(program):
    """Who does not want to be asked has no program in the background"""
    program.close_window()
    wait_for_end(program)


TESTS = [(test_asked, True), (test_asleep, True), (test_with_window, True), (test_quit, True),
         (test_not_wanted, False)]


def main():
    wanted = iter([is_wanted for _, is_wanted in TESTS])
    tests = [test for test, _ in TESTS]
    if not NotificationServer.is_installed():
        tests = [test_quit, test_not_wanted]
        wanted = iter([True, False])
    run_tests(tests, lambda: Asked(next(wanted)))


if __name__ == '__main__':
    main()
