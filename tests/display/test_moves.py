"""The warning about a move to avoid, found under a name that people use for it."""

import re

from lowtide_driver import Failure, run_tests


def open_moves(program):
    program.press('Moves', role='page tab')
    program.wait('Search moves')


def test_search_finds_the_move_to_avoid(program):
    """Searching "toe touches" leaves the toe touch, and not the bridge."""
    open_moves(program)
    program.enter_text('Search moves', 'toe touches')
    program.wait('Standing toe touch', role='push button')
    program.wait_until_gone('Bridge', role='push button')


def test_warning_says_why_and_what_instead(program):
    """The page of the toe touch says to leave it out, why, and what to do instead."""
    open_moves(program)
    program.enter_text('Search moves', 'toe touches')
    program.press('Standing toe touch', role='push button')
    program.wait(re.compile(r'\b(leave .*out|avoid)\b', re.IGNORECASE))
    program.wait(re.compile(r'^why\b', re.IGNORECASE))
    program.wait(re.compile(r'\binstead\b', re.IGNORECASE))


def test_back_returns_to_the_search(program):
    """Back from the warning shows the search as it was left."""
    open_moves(program)
    program.enter_text('Search moves', 'toe touches')
    program.press('Standing toe touch', role='push button')
    program.press('Back', role='push button')
    entry = program.wait('Search moves')
    if entry.text != 'toe touches':
        raise Failure(f'the search says "{entry.text}"')


def test_nonsense_finds_nothing(program):
    """Searching nonsense shows no move and does no harm."""
    open_moves(program)
    program.enter_text('Search moves', 'zzqx %s \\ "')
    program.wait_until_gone('Standing toe touch', role='push button')


if __name__ == '__main__':
    run_tests([test_search_finds_the_move_to_avoid,
               test_warning_says_why_and_what_instead,
               test_back_returns_to_the_search,
               test_nonsense_finds_nothing])
