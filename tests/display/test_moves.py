"""The warning about a move to avoid, found under a name that people use for it."""

import re
import time

from lowtide_driver import Failure, run_tests, wait_for

MOVE_WITH_CLIP = 'Lying figure four'
MOVE_TO_AVOID = 'Downward dog'

# From the search through the chips to the cards it is less.
MAX_TABS = 23


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


def find_card(program, move):
    """The card of a move, with no other beside it."""
    open_moves(program)
    program.enter_text('Search moves', move)
    program.wait_until_gone('Bridge', role='push button')
    card = program.wait(move, role='push button')
    program.wait_until_still(card)
    return card


def clip_in(card):
    """What plays in it, or None. It has the words of the card for those who do not see it."""
    return next((node for node in card.mapped_descendants() if node.role == 'image'), None)


def wait_for_clip(program, card):
    """Waits until the clip is there, and moves."""
    clip = wait_for('the clip on the card', lambda: clip_in(card))
    if not clip.name:
        raise Failure('the clip has no name')
    before = program.picture_of(clip)
    wait_for('another picture of the clip', lambda: program.picture_of(clip) != before)


def wait_for_poster(program, card):
    """Waits until the clip is gone, and what is in its place stands still."""
    def is_still():
        before = program.picture_of(card)
        time.sleep(0.25)
        return program.picture_of(card) == before

    wait_for('the end of the clip', lambda: clip_in(card) is None)
    wait_for('a picture that stands still', is_still)


def tab_to(program, node):
    def name_of_focused():
        focused = program.find_focused()
        return focused.name if focused is not None else None

    for _ in range(MAX_TABS):
        before = name_of_focused()
        program.key('Tab')
        wait_for(f'another place of the focus than {before}',
                 lambda: name_of_focused() not in (before, None))
        if 'focused' in node.states:
            return
    raise Failure(f'Tab does not lead to "{node.name}"')


def test_pointer_plays_the_clip(program):
    """The clip plays on a card while the pointer is on it."""
    card = find_card(program, MOVE_WITH_CLIP)
    program.point_away()
    wait_for_poster(program, card)
    poster = program.picture_of(card)
    program.point_to(card)
    wait_for_clip(program, card)
    program.point_away()
    wait_for_poster(program, card)
    wait_for('the poster as it was', lambda: program.picture_of(card) == poster)


def test_focus_plays_the_clip(program):
    """The clip plays on the card that Tab leads to, until Tab leads away from it."""
    card = find_card(program, MOVE_TO_AVOID)
    tab_to(program, card)
    wait_for_clip(program, card)
    program.key('shift+Tab')
    wait_for_poster(program, card)


def test_page_ends_the_clip(program):
    """What played on a card is gone when its page is shown, and with it what it costs."""
    card = find_card(program, MOVE_WITH_CLIP)
    program.point_to(card)
    wait_for_clip(program, card)
    program.press(MOVE_WITH_CLIP, role='push button')
    program.wait_until_gone('Search moves')
    program.point_away()
    program.press('Back', role='push button')
    program.wait('Search moves')
    wait_for_poster(program, program.wait(MOVE_WITH_CLIP, role='push button'))


if __name__ == '__main__':
    run_tests([test_search_finds_the_move_to_avoid,
               test_warning_says_why_and_what_instead,
               test_back_returns_to_the_search,
               test_nonsense_finds_nothing,
               test_pointer_plays_the_clip,
               test_focus_plays_the_clip,
               test_page_ends_the_clip])
