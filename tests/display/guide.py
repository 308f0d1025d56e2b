"""Finds the way through the program by what it says, by accessible names and by keys alone.

What Program does through Atspi, object by object, is done here on whole scenes, for walks through many
screens.
"""

import re


from keyboard import ESCAPE, RETURN, RIGHT, SPACE, Keyboard
from lowtide_driver import wait_for
from scene import Scene


class Guide:
    """`with` it the keyboard works. say translates the texts by which it finds its way."""

    def __init__(self, program, say=str):
        self._program = program
        self._scene = Scene(program.root)
        self._say = say
        self.keyboard = Keyboard()
        self._windows = []
        self._is_fresh = False          # whether nothing was done since somebody looked

    def __enter__(self):
        self.keyboard.__enter__()
        return self

    def __exit__(self, *how):
        self._scene.close()
        return self.keyboard.__exit__(*how)

    @property
    def window(self):
        """The newest, as it was when somebody looked."""
        return self._windows[-1]

    def look(self):
        self._windows = self._scene.read().children
        self._is_fresh = True
        return self.window

    def _wait(self, name, role=None):
        text = name if isinstance(name, re.Pattern) else self._say(name)
        found = self.window.find(text, role) if self._is_fresh else None
        return found or wait_for(f'{role or "object"} "{text}"', lambda: self.look().find(text, role))

    def _wait_for_window(self):
        """One more than were there before."""
        before = len(self._windows)
        wait_for('another window', lambda: self.look() and len(self._windows) > before)

    def _press(self, name, role='push button'):
        if role == 'list item':
            path = self._wait(name, role).path
            self.keyboard.walk_to({path})              # rows have no action
            self._strike(RETURN)
        else:
            wait_for(f'"{name}" to be pressed', lambda: self._try_to_press(name, role))

    def _try_to_press(self, name, role):
        """What is on a page that just leaves is there no longer when it comes to pressing."""
        thing = self._wait(name, role)
        self._is_fresh = False
        return self._scene.press(thing)

    def _strike(self, key):
        self._is_fresh = False
        self.keyboard.strike(key)

    def _leave_window(self):
        before = len(self._windows)
        self._strike(ESCAPE)
        wait_for('the end of a window', lambda: self.look() and len(self._windows) < before)

    def _enter(self, name, text):
        self._scene.enter_text(self._wait(name, 'entry'), text)
        self._is_fresh = False

    def _choose(self, group, name):
        """Chooses a radio button: Tab leads to the one that is chosen, or to all where none is, and
        arrows to the others."""
        box = self._wait(group, 'grouping')
        radios = [thing for thing in box.walk() if thing.role == 'radio button']
        wanted = next(thing.path for thing in radios if thing.is_called(self._say(name)))
        chosen = {thing.path for thing in radios if 'checked' in thing.states}
        path = self.keyboard.walk_to(chosen or {wanted})
        for _ in radios:
            if path == wanted:
                break
            path = self.keyboard.press(RIGHT)
        self._strike(SPACE)

    def _open_menu(self):
        """A GtkMenuButton is two buttons of one name; the inner one takes the focus."""
        outer = self._wait('Main menu', 'push button')
        self.keyboard.walk_to({thing.path for thing in outer.walk()})
        self._strike(SPACE)

    def _choose_in_menu(self, item):
        """With keys, as a person would: what is pressed by an action leaves the focus behind."""
        self._open_menu()
        self._go_to_item(item)

    def _go_to_item(self, item):
        self.keyboard.walk_to({self._wait_for_item(item).path})
        self._strike(RETURN)

    def _wait_for_item(self, item):
        return self._wait(self._plain(item), 'menu item')

    def _plain(self, text):
        """What a text with a mnemonic is called."""
        return re.compile('^' + re.escape(self._say(text).replace('_', '')) + '$')
