"""Proves that the build keeps the modules apart: test_layering.py COMPILE_COMMANDS.

For every module a probe that includes one header is compiled with the module's own compile command,
and must compile or fail exactly as the table says. The allowed includes are tried as well, so that a
command that cannot compile anything does not look like proof. Reports in TAP.
"""

import json
import os
import shlex
import subprocess
import sys
import tempfile

# Each module, and the modules whose public header it may include besides its own.
MAY_INCLUDE = {
    'host': [],
    'catalog': ['host'],
    'safety': ['host', 'catalog'],
    'session': ['host', 'catalog', 'safety'],
    'sheet': ['host', 'catalog', 'safety', 'session'],
    'journal': ['host', 'catalog', 'safety', 'session'],
    'reminder': ['host', 'catalog', 'safety', 'session', 'journal'],
    'player': ['host'],
    'remote': ['host', 'catalog', 'safety', 'session'],
    'voice': ['host'],
    'ctl': ['host', 'catalog', 'safety', 'session', 'journal', 'sheet'],
}
# Only with the application.
NOT_ALWAYS_BUILT = {'player', 'remote', 'voice'}

WITH_PUBLIC_HEADER = ['host', 'catalog', 'safety', 'session', 'sheet', 'journal', 'reminder',
                      'player', 'remote', 'voice']

# Each library, its header, and the modules that must have it, and those that must not.
EVERYBODY = set(MAY_INCLUDE)
LIBRARIES = [
    ('gio/gio.h', EVERYBODY, set()),
    ('json-glib/json-glib.h', {'catalog'}, {'host', 'player', 'voice'}),
    ('gst/gst.h', {'player'}, EVERYBODY - {'player'}),
    ('pango/pangocairo.h', {'sheet'}, EVERYBODY - {'sheet', 'ctl'}),
    ('gtk/gtk.h', set(), EVERYBODY),
    ('gdk/gdk.h', set(), EVERYBODY),
    ('adwaita.h', set(), EVERYBODY),
]

# What belongs to the one file in a compile command. Those in WITH_VALUE have a word after them.
WITH_VALUE = {'-o', '-MF', '-MQ', '-MT'}
WITHOUT_VALUE = {'-c', '-MD', '-MMD'}


def command_of(module, database):
    """The folder and the words that compile a file of the module, without the file, or None. What is
    generated may be a library of its own."""
    for entry in database:
        source = os.path.normpath(os.path.join(entry['directory'], entry['file']))
        if source.startswith(os.path.join(entry['directory'], '')):
            continue
        if os.path.basename(os.path.dirname(source)) == module and f'src/{module}/' in source:
            return entry['directory'], without_file(shlex.split(entry['command']), entry['file'])
    return None


def without_file(words, file):
    kept = []
    skip_value = False
    for word in words:
        if skip_value:
            skip_value = False
        elif word in WITH_VALUE:
            skip_value = True
        elif word not in WITHOUT_VALUE and word != file:
            kept.append(word)
    return kept


def compile_probe(command, include):
    """Returns whether it compiles, and what the compiler said."""
    directory, words = command
    with tempfile.NamedTemporaryFile('w', suffix='.c') as probe:
        probe.write(f'#include {include}\nint probe_of_layering;\n')
        probe.flush()
        result = subprocess.run([*words, '-fsyntax-only', probe.name], cwd=directory,
                                env={**os.environ, 'LC_ALL': 'C'}, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return result.returncode == 0, result.stdout


def is_missing_header(message):
    """gcc's and clang's words for it; any other failure proves nothing."""
    return 'No such file or directory' in message or 'file not found' in message


def expectations(module):
    """Yields (what is included, whether it must compile)."""
    for other in WITH_PUBLIC_HEADER:
        yield f'"{other}.h"', other == module or other in MAY_INCLUDE[module]
    for header, must, must_not in LIBRARIES:
        if module in must or module in must_not:
            yield f'<{header}>', module in must


def check(command, include, allowed):
    """Returns None, or what is wrong."""
    compiles, message = compile_probe(command, include)
    if allowed and not compiles:
        return message
    if not allowed and compiles:
        return 'it compiles, and must not'
    if not allowed and not is_missing_header(message):
        return f'it fails for another reason:\n{message}'
    return None


def report(number, title, problem):
    print(f'{"not ok" if problem else "ok"} {number} - {title}', flush=True)
    if problem:
        print(f'{title}: {problem}', file=sys.stderr)


def run_case(number, module, include, allowed, command):
    """Returns whether it is as it should be."""
    title = f'{module} {"may" if allowed else "cannot"} include {include}'
    if command is None and module in NOT_ALWAYS_BUILT:
        print(f'ok {number} - {title} # SKIP {module} is not built')
        return True
    problem = check(command, include, allowed) if command else 'no compile command found'
    report(number, title, problem)
    return problem is None


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        database = json.load(file)
    commands = {module: command_of(module, database) for module in MAY_INCLUDE}
    cases = [(module, *expectation) for module in MAY_INCLUDE for expectation in expectations(module)]
    print(f'1..{len(cases)}')
    results = [run_case(number, module, include, allowed, commands[module])
               for number, (module, include, allowed) in enumerate(cases, start=1)]
    sys.exit(0 if all(results) else 1)


if __name__ == '__main__':
    main()
