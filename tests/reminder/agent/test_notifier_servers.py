"""Notices on real servers: shown, replaced, withdrawn, answered, and left behind by a crash."""

import os
import signal
import subprocess
import time

from notice_servers import Dunst, find_notifyd, has_server, wait_for_name
from presence_parts import run_tests, wait_for
from test_presence_x11 import start_server


def begin(world, mark=None, **options):
    world.start_bus()
    start_server(world)
    dunst = Dunst(world, **options)
    return dunst, drive(world, mark)


def drive(world, mark=None):
    driver = world.drive(os.environ['NOTIFIER_DRIVE'], *([mark] if mark else []))
    if mark:
        driver.expect('mark none')
    driver.expect('available')
    return driver


def show(driver, text='Been sitting|Fancy standing up?', command='show'):
    """Returns the mark of the notice."""
    driver.say(f'{command} {text}')
    if command == 'show':
        mark = ' '.join(driver.expect('mark')[1:])
        driver.expect('shown')
        return mark
    driver.expect('shown')
    return None


def test_buttons(world):
    """Each button and the notice itself are told when they are pressed, and once"""
    dunst, driver = begin(world)
    for number, (button, action) in enumerate((('Stand 1 min', 'stand'), ('Chair 2 min', 'chair'),
                                               ('Later', 'later'), (None, 'default')), start=1):
        show(driver)
        assert dunst.wait(number) == ['Lowtide', 'NORMAL', 'org.lowtide.Lowtide', 'Been sitting',
                                      'Fancy standing up?']
        if button:
            dunst.press(button)
        else:
            dunst.open()
        driver.expect('mark none')
        driver.expect(f'action {action}')
        wait_for('its end', lambda: dunst.count() == 0)
    driver.expect_silence(0.5)
    driver.expect_rest()
    driver.stop()


def test_one(world):
    """There is one notice: the next takes its place, and it goes when it is withdrawn"""
    dunst, driver = begin(world)
    show(driver)
    dunst.wait(1)
    show(driver, 'Still sitting|A change?', 'replace')
    assert dunst.wait(2)[3] == 'Still sitting'
    assert dunst.count() == 1
    driver.say('withdraw')
    driver.expect('mark none')
    wait_for('its end', lambda: dunst.count() == 0)
    show(driver)
    dunst.dismiss()
    driver.expect('mark none')
    driver.expect('closed dismissed')
    # One that went, and is brought up to date, pops up again.
    show(driver)
    assert dunst.wait(4)
    driver.stop()
    wait_for('its end with the program', lambda: dunst.count() == 0)


def test_expiry(world):
    """A notice that goes by itself is told apart from one that was closed"""
    dunst, driver = begin(world, timeout=1)
    show(driver)
    driver.expect('mark none')
    driver.expect('closed expired')
    driver.stop()
    assert dunst.count() == 0


def test_markup(world):
    """What looks like markup is shown as it is"""
    text = 'a < b & <b>c</b> "d" &amp; \'e\''
    dunst, driver = begin(world)
    show(driver, 'A & B|' + text)
    body = dunst.wait(1)[4]
    assert body in (text, '&lt;'.join(text.replace('&', '&amp;').split('<')).replace('>', '&gt;')
                    .replace('"', '&quot;').replace("'", '&apos;')), body
    driver.stop()


def test_crash(world):
    """What a process left behind when it was killed is closed by the next, and nothing else"""
    dunst, driver = begin(world)
    mark = show(driver)
    world.end(driver.process)
    assert dunst.count() == 1
    driver = drive(world, mark.replace(':1.', ':9.'))
    driver.expect_silence(0.5)
    assert dunst.count() == 1
    driver.stop()
    driver = drive(world, mark)
    wait_for('its end', lambda: dunst.count() == 0)
    driver.stop()


def test_killed_server(world):
    """A server that is killed takes the notice along, and the next one shows another"""
    dunst, driver = begin(world)
    show(driver)
    world.end(dunst.process)
    driver.expect('mark none')
    driver.expect('vanished')
    driver.say('show One|more')
    driver.expect('failed')
    driver.expect_silence(1)
    dunst = Dunst(world)
    driver.expect('available')
    show(driver)
    dunst.press('Later')
    driver.expect('mark none')
    driver.expect('action later')
    driver.stop()


def test_hung_server(world):
    """A server that hangs holds up nothing, is given up after 5 s, and is back when it goes on"""
    dunst, driver = begin(world)
    dunst.process.send_signal(signal.SIGSTOP)
    driver.say('show Been sitting|Fancy standing up?')
    driver.say('actions')
    driver.expect('actions 1', 0.5)
    driver.expect_silence(4.3)
    driver.expect('failed', 1.5)
    # It must not come up now that nobody awaits it.
    dunst.process.send_signal(signal.SIGCONT)
    driver.expect('available')
    wait_for('its end', lambda: dunst.count() == 0)
    show(driver)
    assert dunst.count() == 1
    driver.stop()


def test_hung_server_killed(world):
    """When a server that hangs is killed the next one is used at once"""
    dunst, driver = begin(world)
    show(driver)
    dunst.process.send_signal(signal.SIGSTOP)
    driver.say('replace Still sitting|A change?')
    driver.expect('mark none', 7)
    driver.expect('failed')
    world.end(dunst.process)
    driver.expect('vanished')
    Dunst(world)
    driver.expect('available')
    show(driver)
    driver.stop()


def test_stopped(world):
    """A program that was stopped finds the answer that came meanwhile"""
    dunst, driver = begin(world)
    # At first more is asked of a server than to show something.
    show(driver)
    driver.say('withdraw')
    driver.expect('mark none')
    wait_for('its end', lambda: dunst.count() == 0)
    dunst.process.send_signal(signal.SIGSTOP)
    driver.say('show Been sitting|Fancy standing up?')
    driver.say('actions')
    driver.expect('actions 1')
    time.sleep(0.2)
    driver.process.send_signal(signal.SIGSTOP)
    dunst.process.send_signal(signal.SIGCONT)
    dunst.wait(2)
    time.sleep(6.5)
    driver.process.send_signal(signal.SIGCONT)
    driver.expect('mark')
    driver.expect('shown')
    driver.expect_silence(0.3)
    driver.stop()


def find_windows(world):
    return subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'notifyd'],
                          env=world.environment, stdout=subprocess.PIPE, text=True,
                          stdin=subprocess.DEVNULL, timeout=20).stdout.split()


def click_column(world, column):
    """Clicks on one of the four buttons, which are as wide and at the lower edge."""
    window = wait_for('the window', lambda: find_windows(world))[0]
    words = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', window],
                           env=world.environment, stdout=subprocess.PIPE, text=True,
                           stdin=subprocess.DEVNULL, timeout=20).stdout.split()
    size = dict(word.split('=') for word in words)
    x = int(size['WIDTH']) * (2 * column + 1) // 8
    y = int(size['HEIGHT']) - 30
    world.run('xdotool', 'mousemove', '--window', window, str(x), str(y), 'click', '1')


def test_xfce(world):
    """Xfce's server shows the notice, tells which button was clicked, and takes it away"""
    world.start_bus()
    start_server(world)
    wait_for_name(world, world.start(find_notifyd()))
    driver = drive(world)
    driver.say('actions')
    driver.expect('actions 1')
    for column, action in enumerate(('stand', 'chair', 'later', 'default')):
        show(driver)
        click_column(world, column)
        driver.expect('mark none')
        driver.expect(f'action {action}')
    show(driver)
    driver.say('withdraw')
    driver.expect('mark none')
    wait_for('its end', lambda: not find_windows(world))
    driver.stop()


def test_activation(world):
    """A server that is started on demand is started by the first notice, and no sooner"""
    start_server(world)
    dunst = Dunst(world, is_started=False)
    os.mkdir(world.path('services'))
    with open(world.path('services/notifications.service'), 'w', encoding='utf-8') as file:
        file.write('[D-BUS Service]\nName=org.freedesktop.Notifications\n'
                   f'Exec={dunst.command}\n')
    world.start_bus()
    driver = drive(world)
    driver.expect_silence(0.5)
    assert not has_server(world)
    driver.say('show Been sitting|Fancy standing up?')
    heard = {driver.next()[0] for _ in range(3)}
    assert heard == {'available', 'mark', 'shown'}, heard
    dunst.wait(1)
    dunst.press('Later')
    driver.expect('mark none')
    driver.expect('action later')
    driver.stop()


if __name__ == '__main__':
    run_tests(test_buttons, test_one, test_expiry, test_markup, test_crash, test_killed_server,
              test_hung_server, test_hung_server_killed, test_stopped, test_xfce,
              test_activation)
