"""Writes sheets as scripts and people do: test_sheet.py PROGRAM CATALOG.

What is said, what is refused, and that nothing is left behind. What is in the files is looked at by
tests/sheet/test_sheet_pdf.py. Reports in TAP.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

FINE, FAILED, USAGE, _, AVOID = range(5)


class Tests:
    def __init__(self, program, catalog, folder):
        self.program = program
        self.catalog = pathlib.Path(catalog)
        self.folder = pathlib.Path(folder)
        self.target = self.folder / 'out' / 'sheet.pdf'
        self.target.parent.mkdir()
        self.env = {**os.environ, 'XDG_DATA_HOME': str(self.folder / 'data'),
                    'SOURCE_DATE_EPOCH': '1795939200'}

    def run(self, *words):
        return subprocess.run([self.program, 'sheet', *words], env=self.env, check=False, timeout=60,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True)

    def write(self, *words):
        """Returns the bytes of a sheet that is written."""
        done = self.run(*words, '-o', str(self.target))
        assert done.returncode == FINE and not done.stderr, (words, done)
        return self.target.read_bytes()

    def refuse(self, words, status, named):
        """Nothing is written, and one line says why."""
        done = self.run(*words)
        assert done.returncode == status, (words, done)
        assert not done.stdout and done.stderr.count('\n') == 1 and named in done.stderr, done
        assert not list(self.target.parent.iterdir()), list(self.target.parent.iterdir())

    def routine(self, name, **changes):
        content = json.loads((self.catalog / 'routines/desk-break-2.json').read_text('utf-8'))
        path = self.folder / name
        path.write_text(json.dumps({**content, **changes}), encoding='utf-8')
        return str(path)

    def check_json(self):
        done = self.run('foam-roll-piriformis', '--condition', 'blood-thinners', '--json', '-o',
                        str(self.target), '--paper', 'letter')
        told = json.loads(done.stdout)
        assert told['file'] == str(self.target) and told['paper'] == 'letter', told
        assert told['pages'] > 1 and not told['code'], told
        assert {'movement', 'became', 'why', 'cause'} == set(told['changes'][0]), told
        self.target.unlink()

    def check_words(self):
        done = self.run('desk-break-2', '-o', str(self.target))
        assert done.stdout == f'{self.target}: 1 page\n', done
        assert self.target.stat().st_mode & 0o777 == 0o600, 'others may read it'
        done = self.run('foam-roll-piriformis', '--condition', 'blood-thinners', '-o',
                        str(self.target))
        assert 'takes the place of' in done.stdout or 'left out' in done.stdout, done
        self.target.unlink()

    def check_same_bytes(self):
        ways = (['piriformis-essentials', '--qr', '--name', 'Ada'], ['bridge', '--large'],
                ['desk-break-2', '--pictures', 'color', '--paper', 'letter'])
        for words in ways:
            assert self.write(*words) == self.write(*words), words
        self.target.unlink()

    def check_file(self):
        path = self.routine('mine.json', title='My own')
        assert self.write(path, '--qr').startswith(b'%PDF')
        self.target.unlink()

    def check_long_code(self):
        steps = [{'movement': 'walk-in-place', 'seconds': 30}] * 40
        path = self.routine('long.json', steps=steps, minutes=25)
        done = self.run(path, '--qr', '-o', str(self.target))
        assert done.returncode == FINE and 'too long' in done.stdout, done
        self.target.unlink()

    def check_unwritable(self):
        for target in (self.folder / 'none' / 'a.pdf', self.folder, '/dev/full'):
            self.refuse(['desk-break-2', '-o', str(target)], FAILED, str(target))

    def check_refused(self):
        target = ['-o', str(self.target)]
        self.refuse([self.routine('empty.json', steps=[]), *target], FAILED, 'steps')
        self.refuse([str(self.folder / 'gone.json'), *target], FAILED, 'gone.json')
        self.refuse(['nothing-of-the-sort', *target], FAILED, 'nothing-of-the-sort')
        self.refuse(['downward-dog', *target], AVOID, 'Downward dog')
        self.refuse(['prone-press-up', *target, '--condition', 'spinal-stenosis'], AVOID,
                    'left out')

    def check_kept_when_refused(self):
        """A sheet that is there already stays as it is when none can be written."""
        before = self.write('desk-break-2')
        assert self.run('downward-dog', '-o', str(self.target)).returncode == AVOID
        assert self.target.read_bytes() == before
        self.target.unlink()

    def check_locked(self):
        """Where a warning sign has exercises off, no way leads to a sheet."""
        answers = {'version': 1, 'screening': {'answers': [
            {'question': 'saddle', 'answer': 'yes', 'answered': '2026-01-01'}]}}
        own = self.folder / 'data/lowtide/profile.json'
        own.parent.mkdir(parents=True)
        own.write_text(json.dumps(answers), encoding='utf-8')
        for words in (['desk-break-2'], ['bridge'], [self.routine('mine.json')],
                      ['desk-break-2', '--condition', 'pregnancy', '--json']):
            self.refuse([*words, '-o', str(self.target), '--region', 'GB'], AVOID, '999')
        own.unlink()
        other = self.folder / 'other.json'
        other.write_text(json.dumps(answers), encoding='utf-8')
        self.refuse(['desk-break-2', '--profile', str(other), '-o', str(self.target)], AVOID,
                    'emergency')


def main():
    with tempfile.TemporaryDirectory() as folder:
        tests = Tests(os.path.abspath(sys.argv[1]), sys.argv[2], folder)
        names = [name for name in dir(tests) if name.startswith('check_')]
        failed = False
        print(f'1..{len(names)}')
        for number, name in enumerate(names, start=1):
            problem = None
            try:
                getattr(tests, name)()
            except AssertionError as error:
                problem = error
                failed = True
                for left in tests.target.parent.iterdir():
                    left.unlink()
            title = name.removeprefix('check_').replace('_', ' ')
            print(f'{"not ok" if problem else "ok"} {number} - {title}', flush=True)
            if problem:
                print(f'{title}: {problem}', file=sys.stderr)
    sys.exit(failed)


if __name__ == '__main__':
    main()
