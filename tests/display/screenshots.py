"""Takes pictures of screens: screenshots.py FOLDER SCREEN[:NAME]...

What build-aux/take-screenshots runs. LOWTIDE_FRAME is how many pixels of the virtual screen's rim are
left out. Each screen is shown by a program of its own.
"""

import os
import subprocess
import sys
import time

from lowtide_driver import Program
import person

ROUTINE = 'Piriformis essentials'
SHORT_ROUTINE = 'Two-minute desk break'
MOVE_WITH_CLIP = 'Lying figure four'
MOVE_TO_AVOID = 'Downward dog'
ARTICLE = 'Running'


def show_today(program):
    program.press('Today', role='page tab')


def show_routines(program):
    program.press('Routines', role='page tab')


def show_moves(program):
    program.press('Moves', role='page tab')
    program.wait_until_still(program.wait('Search moves'))


def show_progress(program):
    program.press('Progress', role='page tab')
    program.wait('How far down it reaches')


def show_check_in(program):
    program.press('Today', role='page tab')
    program.press('Check in on the body map', role='push button')
    program.wait_until_still(program.wait('Low back', role='spin button'))
    for zone, score in (('Low back', 2), ('Left buttock', 4), ('Left thigh', 3)):
        program.enter_value(zone, score)


def show_page_of(program, move):
    show_moves(program)
    program.enter_text('Search moves', move)
    program.press(move, role='push button')
    program.wait_until_gone('Search moves')


def show_move(program):
    show_page_of(program, MOVE_WITH_CLIP)


def show_avoid(program):
    show_page_of(program, MOVE_TO_AVOID)


def show_lore(program):
    outer = program.wait('Main menu', 'push button')        # two buttons of one name
    inner = next(node for node in outer.mapped_descendants() if node.role == 'push button')
    inner.do_action(inner.pressing_action())
    program.press('Good to Know', role='menu item')
    program.wait_until_still(program.wait('Day by day'))


def show_article(program):
    show_lore(program)
    program.press(ARTICLE, role='list item')
    program.wait_until_gone('Day by day')


def show_before(program):
    show_routines(program)
    program.press(ROUTINE, role='push button')
    program.begin_session()
    program.wait('Start session', role='push button')


def show_session(program):
    """The hold of a move that has a clip; there is time to get into position before it."""
    show_before(program)
    program.press('Start session', role='push button')
    program.press('Skip this move', role='push button')
    program.wait(MOVE_WITH_CLIP, role='image')
    program.wait('Hold · set 1 of 2', seconds=20)
    program.key('shift')            # somebody is there: the far view does not come
    time.sleep(5)


def show_finish(program):
    """A short routine done from beginning to end, in real time."""
    show_routines(program)
    program.press(SHORT_ROUTINE, role='push button')
    program.begin_session()
    program.wait('Well done', seconds=180)


SCREENS = {'today': show_today, 'routines': show_routines, 'moves': show_moves,
           'progress': show_progress, 'check-in': show_check_in, 'move': show_move,
           'avoid': show_avoid, 'lore': show_lore, 'article': show_article, 'before': show_before,
           'session': show_session, 'finish': show_finish}


def screen_size():
    shown = subprocess.run(['xdotool', 'getdisplaygeometry'], check=True, text=True,
                           stdout=subprocess.PIPE).stdout
    return tuple(map(int, shown.split()))


def store_retreat(data_home):
    """Somebody whose pain has pulled back for two weeks."""
    person.write(data_home, person.make_profile(), person.make_retreat())


def take(screen, path, frame):
    width, height = screen_size()
    area = f'{width - 2 * frame}x{height - 2 * frame}+{frame}+{frame}'
    with Program(stored=store_retreat) as program:
        program.wait('Main menu')
        program.resize(width, height)
        SCREENS[screen](program)
        time.sleep(3)                   # transitions, pictures, and the first frames of a clip
        subprocess.run(['import', '-window', 'root', '-crop', area, '+repage', '-strip',
                        '-define', 'png:compression-level=9', path], check=True)
    print(path, flush=True)


def main():
    folder, *screens = sys.argv[1:]
    for item in screens:
        screen, _, name = item.partition(':')
        take(screen, os.path.join(folder, f'{name or screen}.png'), int(os.environ['LOWTIDE_FRAME']))


if __name__ == '__main__':
    main()
