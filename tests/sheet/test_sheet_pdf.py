"""Looks at sheets as readers of PDF do: test_sheet_pdf.py LOWTIDECTL WRITE_SHEET CATALOG REFERENCE.

Text in the order in which it is read, fonts in the file, how many pages, a code that can be read, and
pages that look as they did. With --renew as a fifth word, the pictures in REFERENCE are made anew:
look at them before they are committed. Without poppler's programs it is skipped. Reports in TAP.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

# Words after "sheet", and how many pages there are at most.
SHEETS = {
    'essentials-a4': (['piriformis-essentials', '--paper', 'a4', '--qr'], 4),
    'essentials-letter': (['piriformis-essentials', '--paper', 'letter', '--name', 'Ada'], 4),
    'foam-roll-a4': (['foam-roll-piriformis', '--paper', 'a4', '--condition', 'spinal-stenosis'], 4),
    'foam-roll-letter': (['foam-roll-piriformis', '--paper', 'letter', '--pictures', 'color'], 5),
    'desk-a4': (['desk-break-2', '--paper', 'a4'], 1),
    'desk-letter': (['desk-break-2', '--paper', 'letter'], 1),
    'move-letter': (['bridge', '--paper', 'letter'], 1),
    'large-a4': (['piriformis-essentials', '--paper', 'a4', '--large'], 14),
    'large-letter': (['piriformis-essentials', '--paper', 'letter', '--large'], 16),
    'plain-a4': (['hip-strength', '--paper', 'a4', '--pictures', 'none'], 4),
}
POINTS = {'a4': '595.276 x 841.89', 'letter': '612 x 792'}
# Pages that are compared, at so many dots an inch.
PICTURES = [('essentials-a4', 1), ('essentials-a4', 3), ('foam-roll-letter', 2), ('desk-a4', 1),
            ('large-letter', 2)]
RESOLUTION = 14
# Other releases of fonts and of poppler draw a little differently: so many shades of 255 on the
# whole, and so large a share of the dots that are off by more than a quarter.
MEAN, SHARE = 1.5, 0.008

ARABIC = ['تمارين المكتب', 'تمدد الرقبة الجانبي', 'أمل رأسك إلى اليمين']


def output(*command):
    return subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          text=True).stdout


def squeeze(text):
    """Lines, hyphens at their ends and wide letters are matters of layout."""
    return re.sub(r'\s+', '', unicodedata.normalize('NFKC', text)).replace('-', '')


def check_pages(path, words, most):
    facts = dict(line.split(':', 1) for line in output('pdfinfo', path).splitlines() if ':' in line)
    if not 1 <= int(facts['Pages']) <= most:
        return f'{facts["Pages"].strip()} pages'
    paper = words[words.index('--paper') + 1]
    if POINTS[paper] not in facts['Page size']:
        return f'the paper is {facts["Page size"].strip()}'
    text = output('pdftotext', path, '-')
    missing = [page for page in range(1, int(facts['Pages']) + 1)
               if f'Page {page} of {facts["Pages"].strip()}' not in text]
    return f'no number on {missing}' if missing else None


def check_fonts(path):
    fonts = [line.split() for line in output('pdffonts', path).splitlines()[2:]]
    if not fonts:
        return 'there is no font'
    # From the end: object number and generation, unicode, subset, embedded.
    outside = [font[0] for font in fonts if font[-5] != 'yes' or font[-3] != 'yes']
    return f'not in the file, or not to be read: {outside}' if outside else None


def sentences(program, catalog, words):
    """All that the moves of a sheet are to say, in order."""
    if (catalog / 'movements' / f'{words[0]}.json').exists():
        moves = [words[0]]
    else:
        conditions = [word for option, word in zip(words, words[1:]) if option == '--condition']
        given = [part for word in conditions for part in ('--condition', word)]
        plan = json.loads(output(program, 'plan', words[0], '--json', *given))
        moves = [phase['movement'] for phase in plan['phases'] if phase['phase'] == 'position']
    for move in moves:
        content = json.loads((catalog / 'movements' / f'{move}.json').read_text('utf-8'))
        yield from [content['name'], *content['steps'], content['breathing'], content['feel']]


def check_text(path, wanted):
    text = squeeze(output('pdftotext', path, '-'))
    place = 0
    for words in wanted:
        found = text.find(squeeze(words), place)
        if found < 0:
            return f'"{words}" is not where it belongs'
        place = found
    return None


def read_grey(path, page):
    """The dots of a page, row by row."""
    data = subprocess.run(['pdftoppm', '-gray', '-r', str(RESOLUTION), '-f', str(page), '-l',
                           str(page), path], check=True, stdout=subprocess.PIPE).stdout
    return data


def parse_grey(data):
    size = data.split(maxsplit=4)[1:3]
    return [int(word) for word in size], data[-int(size[0]) * int(size[1]):]


def check_picture(path, page, reference, renew):
    drawn = read_grey(path, page)
    if renew:
        reference.write_bytes(drawn)
    (size, dots), (wanted_size, wanted) = parse_grey(drawn), parse_grey(reference.read_bytes())
    if size != wanted_size:
        return f'it is {size}, and was {wanted_size}'
    differences = [abs(a - b) for a, b in zip(dots, wanted)]
    mean = sum(differences) / len(differences)
    share = sum(difference > 64 for difference in differences) / len(differences)
    if mean > MEAN or share > SHARE:
        return f'it looks different: {mean:.1f} shades on the whole, {share:.1%} of the dots'
    return None


def check_code(path, catalog):
    """What a telephone would read is the routine."""
    stem = path.removesuffix('.pdf')
    subprocess.run(['pdftoppm', '-r', '150', '-gray', '-png', path, stem], check=True)
    pages = sorted(map(str, pathlib.Path(path).parent.glob(f'{pathlib.Path(stem).name}-*.png')))
    done = subprocess.run(['zbarimg', '--raw', '-q', *pages], check=False, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL)
    wanted = json.loads((catalog / 'routines/piriformis-essentials.json').read_text('utf-8'))
    try:
        return None if json.loads(done.stdout) == wanted else 'it reads as another routine'
    except ValueError:
        return f'it reads as {done.stdout!r}'


def check_arabic(program, folder):
    path = str(folder / 'arabic.pdf')
    subprocess.run([program, path], check=True)
    text = unicodedata.normalize('NFKC', output('pdftotext', path, '-'))
    # Marks of direction are poppler's.
    text = re.sub('[\u200e\u200f\u202a-\u202e\u2066-\u2069]', '', text)
    lost = [words for words in ARABIC if words not in text]
    if lost:
        return f'lost: {lost}; there is:\n{text}'
    boxes = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>([^<]+)',
                       output('pdftotext', '-bbox', path, '-'))
    title = [float(box[2]) for box in boxes if float(box[1]) < 60]
    return None if title and max(title) > 540 else 'the title does not begin at the right'


def cases(program, write_sheet, catalog, reference, folder, renew):
    for name, (words, most) in SHEETS.items():
        path = str(folder / f'{name}.pdf')
        subprocess.run([program, 'sheet', *words, '-o', path], check=True, stdout=subprocess.DEVNULL)
        yield f'{name}: pages', check_pages(path, words, most)
        yield f'{name}: fonts', check_fonts(path)
        yield f'{name}: text', check_text(path, sentences(program, catalog, words))
    for name, page in PICTURES:
        yield f'{name}: looks of page {page}', check_picture(
            str(folder / f'{name}.pdf'), page, reference / f'{name}-{page}.pgm', renew)
    if shutil.which('zbarimg'):
        yield 'the code can be read', check_code(str(folder / 'essentials-a4.pdf'), catalog)
    yield 'Arabic runs from right to left', check_arabic(write_sheet, folder)


def main():
    if not all(map(shutil.which, ('pdfinfo', 'pdffonts', 'pdftotext', 'pdftoppm'))):
        print('1..0 # SKIP poppler-utils is not there')
        return
    os.environ['SOURCE_DATE_EPOCH'] = '1795939200'
    failed = False
    number = 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ['XDG_DATA_HOME'] = str(pathlib.Path(folder, 'data'))
        for number, (title, problem) in enumerate(
                cases(sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4]),
                      pathlib.Path(folder), '--renew' in sys.argv[5:]), start=1):
            print(f'{"not ok" if problem else "ok"} {number} - {title}', flush=True)
            if problem:
                failed = True
                print(f'{title}: {problem}', file=sys.stderr)
    print(f'1..{number}')
    sys.exit(failed)


if __name__ == '__main__':
    main()
