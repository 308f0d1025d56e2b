"""Text on its background, 4.5 to 1 or better in every scheme, computed from the style sheets.

With high contrast the far view is held to more, and what is meant to be quiet may not be paler than
libadwaita makes it there. Without, the fields of the far view differ in lightness, for those to whom
their hues are the same. Colours of our own are read from the sheets as they are now.
Those of libadwaita 1.2 that shine through are named here. test_contrast.py RESOURCES; reports in TAP.
"""

import itertools
import pathlib
import re
import sys

MINIMUM = 4.5
MINIMUM_OF_SIGNS = 3.0          # for pictures that carry a meaning
MINIMUM_FAR = 15.0              # of the far view, with high contrast
MINIMUM_QUIET = 7.0             # of what is paler than other text, with high contrast
MINIMUM_LIGHTNESS = 12.0        # between two fields of it, of 100

# libadwaita's own: text, and what is behind everything. Half transparent colours lie on the window.
SCHEMES = {
    'light': {'fg': '#000000cc', 'window': '#fafafa', 'card': '#ffffff', 'dialog': '#fafafa'},
    'dark': {'fg': '#ffffff', 'window': '#242424', 'card': '#ffffff14', 'dialog': '#383838'},
}

# What is read: the rule that colours the text ('fg' for none, '@name' for a named colour), the rules or
# grounds behind it from the far to the near, and the rule whose opacity makes the text paler.
TEXTS = [
    ('@accent_color', ['window'], None),
    ('@accent_color', ['dialog'], None),
    ('@accent_fg_color', ['@accent_bg_color'], None),
    ('verdict.caution > label', ['verdict.caution > label'], None),
    ('verdict.avoid > label', ['verdict.avoid > label'], None),
    ('advice.go', ['advice.go'], None),
    ('advice.modify', ['advice.modify'], None),
    ('advice.skip', ['advice.skip'], None),
    ('.verdict-pill.caution', ['.verdict-pill.caution'], None),
    ('.verdict-pill.avoid', ['.verdict-pill.avoid'], None),
    ('.chip:checked', ['.chip:checked'], None),
    ('.chip.avoid', ['.chip.avoid'], None),
    ('.chip.avoid:checked', ['.chip.avoid:checked'], None),
    ('fg', ['card', '.pill-label'], None),
    ('fg', ['window', '.leave-out'], None),
    ('fg', ['window', '.notice.caution'], None),
    ('fg', ['window', '.notice.caution'], '.quiet'),
    ('fg', ['window', '.notice.advice'], None),
    ('fg', ['window', '.notice.advice'], '.quiet'),
    ('fg', ['window', '.notice.avoid'], None),
    ('fg', ['window', '.notice.avoid'], '.quiet'),
    ('fg', ['window', '.move-card .tile.words'], None),
    ('fg', ['window', '.move-card .tile.words.avoid'], None),
    ('fg', ['window', '.step-number'], None),
    ('fg', ['window'], '.dim-label'),
    ('fg', ['card'], '.dim-label'),
    ('fg', ['card'], 'row .subtitle'),
    ('fg', ['window'], 'windowtitle .subtitle'),
    ('fg', ['window'], '.quiet'),
    ('fg', ['card'], '.move-row .subtitle'),
    ('.concern .because', ['card'], None),
    ('fg', ['window', '.finish-advice'], None),
    ('fg', ['card'], '.finish-row .subtitle'),
    ('.notice-bar.blocked', ['.notice-bar.blocked'], None),
    ('fg', ['window', '.notice-bar'], None),
    ('fg', ['card', '.sign-advice'], None),
    ('fg', ['card', '.check-notice'], None),
    ('fg', ['card', 'checkbutton.answer'], None),
    ('fg', ['card', 'checkbutton.answer:checked'], None),
    ('fg', ['card', 'picker checkbutton.answer'], None),
    ('picker checkbutton.answer:checked', ['picker checkbutton.answer:checked'], None),
    ('fg', ['window', '.hurts-dialog button.answer .key'], None),
    ('.clip-notice', ['.clip-notice'], None),
    ('button.help', ['button.help'], None),
    ('button.start', ['button.start'], None),
    ('.session-page', ['.session-page'], None),
    ('.session-page headerbar .subtitle', ['.session-page'], None),
    ('.session-page headerbar button.stop', ['.session-page', '.session-page headerbar button.stop'],
     None),
    ('.session-page', ['.session-page .stage'], None),
    ('.session-question .asked', ['.session-question .asked'], None),
    ('.session-question .hint', ['.session-question .asked'], None),
    ('.session-question button', ['.session-question .asked', '.session-question button'], None),
    ('.session-question button', ['.session-question button.stay'], None),
    ('.session-page stepslist .number', ['.session-page .stage'], None),
    ('.session-page .paused', ['.session-page .stage', '.session-page .paused'], None),
    ('.session-pill', ['.session-pill'], None),
    ('sessionbar .next', ['.session-page'], None),
    ('.session-page .session-button', ['.session-page .session-button.hurts'], None),
    ('.session-page .session-button', ['.session-page .session-button.pause'], None),
    ('.session-page .session-button', ['.session-page', '.session-page .session-button.round'], None),
]
FIELDS = [f'farview.{name}' for name in ('paused', 'hold', 'move', 'ready', 'switch', 'rest')]
FAR_TEXTS = [(field, [field], None) for field in [*FIELDS, 'farview button.hurts']]
QUIET = [text for text in TEXTS if text[2] is not None or text[0] == '.concern .because']
SIGNS = [
    ('.finish-row image.done', ['card'], None),
    ('.session-page planbar', ['.session-page'], None),
    ('bodyzone.severe', ['window'], None),
    ('@reach_line_color', ['card'], None),
    ('@reach_dot_color', ['card'], None),
]

WORDS = {'white': '#ffffff', 'black': '#000000'}


class Sheets:
    """The rules and named colours of a scheme; later sheets win over earlier ones."""

    def __init__(self, paths, scheme):
        self._scheme = scheme
        self._colors = {}
        self._rules = {}
        for path in paths:
            self._read(re.sub(r'/\*.*?\*/', '', path.read_text(encoding='utf-8'), flags=re.DOTALL))

    def _read(self, text):
        self._colors |= dict(re.findall(r'@define-color\s+(\w+)\s+([^;]+);', text))
        for selectors, body in re.findall(r'([^{};]+)\{([^}]*)\}', text):
            declared = dict(re.findall(r'([\w-]+)\s*:\s*([^;]+);', body))
            for selector in selectors.split(','):
                self._rules.setdefault(' '.join(selector.split()), {}).update(declared)

    def color(self, expression):
        """Red, green, blue and alpha, from 0 to 1."""
        expression = WORDS.get(expression, expression)
        if expression in ('fg', 'currentColor'):
            return self.color(self._scheme['fg'])
        if expression.startswith('@'):
            return self.color(self._colors[expression[1:]])
        if match := re.fullmatch(r'alpha\((.+),\s*([\d.]+)\)', expression):
            *rgb, alpha = self.color(match[1])
            return (*rgb, alpha * float(match[2]))
        digits = expression.removeprefix('#').ljust(8, 'f')
        return tuple(int(digits[i:i + 2], 16) / 255 for i in range(0, 8, 2))

    def named(self, name, member):
        """The colour of a ground, of a named colour, or of a rule's member."""
        if name in self._scheme or name.startswith('@'):
            return self.color(self._scheme.get(name, name))
        return self.color(self._rules[name][member])

    def opacity(self, name):
        return float(self._rules[name]['opacity']) if name else 1.0


def lay(above, below):
    """What is seen of a colour that lies on an opaque one."""
    *rgb, alpha = above
    return tuple(a * alpha + b * (1 - alpha) for a, b in zip(rgb, below))


def luminance(rgb):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(sheets, text, grounds, paler):
    behind = sheets.named('window', None)[:3]
    for ground in grounds:
        behind = lay(sheets.named(ground, 'background-color'), behind)
    *rgb, alpha = sheets.named(text, 'color')
    seen = lay((*rgb, alpha * sheets.opacity(paler)), behind)
    low, high = sorted((luminance(seen), luminance(behind)))
    return (high + 0.05) / (low + 0.05)


def lightness(rgb):
    """CIE L*, from 0 to 100: what is left of a colour for those who see no hue."""
    y = luminance(rgb)
    return 903.3 * y if y <= 0.008856 else 116 * y ** (1 / 3) - 16


def judge_fields(sheets):
    """Whether any two fields of the far view differ in lightness; says of those that do not."""
    fine = True
    for one, other in itertools.combinations(FIELDS, 2):
        difference = abs(lightness(sheets.named(one, 'background-color')[:3])
                         - lightness(sheets.named(other, 'background-color')[:3]))
        if difference < MINIMUM_LIGHTNESS:
            fine = False
            print(f'# {difference:.1f} between {one} and {other}')
    return fine


def judge(sheets, cases, minimum):
    """Whether all are readable; says of those that are not."""
    fine = True
    for text, grounds, paler in cases:
        ratio = contrast(sheets, text, grounds, paler)
        if ratio < minimum:
            fine = False
            print(f'# {ratio:.2f} : 1 for {text} on {grounds[-1]}{", paler by " + paler if paler else ""}')
    return fine


def main():
    resources = pathlib.Path(sys.argv[1])
    common = [*sorted((resources / 'styles').glob('*.css'))]
    print(f'1..{len(SCHEMES) * 2}')
    for number, (name, scheme) in enumerate(SCHEMES.items()):
        dark = [resources / 'style-dark.css'] if name == 'dark' else []
        sheets = Sheets(common + dark, scheme)
        fine = (judge(sheets, TEXTS + FAR_TEXTS, MINIMUM) & judge(sheets, SIGNS, MINIMUM_OF_SIGNS)
                & judge_fields(sheets))
        print(f'{"ok" if fine else "not ok"} {2 * number + 1} - Text can be read in the {name} scheme')
        high = Sheets(common + dark + [resources / 'style-hc.css']
                      + ([resources / 'style-hc-dark.css'] if dark else []), scheme)
        fine = (judge(high, TEXTS, MINIMUM) & judge(high, QUIET, MINIMUM_QUIET)
                & judge(high, SIGNS, MINIMUM_OF_SIGNS) & judge(high, FAR_TEXTS, MINIMUM_FAR))
        print(f'{"ok" if fine else "not ok"} {2 * number + 2} - Text can be read in the {name} scheme '
              'with high contrast')


if __name__ == '__main__':
    main()
