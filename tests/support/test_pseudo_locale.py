#!/usr/bin/env python3
"""What the pseudo language must leave alone, and what it must not."""

import unittest

import pseudo_locale


class PseudoTest(unittest.TestCase):
    def test_text(self):
        self.assertEqual(pseudo_locale.pseudo('Hold the left foot'),
                         '⟦Ĥööļð ţĥëë ļëëƒţ ƒööööţ⟧')

    def test_what_programs_read(self):
        for text in ('%d', '%1$s', '%-5.2f', '%%', '%H', '<b>', '</b>', '<a href="x">', '&amp;',
                     '&#160;', '_S', '{name}'):
            self.assertIn(text, pseudo_locale.pseudo(f'See {text} there'))

    def test_line_breaks(self):
        self.assertEqual(pseudo_locale.pseudo('\nab\nc\n'), '\n⟦ààƀ\nç⟧\n')

    def test_length(self):
        text = 'Rest your left ankle on your right thigh, just above the knee.'
        self.assertGreater(len(pseudo_locale.pseudo(text)), 1.25 * len(text))

    def test_entries(self):
        po = pseudo_locale.translate('#, fuzzy\nmsgid ""\nmsgstr ""\n"Language: \\n"\n\n'
                                     '#: a.c:1\n#, c-format\nmsgctxt "x"\nmsgid "%d \\"step\\""\n'
                                     'msgid_plural ""\n"%d "\n"steps"\nmsgstr[0] ""\nmsgstr[1] ""\n')
        self.assertNotIn('fuzzy', po)
        self.assertIn('msgstr[0] "⟦%d \\"šţëëþ\\"⟧"', po)
        self.assertIn('msgstr[1] "⟦%d šţëëþš⟧"', po)
        self.assertIn('msgctxt "x"', po)


if __name__ == '__main__':
    unittest.main()
