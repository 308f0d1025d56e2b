"""What the person does with their data: exports it, brings it back, and removes it for good."""

import json
import pathlib
import re
import subprocess

from lowtide_driver import Failure, Program, run_tests, wait_for
import person

EXPORTED = {'format': 'lowtide-journal', 'version': 1, 'checkins': [
    {'id': 'of-another-computer', 'when': '2026-01-01T08:00:00+01:00', 'zones': {'calf-left': 3},
     'flags': {'left': [], 'right': []}}]}


class Kept(Program):
    """The program of somebody welcomed, with the folder of their data."""

    def __init__(self):
        super().__init__(stored=self._store)

    def _store(self, data_home):
        person.write_answered(data_home)
        self.folder = pathlib.Path(data_home, 'lowtide')


def open_data(program):
    program.key('ctrl+comma')
    program.wait_for_windows(2)
    program.press('About You', role='page tab')


def choose_file(program, path):
    """Types the path into the dialog of files, which a slash opens the place for."""
    program.wait_for_windows(3)
    program.key('ctrl+a')
    subprocess.run(['xdotool', 'type', str(path)], check=True)
    program.key('Return')


def test_export_and_import(program):
    """What was exported is a whole journal, and what another computer exported is added"""
    path = program.folder / 'mine.json'
    open_data(program)
    program.press('Export everything', role='push button')
    choose_file(program, path)
    wait_for('the exported file', path.exists)
    exported = json.loads(path.read_text(encoding='utf-8'))
    if exported['format'] != 'lowtide-journal' or len(exported['checkins']) != 1:
        raise Failure(f'this was exported: {exported}')
    if path.stat().st_mode & 0o077:
        raise Failure('others may read what was exported')
    path = program.folder / 'other.json'
    path.write_text(json.dumps(EXPORTED), encoding='utf-8')
    program.press('Import what was exported', role='push button')
    choose_file(program, path)
    program.wait('1 entry was added.')


def test_refused_import(program):
    """A file with something odd in it changes nothing, and the reason is told"""
    path = program.folder / 'odd.json'
    path.write_text(json.dumps({**EXPORTED, 'packs': [{'kind': 'mud'}]}), encoding='utf-8')
    open_data(program)
    program.press('Import what was exported', role='push button')
    choose_file(program, path)
    program.wait('The File Was Not Imported')
    program.wait(re.compile(r'odd\.json: packs\[0\]\.began: is missing'))
    program.press(re.compile(r'\bOK$'), role='push button')


def test_erase(program):
    """Erasing is asked once, leaves nothing on the disk, and begins with Welcome"""
    wait_for('the journal', (program.folder / 'journal.sqlite').exists)
    open_data(program)
    program.press('Erase everything', role='push button')
    program.press('Cancel', role='push button')
    program.wait_for_windows(2)
    program.press('Erase everything', role='push button')
    program.press('Erase', role='push button')
    program.wait(re.compile('Welcome'))
    left = [path.name for path in program.folder.glob('**/*')]
    if left:
        raise Failure(f'this is left: {left}')


if __name__ == '__main__':
    run_tests([test_export_and_import, test_refused_import, test_erase], Kept)
