"""The keys of a session, in the running program: any key pauses, and a knee does no more than that."""

import random
import re
import subprocess
import time

from lowtide_driver import Failure, Program, Skip, run_tests, wait_for
from test_session import MOVES, skip_to, start_session

# What page-turners, presenter remotes, headsets and hurried hands send.
PAUSING_KEYS = ['Right', 'Left', 'Up', 'Down', 'Next', 'Prior', 'F5', 'F10', 'period', 'b', '7', 'Escape',
                'Return', 'KP_Enter', 'KP_5', 'KP_Right', 'XF86AudioPlay', 'XF86AudioNext', 'XF86Back',
                'ctrl+p', 'ctrl+comma', 'ctrl+f', 'ctrl+i', 'ctrl+question', 'alt+2']
LEADING_KEYS = ['ctrl+period', 'ctrl+w', 'ctrl+q', 'alt+Left', 'alt+F4']
KNEE = ['Control_L', 'Right', 'Tab', 'Return', 'Escape', 'space', 'h', 'period']

# Longer than two presses that belong together are apart, and than it must be quiet before an answer.
APART_S = 0.5

RANDOM_PRESSES, PRESSES_BETWEEN_LOOKS = 1000, 100
SEED = 8
# All keys that there can be, but Num Lock, with which Shift makes the keyboard a mouse.
KEYCODES = [code for code in range(9, 256) if code != 77]
MODIFIERS = [37, 50, 62, 64, 105, 108, 133, 134]
# Escape, Tab, Enter, H, Space, and the arrows.
WANTED = [9, 23, 36, 43, 65, 111, 113, 114, 116]


def keyboard(*words):
    subprocess.run(['xdotool', *words], check=True)


def press(program, *keys):
    """One by one, each by itself."""
    for key in keys:
        time.sleep(APART_S)
        program.key(key)


def demand_paused(program, move=MOVES[0]):
    program.wait('Resume', role='push button')
    program.wait(move)


def demand_running(program, move=MOVES[0]):
    program.wait('Pause', role='push button')
    program.wait(move)


def demand_focus(program, name):
    def has_it():
        node = program.find_focused()
        return node is not None and node.is_called(name)

    wait_for(f'the focus on {name}', has_it)


def demand_question(program, text):
    program.wait(text, role='heading')
    program.wait('Resume', role='push button')
    demand_focus(program, 'Stay')


def demand_no_question(program):
    program.wait_until_gone('Stay', role='push button')


def test_every_key_pauses(program):
    """Every key pauses and goes on, those of page-turners, of the application and of the window too."""
    start_session(program)
    runs = True
    for key in PAUSING_KEYS:
        press(program, key)
        runs = not runs
        try:
            program.wait('Pause' if runs else 'Resume', role='push button')
        except Failure as failure:
            raise Failure(f'{key} does not pause or go on: {failure}') from failure
    program.wait(MOVES[0])
    program.wait_for_windows(1)


def test_two_quick_presses(program):
    """Two quick presses begin the move again, from a pause as well, and three do not skip it."""
    start_session(program)
    skip_to(program, 1)
    for paused in False, True:
        program.wait(re.compile('^Hold'), role='label', seconds=30)
        if paused:
            press(program, 'space')
            demand_paused(program, MOVES[1])
        time.sleep(APART_S)
        keyboard('key', '--delay', '120', 'Right', 'Right')
        program.wait(re.compile('^Ready. Going on in'))
        program.wait('Get into position')
        demand_running(program, MOVES[1])
    time.sleep(APART_S)
    keyboard('key', '--delay', '120', 'Right', 'Right', 'Right')
    demand_paused(program, MOVES[1])


def test_skip_asks(program):
    """Skipping by key asks; Enter alone stays, Tab and Enter skip, and the session runs on."""
    start_session(program)
    press(program, 'ctrl+Right')
    demand_question(program, 'Skip this move?')
    press(program, 'Return')
    demand_no_question(program)
    demand_paused(program)
    press(program, 'space')
    demand_running(program)
    press(program, 'ctrl+Right')
    demand_question(program, 'Skip this move?')
    press(program, 'Tab')
    demand_focus(program, 'Skip')
    press(program, 'Return')
    demand_no_question(program)
    demand_running(program, MOVES[1])
    demand_focus(program, 'Pause')


def test_any_key_stays(program):
    """Any key withdraws the question, and does nothing else."""
    start_session(program)
    for key in 'space', 'Escape', 'x', 'Next':
        press(program, 'ctrl+Left')
        demand_question(program, 'Go back?')
        press(program, key)
        demand_no_question(program)
        demand_paused(program)


def test_buttons_by_key(program):
    """Enter on a button that leads away asks, Space on it pauses; the pointer does it at once."""
    start_session(program)
    press(program, 'Tab')
    demand_focus(program, 'Skip this move')
    press(program, 'space')
    demand_paused(program)
    press(program, 'Return')
    demand_question(program, 'Skip this move?')
    press(program, 'Right', 'Return')
    demand_paused(program, MOVES[1])
    demand_focus(program, 'Skip this move')
    program.click(program.wait('Skip this move', role='push button'))
    demand_paused(program, MOVES[2])
    demand_no_question(program)


def test_leaving_asks(program):
    """All keys that would lead out of the session ask, and End keeps what was done."""
    start_session(program)
    for key in LEADING_KEYS:
        press(program, key)
        demand_question(program, 'End the session?')
        press(program, 'Escape')
        demand_no_question(program)
        demand_paused(program)
    press(program, 'ctrl+w')
    demand_question(program, 'End the session?')
    press(program, 'Tab', 'Return')
    program.wait('Stopped. That counts too')


def test_desktop_closes(program):
    """The desktop's key for closing a window asks, its button does not."""
    try:
        manager = subprocess.Popen(['openbox', '--sm-disable'], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
    except FileNotFoundError as error:
        raise Skip('openbox is not installed') from error
    try:
        start_session(program)
        program.activate()
        press(program, 'alt+F4')
        demand_question(program, 'End the session?')
        press(program, 'Return')
        demand_no_question(program)
        demand_paused(program)
        close = program.wait('Close', role='push button')
        close.do_action(close.pressing_action())
        wait_for('the end', program.has_ended)
    finally:
        manager.terminate()
        manager.wait()


def test_knee(program):
    """A knee on many keys at once only pauses, also while it is asked or hurts."""
    start_session(program)
    program.point_away()
    for _ in range(3):
        time.sleep(APART_S)
        keyboard(*[word for key in KNEE for word in ('keydown', key)])
        time.sleep(1)
        keyboard(*[word for key in KNEE for word in ('keyup', key)])
        demand_paused(program)
        demand_no_question(program)
    press(program, 'ctrl+Right')
    demand_question(program, 'Skip this move?')
    keyboard('keydown', 'Tab', 'keydown', 'Return', 'keyup', 'Tab', 'keyup', 'Return')
    demand_no_question(program)
    demand_paused(program)
    press(program, 'h')
    program.wait('What is it like?', role='heading')
    time.sleep(APART_S)
    subprocess.run(['xdotool', 'mousemove', '20', '20', 'keydown', '1', 'keydown', 'Escape', 'keydown',
                    'Return', 'keyup', '1', 'keyup', 'Escape', 'keyup', 'Return'], check=True)
    time.sleep(APART_S)
    keyboard('key', '--delay', '60', '1', '3', 'Escape', 'Return', 'Escape', 'ctrl+w', 'ctrl+q', 'Escape')
    time.sleep(APART_S)
    program.wait('What is it like?', role='heading')
    demand_paused(program)


def random_words(dice):
    """A key or several at once, most of them in a hurry, as of a body on the keys; and their number."""
    codes = dice.sample(KEYCODES, dice.choice([0, 1, 1, 1, 2, 4]))
    codes += dice.sample(WANTED, dice.choice([0, 0, 1]))
    codes[:0] = dice.sample(MODIFIERS, dice.choice([0, 0, 1]))
    codes = list(dict.fromkeys(codes))
    down = [word for code in codes for word in ('keydown', str(code))]
    up = [word for code in dice.sample(codes, len(codes)) for word in ('keyup', str(code))]
    held = ['sleep', '0.7'] if dice.random() < 0.03 else []
    return len(codes), [*down, *held, *up, 'sleep', str(dice.choice([0, 0.01, 0.05, 0.1, 0.35]))]


def press_at_random(program, dice):
    program.point_away()
    pressed, words = 0, []
    while pressed < PRESSES_BETWEEN_LOOKS:
        count, more = random_words(dice)
        pressed += count
        words += more
    keyboard(*words)


def go_on_if_it_hurts(program):
    """An H by itself is meant, whoever presses it. Its dialog would have kept the keys to itself."""
    if program.find('What is it like?', role='heading') is not None:
        program.press('Pulling, stretching, tired muscle', role='push button')
        program.press('Go on', role='push button')
        demand_running(program, MOVES[1])


def test_random_keys(program):
    """After 1,000 random keys the session is where it was, and the program complains of nothing."""
    start_session(program)
    skip_to(program, 1)
    dice = random.Random(SEED)
    for _ in range(RANDOM_PRESSES // PRESSES_BETWEEN_LOOKS):
        press_at_random(program, dice)
        go_on_if_it_hurts(program)
        program.wait(MOVES[1])
    program.wait_for_windows(1)
    press(program, 'Escape')                # a question that is open is let be
    demand_no_question(program)
    if program.find('Pause', role='push button') is None:
        press(program, 'Escape')
    demand_running(program, MOVES[1])
    press(program, 'space')
    demand_paused(program, MOVES[1])


test_random_keys.start = lambda: Program(environment={'G_DEBUG': 'fatal-warnings'})


if __name__ == '__main__':
    run_tests([test_every_key_pauses,
               test_two_quick_presses,
               test_skip_asks,
               test_any_key_stays,
               test_buttons_by_key,
               test_leaving_asks,
               test_desktop_closes,
               test_knee,
               test_random_keys])
