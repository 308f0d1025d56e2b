"""What is good to know, from Today and from the menu, by keyboard and by mouse."""

import re

import person
from lowtide_driver import Failure, run_tests, stored_by, wait_for

# From the top of Today to its foot it is less.
MAX_TABS = 40


def open_from_menu(program):
    outer = program.wait('Main menu', 'push button')        # two buttons of one name
    inner = next(node for node in outer.mapped_descendants() if node.role == 'push button')
    inner.do_action(inner.pressing_action())
    program.press('Good to Know', role='menu item')
    program.wait_until_still(program.wait('Understanding it'))


def test_menu_leads_to_articles(program):
    """The menu leads to the three groups, and a row to its article with sources."""
    open_from_menu(program)
    for heading in ['Understanding it', 'Day by day', 'Comfort']:
        program.wait(heading)
    program.press('What to expect', role='list item')
    program.wait('A good sign')
    program.wait(re.compile('^Where this comes from: .*NHS sciatica page'))


def test_today_leads_there(program):
    """Tab and Return lead from Today to what is good to know, and Back leads to Today again."""
    program.wait('Today', role='page tab')
    for _ in range(MAX_TABS):
        focused = program.find_focused()
        if focused is not None and focused.name == 'Good to know':
            break
        program.key('Tab')
        wait_for('another place of the focus',
                 lambda: program.find_focused() is not None)
    program.key('Return')
    program.wait('Understanding it')
    program.press('Back', role='push button')
    program.wait('Today', role='page tab')


@stored_by(lambda folder: person.write(folder, person.make_profile()))
def test_activity_says_what_to_do_today(program):
    """Running says in words what to make of it today, and that today's pain is not known."""
    open_from_menu(program)
    program.press('Running', role='list item')
    program.wait('Tips')
    program.wait('Modify')
    program.wait(re.compile('^We do not know your pattern yet'))
    program.wait(re.compile('^Lowtide does not know yet where it hurts today'))


def test_warning_signs_name_a_number(program):
    """The article on warning signs leaves no gap where the number to call is."""
    open_from_menu(program)
    program.press('Warning signs', role='list item')
    text = program.wait(re.compile('^Go to an emergency department or call')).name
    if '{' in text or 'emergency number' not in text:
        raise Failure(f'it says "{text}"')


if __name__ == '__main__':
    run_tests([test_menu_leads_to_articles,
               test_today_leads_there,
               test_activity_says_what_to_do_today,
               test_warning_signs_name_a_number])
