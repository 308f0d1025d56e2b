"""What is said of a move, on its page and in Preferences, by keyboard alone where it is said."""

import re
import subprocess

from lowtide_driver import Failure, run_tests, wait_for

MOVE = 'Bridge'
LEFT_OUT = 'Leave this out for now'

# From the top of a move's page to what is said of it, and through the choices, it is less.
MAX_KEYS = 20


def open_move(program):
    program.press('Moves', role='page tab')
    program.enter_text('Search moves', MOVE)
    program.press(MOVE, role='push button')
    program.wait_until_gone('Search moves')
    program.wait_until_still(program.wait('For me', role='list item'))


def place_of_focus(program):
    """What tells one place of the focus from others, though the page scrolls; None for nowhere."""
    focused = program.find_focused()
    return (focused.name, focused.role, focused.extents) if focused is not None else None


def go_to(program, key, name):
    """Presses a key until the focus is on something of this name."""
    for _ in range(MAX_KEYS):
        before = place_of_focus(program)
        if before is not None and before[0] == name:
            return
        program.key(key)
        wait_for(f'another place of the focus than {before}',
                 lambda: place_of_focus(program) not in (before, None))
    raise Failure(f'{key} does not lead to "{name}"')


def open_preferences(program, page):
    program.key('ctrl+comma')
    program.wait_for_windows(2)
    program.press(page, role='page tab')


def test_never_and_back(program):
    """Tab, Enter and Space leave a move out at once, and one press in Preferences takes that back."""
    open_move(program)
    go_to(program, 'Tab', 'For me')
    program.key('Return')
    program.wait_until_still(program.wait('Never for me', role='label'))
    go_to(program, 'Tab', 'Let the rules decide')
    go_to(program, 'Down', 'Never for me')
    program.key('space')
    program.wait(LEFT_OUT)
    program.wait('Because: your own choice.')
    open_preferences(program, 'Orders')
    program.press(f'Let the rules decide about “{MOVE}”', role='push button')
    program.wait('Nothing yet')
    program.close_window()
    program.wait_until_gone(LEFT_OUT)


def test_own_numbers(program):
    """An own emergency number is what warnings name from then on."""
    open_preferences(program, 'Answers')
    program.enter_text('Your own emergency number', '0123')
    program.wait(re.compile(r'emergency.*: 0123'))


def test_voice(program):
    """Without a speech server it is said how to get one, and who scrolls past the speed leaves it."""
    open_preferences(program, 'Voice')
    program.wait(re.compile('install “speech-dispatcher”'))
    slider = program.wait('Speed of the voice', role='slider')
    program.wait_until_still(slider)
    before = slider.extents[1]
    slider.set_value(20)
    program.point_to(slider)
    subprocess.run(['xdotool', 'click', '--repeat', '3', '--delay', '100', '5'], check=True)
    wait_for('the page to scroll', lambda: slider.extents[1] < before)
    program.wait_until_still(slider)
    if slider.value() != 20:
        raise Failure(f'the speed is {slider.value()}')


if __name__ == '__main__':
    run_tests([test_never_and_back,
               test_own_numbers,
               test_voice])
