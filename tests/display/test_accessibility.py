"""What somebody with a screen reader or a keyboard alone needs of every screen.

One walk through all screens puts down what each says and where Tab leads; then each rule has a look.
"""

import contextlib
import dataclasses
import os
import re
import time

from lowtide_driver import PATIENCE, Failure, run_tests
from scene import Thing
from tour import ShortCatalogue, Tour, Touring

CONTROLS = {'push button', 'toggle button', 'check box', 'radio button', 'entry', 'text', 'combo box',
            'slider', 'spin button', 'list item', 'link', 'menu item', 'page tab', 'image', 'level bar'}

# Pass the focus on to what they hold, and are read together with it.
CONTAINERS = {'list', 'table', 'scroll pane', 'page tab list', 'frame', 'dialog', 'menu'}

# Over the screen lies something small that keeps the focus to itself.
POPOVERS = {'Main menu', 'A score'}

# What a class without an accessible name is called by GTK, and what an icon is called.
CLASS_NAME = re.compile(r'(Gtk|Adw|Coach)[A-Z]\w+|[a-z-]+-symbolic')

# "Start Start": named by two things that say the same.
TWICE = re.compile(r'_?(.+) \1', re.DOTALL)

# Made by GTK and libadwaita, out of our hands: the icon and the version in the About window, the
# button of the search in the shortcuts window, and buttons of messages, in which the mnemonic counts.
NOT_OURS = {('About', 'image', 'GtkImage'), ('About', 'push button', 'GtkButton'),
            ('Shortcuts', 'push button', 'GtkImage'), ('Shortcuts', 'toggle button', 'GtkImage')}
WINDOW_BUTTONS = {'Minimize', 'Maximize', 'Close'}
SECONDS_TO_FOCUS = 5


@dataclasses.dataclass
class Screen:
    """A screen, when it was there."""

    name: str
    window: Thing
    focused: Thing                      # None when nothing had the focus
    stops: list                         # of Tab: Things, or None for what nobody can see
    comes_round: bool                   # to the first of them


screens = []


def wait_for_focus(tour):
    deadline = time.monotonic() + SECONDS_TO_FOCUS * PATIENCE
    while tour.window.find_focused() is None and time.monotonic() < deadline:
        tour.look()
    return tour.window.find_focused()


def put_down(tour, name):
    focused = wait_for_focus(tour)
    paths, again = tour.keyboard.go_round()
    if not set(paths) <= {thing.path for thing in tour.window.walk()}:
        tour.look()                     # there was more to come
    window = tour.window
    things = {thing.path: thing for thing in window.walk()}
    screens.append(Screen(name, window, focused, [things.get(path) for path in paths],
                          bool(paths) and again == paths[0]))


def demand(found, what):
    if found:
        raise Failure(f'{what}:\n' + '\n'.join(f'{screen}: {text}' for screen, text in found))


def test_walk(program):
    """There is a way to every screen by names and keys."""
    tour = Tour(program, lambda name, _: put_down(tour, name))
    tour.walk()


def needs_name(thing):
    """Whether it must have one.

    The arrow of a row and the value that a combo box shows belong to their control. Items of a list are
    read by what is in them, unless they take the focus.
    """
    if thing.role in ('image', 'list item') and thing.is_under(*CONTROLS):
        return False
    takes_focus = 'focusable' in thing.states and thing.role not in CONTAINERS
    return takes_focus or thing.role in CONTROLS - {'list item'}


def is_nameless(name):
    return not name.strip() or CLASS_NAME.fullmatch(name) or TWICE.fullmatch(name)


def test_names():
    """Each control, picture and stop of the focus has one name."""
    demand([(screen.name, thing) for screen in screens for thing in screen.window.walk()
            if needs_name(thing) and is_nameless(thing.name)
            and (screen.name, thing.role, thing.name) not in NOT_OURS], 'these have no name')


def context_of(thing):
    """What is said besides: where it is, and its description."""
    return thing.role, thing.name, thing.description, tuple(
        around.name for around in thing.around() if around.name and not CLASS_NAME.fullmatch(around.name))


def find_twins(window):
    seen = set()
    for thing in window.walk():
        if 'focusable' not in thing.states or thing.role in CONTAINERS or thing.is_under('combo box'):
            continue
        if context_of(thing) in seen:
            yield thing
        seen.add(context_of(thing))


def test_twins():
    """No two controls of a screen sound the same."""
    demand([(screen.name, thing) for screen in screens for thing in find_twins(screen.window)],
           'there are two of these')


def test_focus():
    """Whoever comes to a screen has the focus somewhere."""
    demand([(screen.name, 'nowhere') for screen in screens if screen.focused is None],
           'the focus is lost')


def test_tab_comes_round():
    """Tab comes round on every screen, and stops nowhere where nothing is seen."""
    found = []
    for screen in screens:
        if not screen.comes_round:
            found.append((screen.name, f'the end is {screen.stops[-1] if screen.stops else "where it was"}'))
        if None in screen.stops:
            found.append((screen.name, 'a stop is not to be seen'))
    demand(found, 'Tab goes astray')


def is_reached(thing, reached):
    """Itself, or through what it is one with: a row and its switch, the radio buttons of a group."""
    if thing in reached:
        return True
    if thing.role == 'radio button':
        return any(other.inside is thing.inside for other in reached if other.role == thing.role)
    return any(other.name == thing.name and (thing in other.around() or other in thing.around())
               for other in reached)


def find_missed(screen):
    """A panel is focused at first only, to be read out."""
    for thing in screen.window.walk():
        if not {'focusable', 'sensitive'} <= thing.states or thing.role in CONTAINERS | {'panel'}:
            continue
        if thing.name in WINDOW_BUTTONS or thing.is_under('combo box'):
            continue
        if not is_reached(thing, screen.stops):
            yield thing


def test_tab_reaches_all():
    """Tab and arrows reach all that can be used."""
    demand([(screen.name, thing) for screen in screens if screen.name not in POPOVERS
            for thing in find_missed(screen)], 'the keyboard does not reach')


def pane_of(thing):
    return next((around for around in thing.around() if around.role == 'scroll pane'), None)


def goes_back(before, after):
    """Whether the next stop is above and not to the right, in the same part that scrolls."""
    if pane_of(before) is not pane_of(after):
        return False
    x, y, width, _ = before.extents
    next_x, next_y, _, next_height = after.extents
    return next_y + next_height <= y and next_x < x + width


def find_steps_back(screen):
    """One of them is right: that from the end to the begin of the screen."""
    stops = [stop for stop in screen.stops if stop is not None]
    steps = [(before, after) for before, after in zip(stops, stops[1:] + stops[:1])
             if goes_back(before, after)]
    return steps if len(steps) > 1 else []


def test_order():
    """Tab goes down the screen, and back to the top once."""
    demand([(screen.name, f'from {before} to {after}') for screen in screens
            for before, after in find_steps_back(screen)], 'Tab goes back and forth')


def without_program(test):
    """Decorates a test of what the walk put down."""
    def run(_):
        if not screens:
            raise Failure('there was no walk')
        test()

    run.__name__, run.__doc__ = test.__name__, test.__doc__
    run.start = contextlib.nullcontext
    return run


if __name__ == '__main__':
    with ShortCatalogue() as catalogue:
        os.environ['LOWTIDE_CATALOG_DIR'] = catalogue
        run_tests([test_walk, *map(without_program, [test_names, test_twins, test_focus,
                                                     test_tab_comes_round, test_tab_reaches_all,
                                                     test_order])], Touring)
