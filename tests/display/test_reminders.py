"""The reminder as the program shows and switches it; a played one answers on the bus."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import person
from lowtide_driver import Failure, Program, run_tests, wait_for

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'support'))
from played_reminder import PlayedReminder  # noqa: E402

SETTINGS = 'glib-2.0/settings/keyfile'
ENTRY = 'autostart/org.lowtide.Lowtide.Reminder.desktop'
MAX_KEYS = 60


class Reminded(Program):
    """The program with settings in a file of its own, and reminders switched on unless told otherwise."""

    def __init__(self, enabled=True, stored=person.write_answered, **settings):
        self.folder = tempfile.TemporaryDirectory(prefix='lowtide-config-')
        self._file = pathlib.Path(self.folder.name, SETTINGS)
        self._file.parent.mkdir(parents=True)
        values = {'reminders-enabled': str(enabled).lower(), **settings}
        lines = [f'{key}={value}' for key, value in values.items()]
        self._file.write_text('\n'.join(['[org/lowtide/Lowtide]', *lines]) + '\n')
        super().__init__(environment={'GSETTINGS_BACKEND': 'keyfile',
                                      'XDG_CONFIG_HOME': self.folder.name}, stored=stored)

    def setting(self, key):
        found = re.search(f'^{key}=(.*)$', self._file.read_text(), re.MULTILINE)
        return found[1] if found else None

    def wait_for_setting(self, key, value):
        wait_for(f'{key} = {value}', lambda: self.setting(key) == value)

    def entry(self):
        return pathlib.Path(self.folder.name, ENTRY)


def open_preferences(program):
    program.key('ctrl+comma')
    program.wait_for_windows(2)
    program.press('Reminders', role='page tab')


def demand_call(reminder, *call):
    wait_for(f'{call} (came: {reminder.calls})', lambda: call in reminder.calls)


def test_card_follows(program):
    """Today tells what the reminder tells, through all that it can come to."""
    with PlayedReminder() as reminder:
        program.wait('25 minutes of sitting', role='label')
        program.wait('A break is due in 5 minutes.')
        reminder.set(Holds=['inhibitor'])
        program.wait('Held back: a call or a film keeps the screen on.')
        reminder.spell = (0, 2700, True, 720)
        reminder.set(State='standing', Holds=[])
        program.wait('On your feet for 12 minutes', role='label')
        reminder.spell = (1860, 1800, True, 0)
        reminder.set(State='unknown')
        program.wait('31 minutes since the last break', role='label')
        reminder.set(State='away')
        program.wait('Away for a moment', role='label')


def test_buttons(program):
    """Standing, sitting again, both breaks, a pause and its end reach the reminder by their buttons."""
    with PlayedReminder() as reminder:
        program.press('I’m standing', role='push button')
        program.press('I’m sitting again', role='push button')
        program.press('Stand 1 min', role='push button')
        program.press('End the Break', role='push button')
        program.press('Chair 2 min', role='push button')
        demand_call(reminder, 'BeginBreak', 'chair')
        program.press('End the Break', role='push button')
        go_to(program, 'Chair 2 min')
        program.key('Tab', 'space')
        program.press('For 2 hours', role='menu item')
        program.wait(re.compile('^Paused until'))
        program.press('Resume Reminders', role='push button')
        program.wait_until_gone('Resume Reminders')
        wanted = [('SetStanding', True), ('SetStanding', False), ('BeginBreak', 'stand'),
                  ('EndBreak', False), ('BeginBreak', 'chair'), ('EndBreak', False),
                  ('Pause', 120), ('Resume',)]
        told = [call for call in reminder.calls if call != ('Reload',)]
        if told != wanted:
            raise Failure(f'the reminder was told {told}')


def test_dies_and_comes_back(program):
    """A reminder that dies is missed at once, and one that comes back is known; none is asked unseen."""
    reminder = PlayedReminder()
    reminder.start()
    program.wait('25 minutes of sitting', role='label')
    reminder.die()
    program.wait('The reminder is not running', role='label')
    program.wait('Start It', role='push button')
    with PlayedReminder(State='standing') as other:
        other.spell = (0, 2700, True, 60)
        program.wait('On your feet for 1 minute', role='label')
        program.press('Moves', role='page tab')
        program.wait_until_gone('On your feet for 1 minute')
        asked = other.questions
        other.set(State='sitting')
        time.sleep(0.5)
        if other.questions != asked:
            raise Failure('how long is sat was asked for though nobody sees it')


def test_silent_reminder(program):
    """A reminder that answers nothing holds nothing up, and a press that fails is told."""
    with PlayedReminder() as reminder:
        program.wait('25 minutes of sitting', role='label')
        reminder.is_silent = True
        program.press('I’m standing', role='push button')
        begun = time.monotonic()
        program.press('Moves', role='page tab')
        program.wait('Search moves')
        if time.monotonic() - begun > 4:
            raise Failure('the window waited for the reminder')
        program.press('Today', role='page tab')
        program.wait('No answer from the reminder yet')
        reminder.is_silent = False
        reminder.set(Holds=[])
        program.wait('25 minutes of sitting')
        reminder.refusal = 'org.freedesktop.DBus.Error.Failed'
        program.press('Stand 1 min', role='push button')
        program.wait('That did not reach the reminder. Try again in a moment.')


def test_session_and_changes(program):
    """A session, and what is told of the person, come to the reminder."""
    with PlayedReminder() as reminder:
        program.wait('25 minutes of sitting', role='label')
        program.begin_session()
        program.pass_cautions()
        demand_call(reminder, 'BeginSession')
        program.press('Stop', role='push button')
        wait_for('the end of the session', lambda: ('EndSession',) in reminder.calls)
        demand_call(reminder, 'Reload')


def test_switch(program):
    """The switch writes an entry for the login and removes it, and shows what is true."""
    with PlayedReminder():
        program.wait('Reminders are off', role='label')
        open_preferences(program)
        program.wait('Off. Nothing runs in the background.')
        program.press('Remind me to stand up', role='list item')
        program.wait('On. It runs, and starts by itself at login.')
        program.wait_for_setting('reminders-enabled', 'true')
        program.wait('Keyboard and mouse, told by GNOME')
        if shutil.which('desktop-file-validate'):
            subprocess.run(['desktop-file-validate', str(program.entry())], check=True)
        text = program.entry().read_text()
        if 'lowtide-reminder' not in text or 'NoDisplay=true' not in text:
            raise Failure(text)
        program.press('Remind me to stand up', role='list item')
        wait_for('the end of the entry', lambda: not program.entry().exists())
        program.wait('Off. Nothing runs in the background.')


test_switch.start = lambda: Reminded(enabled=False)


def test_not_installed(program):
    """Where the reminder cannot be started, the reason is told, and what is true of the login."""
    program.press('Switch On Reminders', role='push button')
    program.wait('Start It', role='push button')
    program.wait(re.compile('^The reminder could not be started'))
    open_preferences(program)
    program.wait('It starts by itself at login, but does not run now.')


test_not_installed.start = lambda: Reminded(enabled=False)


def go_to(program, name):
    for _ in range(MAX_KEYS):
        focused = program.find_focused()
        if focused is not None and focused.is_called(name):
            return focused
        program.key('Tab')
        time.sleep(0.1)
    raise Failure(f'Tab does not lead to "{name}"')


def test_hours(program):
    """Hours are added, changed and removed by keyboard; what makes no sense is told and not kept."""
    open_preferences(program)
    go_to(program, 'Add Hours')
    program.key('space')
    program.wait('Hours 2 begin')
    program.wait_for_setting('reminder-hours', "'08:00-12:00,12:00-13:00'")
    program.enter_value('Hours 2 begin', 11 * 60)
    program.wait(re.compile('^Some of these hours overlap'))
    if program.setting('reminder-hours') != "'08:00-12:00,12:00-13:00'":
        raise Failure('hours that overlap were kept')
    program.enter_value('Hours 2 end', 11 * 60)
    program.wait(re.compile('^Hours that end when they begin'))
    program.enter_value('Hours 2 begin', 14 * 60)
    program.enter_value('Hours 2 end', 24 * 60)
    program.wait_for_setting('reminder-hours', "'08:00-12:00,14:00-24:00'")
    program.wait_until_gone(re.compile('^Hours that end when they begin'))
    for _ in range(2):
        go_to(program, 'Remove hours 1')
        program.key('space')
        time.sleep(0.3)
    program.wait('At any time of day')
    program.wait_for_setting('reminder-hours', "''")


test_hours.start = lambda: Reminded(**{'reminder-hours': "'08:00-12:00'"})


def test_wheel(program):
    """Who scrolls past the hours changes none of them."""
    open_preferences(program)
    spin = program.wait('Hours 1 begin', role='spin button')
    program.wait_until_still(spin)
    before = spin.extents[1]
    program.point_to(spin)
    subprocess.run(['xdotool', 'click', '--repeat', '3', '--delay', '100', '5'], check=True)
    wait_for('the page to scroll', lambda: spin.extents[1] < before)
    program.wait_until_still(spin)
    if program.setting('reminder-hours') != "'08:00-12:00'":
        raise Failure(f'the hours are {program.setting("reminder-hours")}')


test_wheel.start = test_hours.start


def test_offer(program):
    """In a flare-up a shorter time is offered, and taken only by a press."""
    with PlayedReminder():
        program.wait('25 minutes of sitting', role='label')
        program.press('Flare-up mode', role='list item')
        program.wait('While it is sore, shorter sitting may be kinder.')
        if program.setting('reminder-minutes') is not None:
            raise Failure('the time was changed though nothing was pressed')
        program.press('Remind after 20 minutes', role='push button')
        program.wait_for_setting('reminder-minutes', '20')
        program.wait_until_gone('Remind after 20 minutes')


def test_breaks(program):
    """Breaks of today are told, and one that is taken is read from the journal."""
    with PlayedReminder() as reminder:
        program.wait('25 minutes of sitting', role='label')
        reminder.tell_break('stand', int(time.time()))
        program.wait('2 breaks today')


def test_real_reminder(program):
    """The real reminder and the program tell each other of sitting, a led break and a session."""
    reminder = subprocess.Popen([os.environ['LOWTIDE_REMINDER']], stdin=subprocess.DEVNULL,
                                env={**os.environ, 'GSETTINGS_BACKEND': 'keyfile',
                                     'XDG_CONFIG_HOME': program.folder.name})
    try:
        program.wait('Just sat down', role='label')
        program.press('Stand 1 min', role='push button')
        program.wait('Standing for a minute', role='label')
        program.press('End the Break', role='push button')
        program.wait('Just sat down', role='label')
        program.press('I’m standing', role='push button')
        program.press('I’m sitting again', role='push button')
        program.press('Chair 2 min', role='push button')
        program.wait('Pause', role='push button')
        program.key('Escape')
    finally:
        reminder.terminate()
        status = reminder.wait(10)
    if status != 0:
        raise Failure(f'the reminder ended with {status}')


def write_breaks(data_home):
    diary = person.make_diary()
    diary['breaks'] = [person.make_break(1, 9), person.make_break(0, 0), person.make_break(0, 1)]
    person.write(data_home, person.make_profile(), diary)


test_breaks.start = lambda: Reminded(stored=write_breaks)

if __name__ == '__main__':
    run_tests([test_card_follows, test_buttons, test_dies_and_comes_back, test_silent_reminder,
               test_session_and_changes, test_switch, test_not_installed, test_hours, test_wheel, test_offer,
               test_breaks] + ([test_real_reminder] if 'LOWTIDE_REMINDER' in os.environ else []),
              program=Reminded)
