"""Sheets for paper: to a printer through GTK's own dialog, to a file, and what never becomes one."""

import configparser
import os
import pathlib
import re
import subprocess
import tempfile

from gi.repository import GLib

import person
from lowtide_driver import Failure, Program, Skip, run_tests, wait_for
from print_queue import NoQueue, PrintQueue

ROUTINE = 'Piriformis essentials'
DESK_CARD = 'Two minutes in the chair'
MOVE = 'Ball on the wall'
NAME = 'Ada Lovelace'
# More than the routine of any day has in small print.
LARGE_PAGES = 5


class Printing(Program):
    """With a printer, when the machine can have one, and folders to look into."""

    queue = None
    no_queue = ''

    def __init__(self, stored=person.write_answered):
        self._folder = tempfile.TemporaryDirectory(prefix='lowtide-print-')
        self.folder = pathlib.Path(self._folder.name)
        self.config = self.folder / 'config'
        environment = {'XDG_CONFIG_HOME': str(self.config), 'CUPS_SERVER': 'localhost:1'}
        if self.queue is not None:
            environment.update(self.queue.environment)
        super().__init__(environment=environment, stored=stored)


def locked():
    """Of somebody whose answers have exercises off."""
    return Printing(lambda folder: person.write(
        folder, person.make_profile(saddle=person.answer('yes')), person.make_diary()))


def read_text(path):
    return subprocess.run(['pdftotext', '-layout', path, '-'], check=True, text=True,
                          stdout=subprocess.PIPE).stdout


def count_pages(path):
    facts = subprocess.run(['pdfinfo', path], check=True, text=True, stdout=subprocess.PIPE).stdout
    return int(re.search(r'^Pages:\s+(\d+)$', facts, re.MULTILINE)[1])


def demand_text(path, *wanted):
    text = ' '.join(read_text(path).split())
    missing = [words for words in wanted if words not in text]
    if missing:
        raise Failure(f'{missing} is not on the paper: {text[:400]}')


def show_routine(program, title):
    program.press('Routines', role='page tab')
    program.press(title, role='push button')
    program.wait('Afterwards')


def open_dialog(program):
    program.press('Print', role='push button')
    program.wait_for_windows(2)


def type_path(program, path):
    """Types the path into the dialog of files."""
    program.wait_for_windows(3)
    program.key('ctrl+a')
    subprocess.run(['xdotool', 'type', str(path)], check=True)
    program.key('Return')


def save(program, path):
    program.press('Save as PDF…', role='push button')
    type_path(program, path)


def demand_queue(program):
    if program.queue is None:
        raise Skip(program.no_queue)


def find_ready(program):
    """The button of GTK's dialog, once it has found the printer; the page below has another Print."""
    windows = program.windows()
    if len(windows) < 2:
        return None
    try:
        for node in windows[-1].mapped_descendants():
            if node.role == 'push button' and node.is_called('Print'):
                return node if {'enabled', 'sensitive'} & node.states else None
    except GLib.Error:              # it was still being put together
        pass
    return None


def open_printers(program):
    """From our dialog to GTK's."""
    program.press('Print…', role='push button')
    return wait_for('the printer in the dialog', lambda: find_ready(program))


def test_paper(program):
    """What comes out of the printer is the whole sheet, and the printer is remembered"""
    demand_queue(program)
    show_routine(program, ROUTINE)
    open_dialog(program)
    program.enter_text('Name on the sheet', NAME)
    button = open_printers(program)
    button.do_action(button.pressing_action())
    paper = program.queue.wait_for_job()
    demand_text(paper, ROUTINE, NAME, 'Made for', 'Stop for today when',
                'Two weeks')
    pages = count_pages(paper)
    demand_text(paper, *(f'{page} of {pages}' for page in range(1, pages + 1)))
    if pages < 3:
        raise Failure(f'only {pages} pages were printed')
    path = program.config / 'lowtide' / 'printing.ini'
    wait_for('the printer that is remembered', path.exists)
    kept = configparser.ConfigParser(interpolation=None)
    kept.read(path, encoding='utf-8')
    if kept['Print Settings']['printer'] != 'Test' or not kept.has_section('Page Setup'):
        raise Failure(f'this was kept: {path.read_text()}')
    if NAME in path.read_text():
        raise Failure('the name was kept')


def test_no_paper(program):
    """Who cancels GTK's dialog prints nothing, and nothing is kept"""
    demand_queue(program)
    before = program.queue.count_jobs()
    show_routine(program, ROUTINE)
    open_dialog(program)
    open_printers(program)
    program.press('Cancel', role='push button')
    program.wait_for_windows(1)
    if program.queue.count_jobs() != before or (program.config / 'lowtide').exists():
        raise Failure('something came of it')


def test_file(program):
    """A sheet is saved as a file from Today, with a name, in large print and with a code"""
    path = program.folder / 'sheet.pdf'
    open_dialog(program)
    program.enter_text('Name on the sheet', NAME)
    program.press('Large print', role='check box')
    program.press('Code', role='check box')
    save(program, path)
    wait_for('the file', path.exists)
    program.wait('The sheet is saved')
    program.wait_for_windows(1)
    demand_text(path, NAME, 'Made for', 'Two weeks', 'The code holds this routine as text')
    if count_pages(path) < LARGE_PAGES:
        raise Failure(f'large print has {count_pages(path)} pages')
    if path.stat().st_mode & 0o077:
        raise Failure('others may read the sheet')
    if [entry.name for entry in program.folder.iterdir() if entry.name != 'config'] != ['sheet.pdf']:
        raise Failure('there is more than the sheet')


def test_cards(program):
    """A movement and a break for the desk fill one page; the name stays until the program ends"""
    card = program.folder / 'card.pdf'
    desk = program.folder / 'desk.pdf'
    program.press('Moves', role='page tab')
    program.enter_text('Search moves', MOVE)
    program.press(MOVE, role='push button')
    program.wait_until_gone('Search moves')
    program.wait_until_still(program.wait('Muscles'))
    program.key('ctrl+p')
    program.wait_for_windows(2)
    if program.find('Code') is not None:
        raise Failure('a card is offered a code')
    program.enter_text('Name on the sheet', NAME)
    save(program, card)
    wait_for('the card', card.exists)
    demand_text(card, MOVE, NAME)
    program.wait_for_windows(1)
    program.press('Back', role='push button')
    show_routine(program, DESK_CARD)
    open_dialog(program)
    save(program, desk)
    wait_for('the card for the desk', desk.exists)
    demand_text(desk, DESK_CARD, NAME)
    if count_pages(card) != 1 or count_pages(desk) != 1:
        raise Failure('a card has more than one page')


def test_unwritable(program):
    """Where nothing can be written the dialog says so, and nothing is left"""
    open_dialog(program)
    save(program, '/proc/sheet.pdf')
    program.wait('The sheet cannot be written there. Choose another folder.')
    program.key('Escape')
    program.wait_for_windows(1)


def test_locked(program):
    """While a warning sign has exercises off, none goes to paper: the page says what to do"""
    show_routine(program, ROUTINE)
    program.press('Print', role='push button')
    program.wait_until_gone('Afterwards')
    program.wait(re.compile('^Get emergency help now'))
    if len(program.windows()) != 1:
        raise Failure('the dialog for a sheet has opened')


test_locked.start = locked


if __name__ == '__main__':
    tests = [test_paper, test_no_paper, test_file, test_cards, test_unwritable, test_locked]
    try:
        with PrintQueue() as queue:
            Printing.queue = queue
            run_tests(tests, Printing)
    except NoQueue as problem:
        Printing.no_queue = str(problem)
        run_tests(tests, Printing)
