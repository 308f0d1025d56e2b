"""A routine from its card to the finish page, with the real clock."""

import re
import time

from lowtide_driver import Failure, run_tests, wait_for

ROUTINE = 'Piriformis essentials'
MOVES = ['Ball on the wall', 'Lying figure four', 'Knee to opposite shoulder', 'Clamshell', 'Bridge',
         'Walking on the spot']
MOVE_WITH_CLIP = 1                      # the index of a move whose clip is always there
QUICK_S = 0.5                           # longer than between two presses that are one sign
FRAMES_SEEN = 5                         # more than a cross-fade to a still would show by chance
REMAINING = re.compile(r'^(\d+) seconds? left$')


def start_session(program):
    program.press('Routines', role='page tab')
    program.press(ROUTINE, role='push button')
    program.wait_until_gone('Routines', role='page tab')
    program.begin_session()
    program.press('Start session', role='push button')
    program.wait('Pause', role='push button')


def remaining_seconds(program):
    name = program.wait(REMAINING).name
    return int(REMAINING.match(name)[1])


def let_a_second_pass(program):
    first = remaining_seconds(program)
    wait_for('another number', lambda: remaining_seconds(program) != first)


def skip_to(program, index):
    """Skips from the first move to another."""
    for move in MOVES[1:index + 1]:
        program.press('Skip this move', role='push button')
        program.wait(move)


def show_clip(program):
    skip_to(program, MOVE_WITH_CLIP)
    picture = program.wait(MOVES[MOVE_WITH_CLIP], role='image')
    program.wait_until_still(picture)
    return picture


def test_clock_counts_down(program):
    """A started session shows the first move and counts down."""
    start_session(program)
    program.wait(MOVES[0])
    let_a_second_pass(program)


def test_clip_moves(program):
    """The clip's frames change on the screen."""
    start_session(program)
    picture = show_clip(program)
    frames = set()

    def has_moved():
        frames.add(program.picture_of(picture))
        return len(frames) >= FRAMES_SEEN

    wait_for(f'{FRAMES_SEEN} different frames', has_moved)


def test_pause_stops_clock_and_clip(program):
    """Pause stops the clock and the clip, Resume lets them go on."""
    start_session(program)
    picture = show_clip(program)
    program.press('Pause', role='push button')
    program.wait('Resume', role='push button')

    def still_for_a_moment():
        before = remaining_seconds(program), program.picture_of(picture)
        try:
            wait_for('a change', lambda: before != (remaining_seconds(program),
                                                    program.picture_of(picture)), 1.5)
        except Failure:
            return True
        return False

    # The last frame may still be on its way when the button has changed already.
    wait_for('a still picture and clock', still_for_a_moment)
    program.press('Resume', role='push button')
    program.wait('Pause', role='push button')
    stopped_at = remaining_seconds(program)
    wait_for('the clock to go on', lambda: remaining_seconds(program) != stopped_at, 15)


def test_skip_and_back(program):
    """Skip goes to the next move and Back to the one before."""
    start_session(program)
    skip_to(program, 1)
    program.press('Back', role='push button')
    # After three seconds the first press takes to the beginning of the move itself.
    if program.find(MOVES[0]) is None:
        program.press('Back', role='push button')
    program.wait(MOVES[0])


def test_space_pauses(program):
    """The space key pauses and resumes."""
    start_session(program)
    let_a_second_pass(program)          # keys pressed sooner were meant for the screen before
    program.key('space')
    program.wait('Resume', role='push button')
    time.sleep(QUICK_S)                 # two quick presses are something else
    program.key('space')
    program.wait('Pause', role='push button')


def test_finish(program):
    """Skipping every move ends on the finish page, and Done leads home."""
    start_session(program)
    skip_to(program, len(MOVES) - 1)
    program.press('Skip this move', role='push button')
    program.wait('Well done')
    program.press('Done', role='push button')
    program.wait('Today', role='page tab')


def test_quit_in_a_session(program):
    """Quitting in the middle of a session ends the program cleanly."""
    start_session(program)
    skip_to(program, MOVE_WITH_CLIP)


if __name__ == '__main__':
    run_tests([test_clock_counts_down,
               test_clip_moves,
               test_pause_stops_clock_and_clip,
               test_skip_and_back,
               test_space_pauses,
               test_finish,
               test_quit_in_a_session])
