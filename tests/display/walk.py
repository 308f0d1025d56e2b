"""Walks through the program and saves pictures: walk.py FOLDER.

What ./run does where there is no display. Ends after about 45 seconds, with status 0 only when every
stage was found, and prints the path of each picture.
"""

import os
import sys
import time

from lowtide_driver import Failure, Program, save_screenshot

ROUTINE = 'Piriformis essentials'
SESSION_SECONDS = 30
PICTURES_OF_SESSION = 4


class Album:
    """The folder of pictures, numbered in the order they were taken."""

    def __init__(self, folder):
        os.makedirs(folder, exist_ok=True)
        self._folder = folder
        self._taken = 0

    def take(self, name):
        self._taken += 1
        path = os.path.join(self._folder, f'{self._taken:02}-{name}.png')
        print(save_screenshot(path), flush=True)


def settle():
    """Lets transitions of pages end, so that pictures are not taken in the middle of one."""
    time.sleep(0.6)


def visit_today(program, album):
    program.wait('Today', role='page tab')
    settle()
    album.take('today')


def visit_move_to_avoid(program, album):
    program.press('Moves', role='page tab')
    program.enter_text('Search moves', 'downward dog')
    program.wait('Downward dog', role='push button')
    settle()
    album.take('moves')
    program.press('Downward dog', role='push button')
    program.wait_until_gone('Search moves')
    settle()
    album.take('move-to-avoid')
    program.press('Back', role='push button')


def visit_session(program, album):
    program.press('Routines', role='page tab')
    settle()
    album.take('routines')
    program.press(ROUTINE, role='push button')
    program.wait_until_gone('Routines', role='page tab')
    settle()
    album.take('routine')
    program.begin_session()
    program.wait('Start session', role='push button')
    settle()
    album.take('before-you-start')
    program.press('Start session', role='push button')
    program.wait('Pause', role='push button')
    watch_session(program, album)


def watch_session(program, album):
    """Half a minute on the real clock; half of it with the second move, which has a clip."""
    began = time.monotonic()
    for picture in range(PICTURES_OF_SESSION):
        due = began + SESSION_SECONDS * picture / (PICTURES_OF_SESSION - 1)
        time.sleep(max(0.6, due - time.monotonic()))
        album.take(f'session-{time.monotonic() - began:02.0f}s')
        if picture == 1:
            program.press('Skip this move', role='push button')


def main():
    album = Album(sys.argv[1])
    try:
        with Program() as program:
            try:
                visit_today(program, album)
                visit_move_to_avoid(program, album)
                visit_session(program, album)
            except Failure:
                album.take('failed')
                raise
    except Failure as error:
        sys.exit(f'The walk ended early: {error}')


if __name__ == '__main__':
    main()
