"""Leads through every screen of the program: for tests of what all screens owe.

Tour(program, visit).walk() calls visit(screen, window) whenever a screen is there: a word for messages,
and the window that shows it. With say, which translates a text, it finds its way in another language.
"""

import json
import os
import pathlib
import re
import shutil
import tempfile

from lowtide_driver import wait_for

ROUTINE = 'Piriformis essentials'
MOVE = 'Ball on the wall'
MOVE_TO_AVOID = 'Downward dog'
ARTICLE = 'Running'
SADDLE = ('Numbness, tingling or a changed feeling around your genitals, back passage or inner thighs, or '
          'when you wipe?')
POSTNATAL = 'Have you given birth in the last 12 weeks, or had a caesarean?'
WINDOWS = [('_Preferences', 'Preferences'), ('_Warning Signs', 'Warning Signs'),
           ('_Keyboard Shortcuts', 'Shortcuts'), ('_About Lowtide', 'About')]
# The pages of Preferences that are not shown at first, and what is on them alone.
PREFERENCES = [('Answers', 'Whom to call'), ('Orders', 'What moves do'),
               ('Left Out', 'Left out for now'), ('Reminders', 'Remind me to stand up'),
               ('Voice and Sounds', 'What is said')]
# Beginnings of what the pill of a phase says; the session is watched until all have been seen.
PHASES = ['Get into position', 'Hold', 'Rest', 'Switch sides']


class ShortCatalogue:
    """A copy of the catalogue in which the moves of a routine are over soon.

    `with ShortCatalogue() as folder:`. Each has the phases there are: two holds with a rest in between,
    on two sides.
    """

    DOSE = {'kind': 'hold', 'seconds': 5, 'reps': None, 'sets': 2, 'restSeconds': 5}

    def __enter__(self):
        self._temporary = tempfile.TemporaryDirectory(prefix='lowtide-catalogue-')
        folder = pathlib.Path(self._temporary.name, 'catalog')
        shutil.copytree(os.environ['LOWTIDE_CATALOG_DIR'], folder)
        path = folder / 'movements' / 'ball-wall-piriformis.json'
        movement = json.loads(path.read_text())
        movement['dose'] = self.DOSE
        path.write_text(json.dumps(movement))
        path = folder / 'routines' / 'piriformis-essentials.json'
        routine = json.loads(path.read_text())
        routine['steps'] = [{'movement': 'ball-wall-piriformis'}, {'movement': 'walk-in-place'}]
        routine['equipment'] = ['ball', 'chair', 'wall']
        routine['minutes'] = 2
        path.write_text(json.dumps(routine))
        return str(folder)

    def __exit__(self, *_):
        self._temporary.cleanup()


class Tour:
    """One way through all screens."""

    def __init__(self, program, visit, say=str):
        self._program = program
        self._visit = visit
        self._say = say

    def walk(self):
        self._visit_views()
        self._visit_checkin()
        self._visit_pages()
        self._visit_lore()
        self._visit_windows()
        self._visit_session()
        self._visit_signs()

    def _stop_at(self, screen):
        self._visit(screen, self._program.windows()[-1])

    def _press(self, name, role='push button'):
        return self._program.press(self._say(name), role=role)

    def _wait(self, name, role=None, seconds=10):
        return self._program.wait(self._say(name), role=role, seconds=seconds)

    def _arrive(self, screen, sign, role=None):
        """Waits for the sign of a screen and the end of the way to it."""
        self._program.wait_until_still(self._wait(sign, role))
        self._stop_at(screen)

    def _go_back(self):
        self._press('Back')
        self._wait('Today', role='page tab')

    def _visit_views(self):
        self._wait('Today', role='page tab')
        self._stop_at('Today')
        self._press('Routines', role='page tab')
        self._arrive('Routines', ROUTINE, 'push button')
        self._press('Progress', role='page tab')
        self._arrive('Progress', 'How far down it reaches')
        self._press('Moves', role='page tab')
        self._arrive('Moves', 'Search moves')

    def _visit_checkin(self):
        self._press('Today', role='page tab')
        self._press('Check in on the body map')
        self._arrive('Check-in', 'Same as earlier today', 'push button')
        self._press('Put right')
        self._arrive('A check-in that is put right', 'Cancel', 'push button')
        self._go_back()
        self._press('Moves', role='page tab')
        self._wait('Search moves')

    def _search(self, text):
        self._program.enter_text(self._say('Search moves'), text)

    def _visit_pages(self):
        self._search(self._say('toe touch'))
        self._arrive('Search', 'Do this instead')
        self._search(self._say(MOVE))
        self._press(MOVE)
        self._arrive('A move', 'Muscles')
        self._go_back()
        self._search(self._say(MOVE_TO_AVOID))
        self._press(MOVE_TO_AVOID)
        self._arrive('A move to avoid', 'Do this instead')
        self._go_back()
        self._search('')

    def _choose(self, item):
        """Chooses an item of the main menu."""
        self._open_menu()
        self._program.press(self._say(item).replace('_', ''), role='menu item')

    def _visit_lore(self):
        self._press('Today', role='page tab')
        self._choose('_Good to Know')
        self._arrive('Good to know', 'Day by day')
        self._press(ARTICLE, role='list item')
        self._program.wait_until_gone(self._say('Day by day'))
        self._arrive('An article', 'Tips')
        self._press('Back')
        self._program.wait_until_still(self._wait('Day by day'))
        self._go_back()

    def _open_menu(self):
        """A GtkMenuButton is two buttons of one name; the inner one opens the menu."""
        outer = self._wait('Main menu', 'push button')
        inner = next(node for node in outer.mapped_descendants() if node.role == 'push button')
        inner.do_action(inner.pressing_action())

    def _visit_windows(self):
        self._press('Today', role='page tab')
        for item, screen in WINDOWS:
            self._open_menu()
            name = self._say(item).replace('_', '')
            self._program.wait(name, role='menu item')
            self._stop_at('Main menu')
            self._program.press(name, role='menu item')
            self._program.wait_for_windows(2)
            self._stop_at(screen)
            if screen == 'Preferences':
                self._visit_preferences()
            self._program.close_window()
        self._visit_sheet()
        self._visit_report()

    def _visit_sheet(self):
        self._press('Today', role='page tab')
        self._press('Print')
        self._program.wait_for_windows(2)
        self._arrive('Print', 'Large print', 'check box')
        self._program.close_window()

    def _visit_report(self):
        self._press('Progress', role='page tab')
        self._wait('How far down it reaches')
        self._press('Report for your clinician')
        self._program.wait_for_windows(2)
        self._arrive('Report', 'Paper')
        self._program.close_window()

    def _visit_preferences(self):
        for page, sign in PREFERENCES:
            self._press(page, role='page tab')
            self._arrive(f'Preferences: {page}', sign)

    def _visit_session(self):
        self._press('Routines', role='page tab')
        self._press(ROUTINE)
        self._arrive('A routine', 'Start', 'push button')
        self._press('Start')
        self._arrive('How is it now', 'Same as last time', 'push button')
        self._press('Same as last time')
        self._arrive('Before you start', 'Start session', 'push button')
        self._press('Start session')
        self._wait('Pause', 'push button')
        self._visit_phases()
        self._press('Pause')
        self._arrive('Paused', 'Resume', 'push button')
        self._program.key('F11')
        self._arrive('Far view', 'Far view', 'panel')
        self._program.key('Tab')
        self._wait('Resume', 'push button')
        self._press('It hurts')
        self._arrive('It hurts', 'Weak or giving way', 'push button')
        self._press('Pulling, stretching, tired muscle')
        self._arrive('It hurts: a pull', 'Go on', 'push button')
        self._press('Skip')
        self._press('Skip this move')
        self._arrive('Finish', 'Done', 'push button')

    def _visit_phases(self):
        for beginning in PHASES:
            pattern = self._say(beginning + '.*')
            self._program.key('shift')          # somebody is there: the far view does not come
            self._program.wait(re.compile(pattern), role='label', seconds=20)
            self._stop_at(f'Session: {beginning}')

    def _open_answers(self):
        self._press('Done')
        self._wait('Today', role='page tab')
        self._open_menu()
        name = self._say('_Preferences').replace('_', '')
        self._program.press(name, role='menu item')
        self._program.wait_for_windows(2)
        self._press('Answers', role='page tab')
        self._arrive('Answers', 'See Welcome again')

    def _visit_signs(self):
        """Welcome, with an answer that blocks and is mended, and one that stays."""
        self._open_answers()
        self._press('See Welcome again', role='list item')
        self._program.wait_for_windows(1)
        self._arrive('Welcome', 'I have read this')
        self._press('Continue')
        self._arrive('Questions', 'None of these', 'push button')
        saddle, postnatal = self._say(SADDLE), self._say(POSTNATAL)
        self._program.choose(saddle, self._say('Yes'))
        self._arrive('A sign', 'What to do now', 'push button')
        self._press('What to do now')
        self._arrive('What to do', 'Get emergency help now')
        self._press('Back to Lowtide')
        self._wait('First, the rare signs')
        self._program.choose(saddle, self._say('No'))
        self._press('None of the others')
        for title in ['Signs to phone about', 'Signs to mention']:
            self._wait(title)
            self._press('None of these')
        self._wait('A little about you')
        self._program.choose(postnatal, self._say('Yes'))
        self._stop_at('A question with more')
        self._press('None of the others')
        self._arrive('Welcome, about you', 'Side that hurts')
        self._press('Continue')
        self._arrive('Welcome, reminders', 'Remind me to stand up')
        self._press('Done')
        self._arrive('Today with a notice', 'Read more about your warning-sign answers')
        self._press('Read more about your warning-sign answers')
        self._arrive('What answers come to', 'Worth telling a doctor or physiotherapist')
