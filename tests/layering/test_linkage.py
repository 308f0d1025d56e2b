"""Proves that a program needs no display: test_linkage.py PROGRAM.

Neither its own dynamic section nor any library behind it may name GTK, libadwaita, GStreamer or
Wayland. Nor may its own name X11; a library behind it may, for Debian's cairo, which draws sheets, is
linked with it. Nothing of it is called: no surface of a display is ever made. Reports in TAP.
"""

import re
import subprocess
import sys

FORBIDDEN = re.compile(r'lib(gtk-|gdk-|gsk-|adwaita|gst|wayland-client)')
FORBIDDEN_DIRECTLY = re.compile(rf'{FORBIDDEN.pattern}|lib(X11|xcb)')


def run(*command):
    return subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          text=True).stdout


def needed_directly(program):
    return re.findall(r'\(NEEDED\).*\[(.+)\]', run('readelf', '--dynamic', '--wide', program))


def needed_at_all(program):
    return re.findall(r'^\s*(\S+)', run('ldd', program), re.MULTILINE)


def report(number, title, libraries, forbidden):
    """An empty list of libraries would mean that the question was asked wrongly."""
    offenders = [library for library in libraries if forbidden.search(library)]
    ok = 'libc.so.6' in libraries and not offenders
    print(f'{"ok" if ok else "not ok"} {number} - {title}')
    if not ok:
        print(f'offenders: {offenders}; all: {libraries}', file=sys.stderr)
    return ok


def main():
    program = sys.argv[1]
    print('1..2')
    results = [
        report(1, 'names no library of the display in its dynamic section', needed_directly(program),
               FORBIDDEN_DIRECTLY),
        report(2, 'loads none through another library', needed_at_all(program), FORBIDDEN),
    ]
    sys.exit(0 if all(results) else 1)


if __name__ == '__main__':
    main()
