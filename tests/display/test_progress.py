"""The Progress page: empty, of a day, of two weeks and of a year, and the report that comes from it."""

import re

import person
from lowtide_driver import Failure, run_tests, stored_by


def stores(diary):
    """A person without warning signs and with this diary."""
    return stored_by(lambda folder: person.write(folder, person.make_profile(), diary()))


def show_progress(program):
    program.press('Progress', role='page tab')


@stores(lambda: {'checkins': []})
def test_empty(program):
    """Before anything was kept the page says what it will show, and leads to a check-in."""
    show_progress(program)
    program.wait('The Tide Line Begins Here')
    program.wait('Check In', role='push button')


@stores(lambda: {'checkins': [person.make_checkin(buttock_left=3)]})
def test_one_day(program):
    """One check-in is one dot, which is said in words."""
    show_progress(program)
    program.wait(re.compile('^Left leg: Buttock on '))
    program.wait(re.compile('^Right leg: No pain worth noting on '))
    program.wait('0 sessions in 28 days')


@stores(person.make_retreat)
def test_two_weeks(program):
    """The trend, the chart, the numbers that stand out, and muscles of each side."""
    show_progress(program)
    program.wait('Pulling back up')
    program.wait(re.compile('^Left leg, 14 days: Foot on .*, Low back on '))
    program.wait('How far down it reaches')
    program.wait(re.compile('sessions in 28 days$'))
    program.wait(re.compile('^left .* · right '))
    program.wait('Sitting at the computer, a day')


@stores(person.make_retreat)
def test_table(program):
    """The days of the chart can be read as a table."""
    show_progress(program)
    program.press('Left', role='push button')
    program.press('Show as a table', role='push button')
    program.wait('Left leg', role='table')
    rows = [node for node in program.wait('Left leg', role='table').mapped_descendants()
            if node.role == 'table row']
    if not rows:
        raise Failure('the table has no rows')


@stores(lambda: person.make_retreat(60, both=True))
def test_zoom(program):
    """A week, a month and a year show other days; earlier ones can be gone back to."""
    show_progress(program)
    program.wait(re.compile('^Left leg, 28 days'))
    program.press('Week', role='push button')
    program.wait(re.compile('^Left leg, 7 days'))
    program.press('Earlier', role='push button')
    program.wait(re.compile('^Right leg, 7 days'))
    program.press('Year', role='push button')
    program.wait(re.compile('^Left leg, 60 days'))


@stores(person.make_retreat)
def test_report(program):
    """The report asks for a time and a paper before it is saved or printed."""
    show_progress(program)
    program.press('Report for your clinician', role='push button')
    program.wait_for_windows(2)
    program.wait('Save as PDF…', role='push button')
    program.key('Escape')
    program.wait_for_windows(1)


if __name__ == '__main__':
    run_tests([test_empty, test_one_day, test_two_weeks, test_table, test_zoom, test_report])
