"""Adds the pictures of the program to its metainfo: add-screenshots.py METAINFO BASE_URL OUTPUT.

Metainfo may name pictures by their place on the web alone, which only a packager knows.
"""

import pathlib
import sys

# The first is the one that is shown first; what each shows is said in English.
SCREENSHOTS = [
    ('today', 'The routine that fits today, and what to leave out for now'),
    ('session', 'A session, with large seconds and one instruction at a time'),
    ('moves', 'The library of moves'),
    ('move', 'A move with its clip, steps and dose'),
    ('avoid', 'A move to leave out, and why'),
]


def describe(base_url):
    for number, (name, caption) in enumerate(SCREENSHOTS):
        yield '    <screenshot type="default">' if number == 0 else '    <screenshot>'
        yield f'      <caption>{caption}</caption>'
        yield f'      <image>{base_url.rstrip("/")}/{name}.png</image>'
        yield '    </screenshot>'


def main():
    source, base_url, target = sys.argv[1:]
    text = pathlib.Path(source).read_text(encoding='utf-8')
    section = '\n'.join(['<screenshots>', *describe(base_url), '  </screenshots>', '  '])
    before, found, after = text.partition('<launchable')
    if not found:
        sys.exit(f'{source} has no <launchable>, before which the pictures go')
    pathlib.Path(target).write_text(before + section + found + after, encoding='utf-8')


if __name__ == '__main__':
    main()
