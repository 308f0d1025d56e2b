"""Reads reports as a reader of PDF does: test_report_pdf.py WRITE_REPORT.

Two pages whatever was kept, every font in the file, and the text in the order in which it is read.
Without poppler's programs it is skipped. Reports in TAP.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

SIZES = {'empty': '0', 'small': '1', 'huge': '2'}
POINTS = {'a4': '595.276 x 841.89', 'letter': '612 x 792'}

IN_ORDER = {
    'small': ['Report for the clinician', '9 November 2026', 'Made with Lowtide', 'Pulling back up',
              'It no longer reaches', 'Left leg', 'Low back', 'Foot', 'The larger a dot',
              'Pain by zone', 'low-back', 'Flags 2', 'Keeping at it', 'Page 1 of 2',
              'What was done', 'Lying figure four', 'What hurt', 'Left out for now', 'Warning signs',
              'Page 2 of 2'],
    'empty': ['Report for the clinician', 'No check-in in this time.', 'Page 1 of 2',
              'No session in this time.', 'None in this time.', 'Page 2 of 2'],
    'huge': ['Report for the clinician', 'Page 1 of 2', 'What was done', 'more', 'What hurt', 'more',
             'Left out for now', 'Warning signs', 'more', 'Page 2 of 2'],
}


def output(*command):
    return subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          text=True).stdout


def check_pages(path, paper):
    facts = dict(line.split(':', 1) for line in output('pdfinfo', path).splitlines() if ':' in line)
    if facts['Pages'].strip() != '2':
        return f'{facts["Pages"].strip()} pages'
    if POINTS[paper] not in facts['Page size']:
        return f'the paper is {facts["Page size"].strip()}'
    return None


def check_fonts(path):
    fonts = [line.split() for line in output('pdffonts', path).splitlines()[2:]]
    if not fonts:
        return 'there is no font'
    # From the end: object number and generation, unicode, subset, embedded.
    outside = [font[0] for font in fonts if font[-5] != 'yes']
    return f'not in the file: {outside}' if outside else None


def check_text(path, size):
    text = output('pdftotext', path, '-')
    place = 0
    for words in IN_ORDER[size]:
        found = text.find(words, place)
        if found < 0:
            return f'"{words}" is not where it belongs in:\n{text}'
        place = found + len(words)
    return None


def cases(folder, program):
    for size, number in SIZES.items():
        for paper in POINTS:
            for direction in ('ltr', 'rtl'):
                path = str(pathlib.Path(folder, f'{size}-{paper}-{direction}.pdf'))
                subprocess.run([program, number, direction, paper, path], check=True)
                yield f'{size} {paper} {direction}: pages', check_pages(path, paper)
                yield f'{size} {paper} {direction}: fonts', check_fonts(path)
                if direction == 'ltr':
                    yield f'{size} {paper}: text', check_text(path, size)


def main():
    if not all(map(shutil.which, ('pdfinfo', 'pdffonts', 'pdftotext'))):
        print('1..0 # SKIP poppler-utils is not there')
        return
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        number = 0
        for number, (title, problem) in enumerate(cases(folder, sys.argv[1]), start=1):
            print(f'{"not ok" if problem else "ok"} {number} - {title}')
            if problem:
                failed = True
                print(problem, file=sys.stderr)
        print(f'1..{number}')
    sys.exit(failed)


if __name__ == '__main__':
    main()
