#!/usr/bin/env python3
"""Makes a translation into a language nobody speaks, to test the program with.

Every text becomes ⟦lööngëër àànd ààççëëntëëd⟧: what is left in plain English on a screen was never
given to gettext, a text without its brackets is cut off or glued from pieces, and what is too narrow
for one third more of text shows. Conversions, markup and mnemonics stay as they are.

  pseudo_locale.py --root SOURCE --potfiles po/POTFILES --locale-dir DIR [--stamp FILE --depfile FILE]

leaves DIR/en_XA/LC_MESSAGES/lowtide.mo, made from the sources as they are now.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

LANGUAGE = 'en_XA'
DOMAIN = 'lowtide'

XGETTEXT = [
    'xgettext', '--from-code=UTF-8', '--no-wrap',
    '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
    '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
    '--flag=_:1:pass-c-format', '--flag=N_:1:pass-c-format', '--flag=C_:2:pass-c-format',
    '--flag=NC_:2:pass-c-format', '--flag=ngettext:1:pass-c-format',
    '--flag=ngettext:2:pass-c-format', '--flag=g_dngettext:2:pass-c-format',
    '--flag=g_strdup_printf:1:c-format', '--flag=g_string_append_printf:2:c-format',
    '--flag=g_string_printf:2:c-format', '--flag=g_set_error:4:c-format',
    '--flag=g_print:1:c-format', '--flag=g_printerr:1:c-format',
    '--flag=g_markup_printf_escaped:1:c-format',
]

HEADER = '\n'.join([
    f'Project-Id-Version: {DOMAIN}',
    'PO-Revision-Date: 2000-01-01 00:00+0000',
    'Last-Translator: pseudo_locale.py',
    'Language-Team: none',
    f'Language: {LANGUAGE}',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    'Plural-Forms: nplurals=2; plural=(n != 1);',
    '',
])

# What a program reads and not a person: printf and strftime conversions, names in braces, markup,
# entities, and the letter of a mnemonic with its underscore.
KEPT = re.compile(r"""
    % (?:\d+\$)? [-+\ #0'_^]* (?:\d+|\*)? (?:\.(?:\d+|\*))? (?:hh|h|ll|l|L|q|j|z|t)? [A-Za-z%]
  | \{[^{}]*\}
  | </?[A-Za-z][^<>]*>
  | &(?:[a-z]+|\#x?[0-9A-Fa-f]+);
  | _\w
""", re.VERBOSE)

ACCENTED = str.maketrans(
    'ABCDEFGHIKLMNOPRSTUVWYZbcdfghklmnprstvwyz',
    'ÅƁÇÐÉƑĜĤÎĶĻṀÑÖÞŔŠŢÛṼŴÝŽƀçðƒĝĥķļḿñþŕšţṽŵýž')
VOWELS = {'a': 'àà', 'e': 'ëë', 'i': 'ïï', 'o': 'öö', 'u': 'üü'}


def stretch(plain):
    """Accents what people read, and doubles its vowels."""
    return ''.join(VOWELS.get(c, c) for c in plain.translate(ACCENTED))


def pseudo(text):
    """Says a text in the language. Line breaks at its ends stay outside of the brackets."""
    body = text.strip('\n')
    if not body:
        return text
    start = text.index(body)
    parts, at = [], 0
    for kept in KEPT.finditer(body):
        parts += [stretch(body[at:kept.start()]), kept.group()]
        at = kept.end()
    parts.append(stretch(body[at:]))
    return text[:start] + '⟦' + ''.join(parts) + '⟧' + text[start + len(body):]


ESCAPES = {'n': '\n', 't': '\t', 'r': '\r', '"': '"', '\\': '\\'}


def unquote(line):
    inner = line[line.index('"') + 1:line.rindex('"')]
    return re.sub(r'\\(.)', lambda m: ESCAPES[m.group(1)], inner)


def quote(text):
    for char, letter in (('\\', '\\'), ('"', '"'), ('\n', 'n'), ('\t', 't'), ('\r', 'r')):
        text = text.replace(char, '\\' + letter)
    return f'"{text}"'


def read_entries(pot):
    """Reads the entries of a template: flags, and the texts by their keywords."""
    for block in re.split(r'\n\s*\n', pot.strip()):
        entry, keyword = {'flags': []}, None
        for line in block.splitlines():
            if line.startswith('#,'):
                entry['flags'].append(line)
            elif match := re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s+"', line):
                keyword = match.group(1)
                entry[keyword] = unquote(line)
            elif line.startswith('"'):
                entry[keyword] += unquote(line)
        yield entry


def write_entry(entry):
    flags = [line for line in entry['flags'] if 'fuzzy' not in line]
    lines = flags + [f'{key} {quote(entry[key])}' for key in ('msgctxt', 'msgid', 'msgid_plural')
                     if key in entry]
    if not entry['msgid']:
        lines.append('msgstr ' + quote(HEADER))
    elif 'msgid_plural' in entry:
        lines.append('msgstr[0] ' + quote(pseudo(entry['msgid'])))
        lines.append('msgstr[1] ' + quote(pseudo(entry['msgid_plural'])))
    else:
        lines.append('msgstr ' + quote(pseudo(entry['msgid'])))
    return '\n'.join(lines) + '\n'


def translate(pot):
    """Turns a template into a complete translation."""
    return '\n'.join(write_entry(entry) for entry in read_entries(pot))


def list_sources(potfiles):
    lines = (line.strip() for line in potfiles.read_text(encoding='utf-8').splitlines())
    return [line for line in lines if line and not line.startswith('#')]


def build(root, sources, locale_dir):
    pot = subprocess.run(XGETTEXT + ['-o', '-'] + sources, cwd=root, check=True,
                         capture_output=True, text=True, encoding='utf-8').stdout
    target = locale_dir / LANGUAGE / 'LC_MESSAGES' / f'{DOMAIN}.mo'
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        po = pathlib.Path(folder) / f'{LANGUAGE}.po'
        po.write_text(translate(pot), encoding='utf-8')
        subprocess.run(['msgfmt', '--check', '-o', target, po], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--root', type=pathlib.Path, required=True)
    parser.add_argument('--potfiles', type=pathlib.Path, required=True)
    parser.add_argument('--locale-dir', type=pathlib.Path, required=True)
    parser.add_argument('--stamp', type=pathlib.Path)
    parser.add_argument('--depfile', type=pathlib.Path)
    args = parser.parse_args()

    sources = list_sources(args.potfiles)
    build(args.root, sources, args.locale_dir)
    if args.depfile:
        needed = ' '.join(str(args.root / source).replace(' ', '\\ ') for source in sources)
        args.depfile.write_text(f'{args.stamp}: {needed}\n', encoding='utf-8')
    if args.stamp:
        args.stamp.write_text('', encoding='utf-8')
    return 0


if __name__ == '__main__':
    sys.exit(main())
