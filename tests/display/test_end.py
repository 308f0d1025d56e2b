"""The program ends cleanly wherever it is. With sanitizers a leak makes the exit status that of a failure."""

from lowtide_driver import run_tests

ROUTINE = 'Piriformis essentials'
MOVE_WITH_CLIP = 'Lying figure four'


def test_end_in_a_session(program):
    """Ending it while a clip plays, after a look at each view, leaves nothing behind."""
    program.press('Moves', role='page tab')
    program.wait_until_still(program.wait('Search moves'))
    program.press('Routines', role='page tab')
    program.press(ROUTINE, role='push button')
    program.begin_session()
    program.press('Start session', role='push button')
    program.press('Skip this move', role='push button')
    program.wait_until_still(program.wait(MOVE_WITH_CLIP, role='image'))


if __name__ == '__main__':
    run_tests([test_end_in_a_session])
