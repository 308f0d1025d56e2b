"""Check-ins: by the list, on the map, with two presses, put right and removed."""

import datetime
import re

from lowtide_driver import Failure, Program, run_tests, stored_by, wait_for
import person

OPEN = 'Check in on the body map'
WEAK_LEG = re.compile('^New or growing weakness in one leg')


class Counted(Program):
    """Counts what is pressed."""

    presses = 0

    def press(self, *arguments, **more):
        self.presses += 1
        return super().press(*arguments, **more)


def write_yesterday(data_home):
    """A check-in of yesterday that has a numb leg in it."""
    now = datetime.datetime.now().astimezone() - datetime.timedelta(days=1)
    checkin = {'when': now.isoformat(timespec='seconds'), 'zones': {'low-back': 2, 'calf-left': 4},
               'flags': {'left': ['numbness'], 'right': []}}
    person.write(data_home, person.make_profile(), {'checkins': [checkin]})


def write_none(data_home):
    person.write(data_home, person.make_profile())


def open_page(program):
    program.press(OPEN, role='push button')
    program.wait_until_still(program.wait('Low back', role='spin button'))


def save(program):
    program.press('Save', role='push button')
    program.wait('Today', role='page tab')


def entries(program):
    """What is said of the check-ins of today, on their page."""
    box = program.find('Earlier today', role='list')
    return [node.name for node in box.mapped_descendants() if node.role == 'label'] if box else []


def wait_for_entry(program, words):
    wait_for(f'the check-in "{words}"', lambda: words in entries(program))


@stored_by(write_none)
def test_list(program):
    """A check-in by the list, with a screen reader or the keyboard"""
    open_page(program)
    program.enter_value('Left calf', 4)
    program.enter_value('Low back', 10)
    program.wait('Left calf: 4 of 10', role='push button')
    program.press('Burning or electric, left leg', role='push button')
    save(program)
    open_page(program)
    wait_for_entry(program, 'Low back 10 · Left calf 4 · Burning or electric, left leg')


@stored_by(write_none)
def test_map(program):
    """A check-in on the map, by the name of a zone and the meaning of a score"""
    open_page(program)
    program.press('Left foot: 0 of 10', role='push button')
    program.press('5: hard to ignore', role='push button')
    program.wait('Left foot: 5 of 10', role='push button')
    save(program)
    open_page(program)
    wait_for_entry(program, 'Left foot 5')


@stored_by(write_none)
def test_keys(program):
    """A check-in on the map by keys alone"""
    program.key('ctrl+i')
    zone = program.wait('Low back: 0 of 10', role='push button')
    program.wait_until_still(zone)
    for _ in range(20):
        if (focused := program.find_focused()) and focused.is_called('Low back: 0 of 10'):
            break
        program.key('Tab')
    program.key('3', 'Down', 'Down', '1', '0')
    program.wait('Left thigh: 10 of 10', role='push button')
    program.wait('Low back: 3 of 10', role='push button')
    save(program)
    program.key('ctrl+i')
    wait_for_entry(program, 'Low back 3 · Left thigh 10')


@stored_by(write_yesterday)
def test_same(program):
    """As yesterday it is with two presses, and what is numb since then is not new"""
    program.presses = 0
    program.press(OPEN, role='push button')
    program.press('Same as yesterday', role='push button')
    program.wait('Today', role='page tab')
    if program.presses > 2:
        raise Failure(f'it took {program.presses} presses')
    open_page(program)
    wait_for_entry(program, 'Low back 2 · Left calf 4 · Numb, tingling or dull, left leg')


def test_put_right(program):
    """A wrong entry is put right and stands once"""
    open_page(program)
    program.press('Put right', role='push button')
    program.wait(re.compile('^The check-in of '))
    program.wait('Left buttock: 2 of 10', role='push button')
    program.enter_value('Left buttock', 1)
    save(program)
    open_page(program)
    wait_for_entry(program, 'Left buttock 1')
    if 'Left buttock 2' in entries(program):
        raise Failure('the wrong entry is still there')


def test_remove(program):
    """A wrong entry goes with two presses"""
    open_page(program)
    program.press('Remove', role='push button')
    program.press('Really remove', role='push button')
    program.wait_until_gone('Earlier today')


@stored_by(write_none)
def test_weakness(program):
    """Weakness leads to what has to be asked about it"""
    open_page(program)
    program.press('Really weak, left leg', role='push button')
    program.press('Save', role='push button')
    program.wait(WEAK_LEG)


def test_before_session(program):
    """Before a session it can be shown on the map, too"""
    program.press('Start', role='push button')
    program.press('Show on the body map', role='push button')
    program.wait_until_still(program.wait('Low back', role='spin button'))
    program.enter_value('Left buttock', 1)
    program.press('Continue', role='push button')
    program.pass_cautions()


if __name__ == '__main__':
    run_tests([test_list, test_map, test_keys, test_same, test_put_right, test_remove, test_weakness,
               test_before_session], Counted)
