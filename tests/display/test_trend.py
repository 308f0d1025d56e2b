"""What the check-ins come to: Today says it, and what it warns of leads past every session."""

import re

from gi.repository import GLib

import person
from lowtide_driver import Failure, run_tests, stored_by
from test_screening import ROUTINE, ROUTINE_ID, leave_warning, open_routine, start_by_command

WEAKNESS = re.compile('^Weakness in the left leg or foot')
BOTH_LEGS = re.compile('^Both legs are affected on the same day')
CHECKED = 'Already checked by a clinician'
SAME_DAY = re.compile('^Phone a doctor or .* today$')


def store(*checkins, **profile):
    """A diary of these check-ins, oldest first, and somebody who has answered all with no today."""
    return lambda folder: person.write(folder, person.make_profile(**profile),
                                       {'checkins': list(checkins)})


def usual(first, last):
    """The buttock, on days so long ago."""
    return [person.make_checkin(day, buttock_left=3) for day in range(first, last - 1, -1)]


weak = store(person.make_checkin(1, left=['weakness'], buttock_left=3))


def demand_pause(program, way):
    program.wait(SAME_DAY)
    program.wait(CHECKED, role='push button')
    for sign in ('Pause', 'Start session', 'Same as last time'):
        if program.find(sign, role='push button'):
            raise Failure(f'{way} leads to "{sign}"')


def say_checked(program):
    program.press(CHECKED, role='push button')
    program.wait_for_windows(2)
    program.press('Yes, already checked')
    program.wait_for_windows(1)


@stored_by(store(*usual(10, 8), *[person.make_checkin(day, calf_left=4) for day in (2, 1, 0)]))
def test_says_why(program):
    """Today says what the check-ins come to and, when asked, why."""
    program.wait('Reaching further')
    program.press('Why')
    program.wait('Left: Reaching further.')
    program.wait(re.compile('^Left, how far the pain reaches: before, the buttock; lately the calf'))


@stored_by(weak)
def test_weakness_blocks(program):
    """Weakness that was told yesterday keeps every way to a session closed."""
    program.wait('Please get checked today')
    program.wait(WEAKNESS)
    if program.find('Start', role='push button'):
        raise Failure('Today has Start')
    program.activate_action('start-today')
    demand_pause(program, 'app.start-today')
    leave_warning(program)
    program.activate_action('start-routine', GLib.Variant('s', ROUTINE_ID))
    demand_pause(program, 'app.start-routine')
    leave_warning(program)
    start_by_command(ROUTINE_ID)
    demand_pause(program, '--start')
    leave_warning(program)
    open_routine(program)
    start = program.find('Start', role='push button')
    if start is not None:
        program.press('Start', role='push button')
        demand_pause(program, 'Start of ' + ROUTINE)


@stored_by(weak)
def test_checked_frees_and_undo_blocks(program):
    """A clinician's knowing frees the sessions, and undoing it blocks them again."""
    program.press('What to do now', role='push button')
    demand_pause(program, 'What to do now')
    say_checked(program)
    program.wait('Today', role='page tab')
    program.wait('Start', role='push button')
    program.wait(re.compile('^Left-leg weakness is noted and you said a clinician knows'))
    program.open_menu_item('Preferences')
    program.press('Answers')
    program.press('Undo “A clinician has checked the weakness on the left”')
    program.close_window()
    program.wait_for_windows(1)
    program.wait('Please get checked today')
    program.activate_action('start-today')
    demand_pause(program, 'app.start-today')


@stored_by(store(person.make_checkin(0, calf_left=3, calf_right=3)))
def test_both_legs(program):
    """Both legs are an emergency."""
    program.wait(BOTH_LEGS)
    program.activate_action('start-today')
    program.wait('Get emergency help now')
    say_checked(program)
    program.wait('Start', role='push button')


@stored_by(store(person.make_checkin(4, left=['weakness'], buttock_left=3), *usual(3, 0),
                 day=person.today(2)))
def test_over(program):
    """After an urgent verdict that is over the short warning screen comes before a session."""
    program.wait('Has anything changed?')
    program.press('None of these', role='push button')
    program.wait_until_gone('Has anything changed?')
    program.press('Start', role='push button')
    program.wait('Same as last time', role='push button')


if __name__ == '__main__':
    run_tests([test_says_why,
               test_weakness_blocks,
               test_checked_frees_and_undo_blocks,
               test_both_legs,
               test_over])
