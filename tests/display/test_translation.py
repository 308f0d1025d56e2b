"""Every text on every screen can be translated: none is left in a language nobody speaks."""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'support'))

from lowtide_driver import Failure, run_tests
from pseudo_locale import LANGUAGE, pseudo
from tour import ShortCatalogue, Tour, Touring

# A translated text that holds no other one.
INNERMOST = re.compile(r'⟦[^⟦⟧]*⟧')

# Not words, in any language: clocks, numbers, signs.
SIGNS = re.compile(r'[\W\d_]*')

# What a class without an accessible name is called by GTK. test_accessibility.py has its eye on these.
CLASS_NAME = re.compile(r'(Gtk|Adw|Coach)[A-Z]\w+')

# What GTK and libadwaita say, from translations of their own, which have not been made for this language.
WORDS_OF_GTK = re.compile(
    r'Close|Minimize|Maximize|(Close|Minimize|Maximize) the window'     # buttons of windows
    r'|Shortcuts|About|Credits|Legal|Details'                                 # their windows
    r'|Ctrl(\+.)?|Alt|Escape|[A-Z]|F\d+')                               # keys

# Names are the same everywhere: the program's and its version, and what the section of shortcuts is
# called inside GTK.
NAMES = re.compile(r'Lowtide|\d+\.\d+\.\d+|_1')

ALLOWED = [SIGNS, CLASS_NAME, WORDS_OF_GTK, NAMES]


def is_translated(text):
    """Whether all of it is. Pieces that are glued together outside of a translation do not count, but
    for whole sentences that are read out one after the other."""
    rest, found = text, 1
    while found:
        rest, found = INNERMOST.subn('', rest)
    if '⟦' in text:
        return not rest.replace('.', ' ').strip()
    return any(pattern.fullmatch(text) for pattern in ALLOWED)


def texts_of(thing):
    """What a thing says to a person: GTK's tooltips come as descriptions."""
    yield thing.name
    yield thing.description


def find_untranslated(window):
    return {text for thing in window.walk() for text in texts_of(thing) if not is_translated(text)}


def test_every_text_is_translated(program):
    """No screen shows a text that gettext was not asked for."""
    found = {}

    def visit(screen, window):
        for text in find_untranslated(window):
            found.setdefault(text, screen)

    Tour(program, visit, say=pseudo).walk()
    if found:
        lines = [f'{screen}: "{text}"' for text, screen in found.items()]
        raise Failure('these are not translated:\n' + '\n'.join(lines))


if __name__ == '__main__':
    # With sanitizers the walk of test_accessibility.py sees to the same screens.
    if 'LOWTIDE_PATIENCE' in os.environ:
        print('1..0 # SKIP words do not depend on how the program was built')
        sys.exit()
    with ShortCatalogue() as catalogue:
        os.environ.update(LANGUAGE=LANGUAGE, LOWTIDE_CATALOG_DIR=catalogue)
        run_tests([test_every_text_is_translated], Touring)
