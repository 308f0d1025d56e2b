"""Before the first session, and with warning signs: nothing leads past the questions."""

import os
import re
import subprocess

from gi.repository import GLib

import person
from lowtide_driver import Failure, run_tests, stored_by, wait_for

ROUTINE = 'Piriformis essentials'
ROUTINE_ID = 'piriformis-essentials'
SADDLE = re.compile('^Numbness, tingling or a changed feeling')
LEGS = re.compile('^Pain, tingling, numbness or weakness down both legs')
EMERGENCY = 'Get emergency help now'
# Somebody without signs is through Welcome with so many presses.
MOST_PRESSES = 9


def store(**profile):
    return lambda folder: person.write(folder, person.make_profile(**profile), person.make_diary())


def store_saddle(folder):
    store(saddle=person.answer('yes'))(folder)


def demand_no_session(program, way):
    """The screen for the answer is there, and no session."""
    program.wait(EMERGENCY)
    for sign in ('Pause', 'Start session', 'Same as last time'):
        if program.find(sign, role='push button'):
            raise Failure(f'{way} leads to "{sign}"')


def leave_warning(program):
    program.press('Back to Lowtide', role='push button')
    program.wait('Today', role='page tab')


def open_routine(program):
    program.press('Routines', role='page tab')
    program.press(ROUTINE, role='push button')
    program.wait_until_gone('Routines', role='page tab')


def start_by_command(*arguments):
    """As a second process, which hands it to the one that runs."""
    subprocess.run([os.environ['LOWTIDE_PROGRAM'], '--start', *arguments], check=True, timeout=30,
                   stdin=subprocess.DEVNULL)


@stored_by(None)
def test_first_run(program):
    """Somebody without warning signs is through Welcome with few presses."""
    presses = 0
    program.wait('I have read this')
    if 'sensitive' in program.wait('Continue', role='push button').states:
        raise Failure('Welcome goes on unread')
    program.press('I have read this')
    wait_for('Continue to be there to press',
             lambda: 'sensitive' in program.wait('Continue', role='push button').states)
    program.press('Continue', role='push button')
    presses += 2
    for title in ('First, the rare signs', 'Signs to phone about', 'Signs to mention',
                  'A little about you'):
        program.wait(title)
        program.press('None of these', role='push button')
        presses += 1
    program.wait('Side that hurts')
    program.press('Continue', role='push button')
    program.wait('Remind me to stand up')
    program.press('Done', role='push button')
    presses += 2
    program.wait('Today', role='page tab')
    if presses > MOST_PRESSES:
        raise Failure(f'it takes {presses} presses')
    program.press('Start', role='push button')
    program.wait('How is it now?')


@stored_by(None)
def test_welcome_is_not_passed(program):
    """Who leaves Welcome to look around comes back to it before a session."""
    program.press('Back', role='push button')
    program.wait('Today', role='page tab')
    program.press('Start', role='push button')
    program.wait('I have read this')
    program.press('Back', role='push button')
    program.wait('Today', role='page tab')
    program.activate_action('start-today')
    program.wait('I have read this')


@stored_by(store_saddle)
def test_emergency_from_today(program):
    """With an emergency answer Today's ways lead to the screen for it."""
    program.wait(re.compile('^' + EMERGENCY + '. Exercises are off'))
    program.activate_action('start-today')
    demand_no_session(program, 'app.start-today')
    leave_warning(program)
    program.activate_action('start-routine', GLib.Variant('s', ROUTINE_ID))
    demand_no_session(program, 'app.start-routine')
    leave_warning(program)


@stored_by(store_saddle)
def test_emergency_from_routine(program):
    """With an emergency answer a routine's page leads to the screen for it."""
    open_routine(program)
    start = program.find('Start', role='push button')
    if start is not None:
        program.press('Start', role='push button')
        demand_no_session(program, 'Start on a routine')


@stored_by(store_saddle)
def test_emergency_from_command_line(program):
    """With an emergency answer the command line leads to the screen for it."""
    start_by_command()
    demand_no_session(program, '--start')
    leave_warning(program)
    start_by_command(ROUTINE_ID)
    demand_no_session(program, '--start ' + ROUTINE_ID)


@stored_by(store(day=person.today(8)))
def test_emergency_while_open(program):
    """A sign told on the way to a session blocks the page that it began from, too."""
    open_routine(program)
    program.press('Start', role='push button')
    program.wait('Has anything changed?')
    program.choose(SADDLE, 'Yes')
    program.press('What to do now', role='push button')
    demand_no_session(program, 'a weekly answer')
    program.press('Back to Lowtide', role='push button')
    program.press('None of the others', role='push button')
    demand_no_session(program, 'the rest of the answers')
    program.press('Back to Lowtide', role='push button')
    program.wait_until_gone('Has anything changed?')
    start = program.find('Start', role='push button')
    if start is not None:
        program.press('Start', role='push button')
        demand_no_session(program, 'the page that was open before')


@stored_by(store(day=person.today(8)))
def test_weekly_questions(program):
    """After a week the short page comes before a session, and once."""
    program.press('Start', role='push button')
    program.wait('Has anything changed?')
    program.press('None of these', role='push button')
    program.wait('Same as last time', role='push button')
    program.wait_until_gone('Has anything changed?')
    program.press('Back', role='push button')
    program.wait('Today', role='page tab')
    program.press('Start', role='push button')
    program.wait('Same as last time', role='push button')
    if program.find('Has anything changed?'):
        raise Failure('it asks twice')


@stored_by(store_saddle)
def test_no_does_not_lift(program):
    """Answering no afterwards does not lift an emergency."""
    program.open_menu_item('Preferences')
    program.press('Answers')
    program.press('Answer the questions again')
    program.wait('First, the rare signs')
    program.press('None of these', role='push button')
    demand_no_session(program, 'a no')


@stored_by(store_saddle)
def test_clearing_lifts(program):
    """A clinician's word lifts it, once asked and answered."""
    program.activate_action('start-today')
    demand_no_session(program, 'app.start-today')
    program.press('A clinician has checked me and says exercise is fine')
    program.wait_for_windows(2)
    program.press('Yes, exercise is fine')
    program.wait_for_windows(1)
    program.wait('Today', role='page tab')
    program.wait_until_gone(re.compile('Exercises are off'))
    program.begin_session()
    program.wait_until_gone('Same as last time')
    if program.find(EMERGENCY):
        raise Failure('it still blocks')


@stored_by(lambda folder: person.write(folder, person.make_profile(), person.make_diary(worst=8)))
def test_strong_pain(program):
    """With strong pain there are ways to ease it in place of a session."""
    program.activate_action('start-today')
    program.press('Same as last time', role='push button')
    program.wait('Ease it today')
    if program.find('Pause', role='push button') or program.find('Start session'):
        raise Failure('a session begins')


if __name__ == '__main__':
    run_tests([test_first_run,
               test_welcome_is_not_passed,
               test_emergency_from_today,
               test_emergency_from_routine,
               test_emergency_from_command_line,
               test_emergency_while_open,
               test_weekly_questions,
               test_no_does_not_lift,
               test_clearing_lifts,
               test_strong_pain])
