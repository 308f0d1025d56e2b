"""What somebody with a screen reader or a keyboard alone needs of every screen."""

import os
import re

from lowtide_driver import Failure, run_tests, wait_for
from tour import MOVE, ROUTINE, ShortCatalogue, Tour

CONTROLS = {'push button', 'toggle button', 'check box', 'radio button', 'entry', 'text', 'combo box',
            'slider', 'spin button', 'list item', 'link', 'menu item', 'page tab', 'image', 'level bar'}

# Pass the focus on to what they hold, and are read together with it.
CONTAINERS = {'list', 'table', 'scroll pane', 'page tab list', 'frame', 'dialog', 'menu'}

# What a class without an accessible name is called by GTK.
CLASS_NAME = re.compile(r'(Gtk|Adw|Coach)[A-Z]\w+')

# "Start Start": named by two things that say the same.
TWICE = re.compile(r'_?(.+) \1', re.DOTALL)

# Made by GTK and libadwaita, out of our hands: the icon and the version in the About window, and the
# button of the search in the shortcuts window.
NOT_OURS = {('About', 'image', 'GtkImage'), ('About', 'push button', 'GtkButton'),
            ('Shortcuts', 'push button', 'GtkImage'), ('Shortcuts', 'toggle button', 'GtkImage')}

# What follows the last control is the first again; more presses than this mean that Tab is stuck.
MAX_TABS = 60


def is_nameless(name):
    return not name.strip() or CLASS_NAME.fullmatch(name) or TWICE.fullmatch(name)


def needs_name(node, inside):
    """Whether it must have one. inside is the control around it, or None.

    The arrow of a row and the value that a combo box shows belong to their control. Items of a list are
    read by what is in them, unless they take the focus.
    """
    if node.role in ('image', 'list item') and inside is not None:
        return False
    takes_focus = 'focusable' in node.states and node.role not in CONTAINERS
    return takes_focus or node.role in CONTROLS - {'list item'}


def find_nameless(node, inside=None):
    """What lacks a name below a node."""
    for child in node.children():
        if not child.is_mapped():
            continue
        if needs_name(child, inside) and is_nameless(child.name):
            yield child
        yield from find_nameless(child, child if child.role in CONTROLS else inside)


def wait_for_focus(program, after):
    return wait_for(f'the focus on something after {after}', program.find_focused)


def test_every_screen(program):
    """On every screen the focus is somewhere, and each control, picture and stop of it has one name."""
    found = []

    def visit(screen, window):
        wait_for_focus(program, f'coming to {screen}')
        found.extend((screen, node.role, node.name) for node in find_nameless(window))

    Tour(program, visit).walk()
    ours = [item for item in found if item not in NOT_OURS]
    if ours:
        raise Failure('without a name: ' + '; '.join(map(str, ours)))


def place_of(node):
    """What tells one place of the focus from others, though the page scrolls."""
    x, y, width, height = node.extents
    return node.name, width, height


def move_focus(program, screen, place):
    """Presses Tab, and returns the place where the focus is then."""
    def find_other():
        node = program.find_focused()
        return place_of(node) if node is not None and place_of(node) != place else None

    program.key('Tab')
    return wait_for(f'another place of the focus than {place} on {screen}', find_other)


def go_round(program, screen):
    """Presses Tab until the focus is where it was, and returns the names of the stops."""
    first = place = place_of(wait_for_focus(program, f'coming to {screen}'))
    stops = []
    while len(stops) < MAX_TABS:
        place = move_focus(program, screen, place)
        stops.append(place[0])
        if place == first:
            return stops
    raise Failure(f'Tab does not come round on {screen}: {stops}')


def demand_order(screen, stops, wanted):
    """Every wanted stop is there, in this order, wherever the round began."""
    missing = [name for name in wanted if name not in stops]
    if missing:
        raise Failure(f'{screen}: Tab does not reach {missing}, only {stops}')
    start = stops.index(wanted[0])
    turned = stops[start:] + stops[:start]
    order = [turned.index(name) for name in wanted]
    if order != sorted(order):
        raise Failure(f'{screen}: Tab goes {turned}')


def test_tab_on_today(program):
    """Tab reaches all of Today, from the top to the bottom."""
    program.wait('Today', role='page tab')
    demand_order('Today', go_round(program, 'Today'),
                 ['Search', 'Today', 'Main menu', 'Start', 'See the steps', 'Downward dog'])


def test_tab_on_a_move(program):
    """Tab reaches the controls of a move's page, and the focus comes along."""
    program.press('Moves', role='page tab')
    program.enter_text('Search moves', MOVE)
    program.press(MOVE, role='push button')
    program.wait_until_gone('Search moves')
    demand_order('A move', go_round(program, 'A move'), ['Back', 'This hurt me', 'Seated figure four'])


def test_tab_into_a_session(program):
    """Tab reaches the controls of Before you start and of a session."""
    program.press('Routines', role='page tab')
    program.press(ROUTINE, role='push button')
    program.begin_session()
    program.wait('Start session', role='push button')
    demand_order('Before you start', go_round(program, 'Before you start'),
                 ['Do it with care', 'Back', 'Start session'])        # arrows lead to the other choice
    program.press('Start session', role='push button')
    program.wait('Pause', role='push button')
    program.press('Pause', role='push button')      # so that nothing changes meanwhile
    program.wait_until_still(program.wait('Resume', role='push button'))
    demand_order('Session', go_round(program, 'Session'),
                 ['Stop', 'Full screen', 'It hurts', 'Back', 'Resume', 'Skip this move'])


if __name__ == '__main__':
    with ShortCatalogue() as catalogue:
        os.environ['LOWTIDE_CATALOG_DIR'] = catalogue
        run_tests([test_every_screen,
                   test_tab_on_today,
                   test_tab_on_a_move,
                   test_tab_into_a_session])
