"""It hurts, in the running program: by keys alone, and the window stays."""

import re
import subprocess
import time

from lowtide_driver import Failure, run_tests
from test_session import MOVES, remaining_seconds, skip_to, start_session

KINDS = ['Pulling, stretching, tired muscle', 'Ache in the back or buttock', 'Pain down the leg',
         'Burning, electric, tingling or numb', 'Weak or giving way', 'Something else is wrong']


# An answer must not come in one go with what was pressed before it, nor a key with the screen.
APART_S = 0.5


def press_keys(*keys):
    """To the dialog, which is in the corner: without a window manager keys follow the pointer."""
    time.sleep(APART_S)
    subprocess.run(['xdotool', 'mousemove', '20', '20', 'key', *keys], check=True)


def ask(program):
    """By the key, which pauses at once."""
    time.sleep(APART_S)
    program.key('h')
    program.wait('What is it like?', role='heading')
    if program.find('Pause', role='push button') is not None:
        raise Failure('the session is not paused')
    for kind in KINDS:
        program.wait(kind, role='push button')


def demand_session(program, move):
    program.wait_for_windows(1)
    program.wait(move)
    program.wait('Pause', role='push button')


def demand_finish(program):
    program.wait_for_windows(1)
    program.wait('Stopped. That counts too')
    program.wait(re.compile('^Good call to stop'))


def test_focus_begins_at_first_answer(program):
    """The first answer has the focus, and Tab comes to all of them and to Stop."""
    start_session(program)
    ask(program)
    focused = program.find_focused()
    if focused is None or not focused.is_called(KINDS[0]):
        raise Failure(f'the focus is at {focused and focused.name}')
    program.wait('Stop the session', role='push button')


def test_two_keys_skip(program):
    """A pull is skipped with two keys, while getting into position."""
    start_session(program)
    ask(program)
    press_keys('1')
    program.wait('Skip', role='push button')
    press_keys('3')
    demand_session(program, MOVES[1])


def test_score_ends_and_keeps(program):
    """Strong pain at work ends the session, and what was done is on the finish page."""
    start_session(program)
    program.wait(re.compile('^(Hold|Rep|Roll|Keep going)'), role='label', seconds=20)
    remaining_seconds(program)
    ask(program)
    press_keys('3')
    program.wait('9', role='push button')
    press_keys('9')
    demand_finish(program)
    program.wait(re.compile('^Left out because it hurt, until'))


def test_wait_and_go_on(program):
    """Burning is waited for in a pause, and the session goes on when it went."""
    start_session(program)
    skip_to(program, 1)
    program.press('Pause', role='push button')
    program.wait('Resume', role='push button')
    ask(program)
    press_keys('4')
    program.wait(re.compile('^Breathe'), role='label')
    program.wait('No, it is still there', role='push button')
    press_keys('1')
    demand_session(program, MOVES[2])


def test_last_move(program):
    """Leaving the last move out leads to the finish."""
    start_session(program)
    skip_to(program, len(MOVES) - 1)
    ask(program)
    press_keys('1')
    program.wait('Skip', role='push button')
    press_keys('3')
    program.wait('Well done')


def test_escape_ends(program):
    """Escape ends the session from any question."""
    start_session(program)
    ask(program)
    press_keys('2')
    program.wait('10', role='push button')
    press_keys('Escape')
    demand_finish(program)


if __name__ == '__main__':
    run_tests([test_focus_begins_at_first_answer,
               test_two_keys_skip,
               test_score_ends_and_keeps,
               test_wait_and_go_on,
               test_last_move,
               test_escape_ends])
