"""Notices among servers that are played: missing, late, poor, refusing, and on a bus that goes."""

import os
import time

from notice_servers import PlayedServer
from presence_parts import run_tests, wait_for


def begin(world, **options):
    world.start_bus()
    server = PlayedServer(world.connect(), **options)
    driver = world.drive(os.environ['NOTIFIER_DRIVE'])
    driver.expect('available')
    return server, driver


def show(driver, text='Been sitting|Fancy standing up?'):
    driver.say(f'show {text}')
    driver.expect('mark')
    driver.expect('shown')


def test_notice(world):
    """A notice has its buttons, icon, urgency and program, and its body is escaped"""
    server, driver = begin(world)
    show(driver, 'A & B|<i>one</i> & two')
    name, replaced, icon, title, body, actions, hints, timeout = server.wait(1)
    assert (name, replaced, icon, timeout) == ('Lowtide', 0, 'org.lowtide.Lowtide', -1)
    assert (title, body) == ('A & B', '&lt;i&gt;one&lt;/i&gt; &amp; two')
    assert actions[::2] == ['stand', 'chair', 'later', 'default'], actions
    assert actions[1::2] == ['Stand 1 min', 'Chair 2 min', 'Later', 'Open Lowtide'], actions
    assert (hints['urgency'], hints['desktop-entry']) == (1, 'org.lowtide.Lowtide')
    driver.say('replace Still|sitting')
    assert server.wait(2)[1] == 41
    driver.expect('shown')
    server.tell('ActionInvoked', 99, 'stand')
    server.tell('NotificationClosed', 99, 2)
    driver.expect_silence(0.3)
    driver.say('withdraw')
    driver.expect('mark none')
    wait_for('the withdrawal', lambda: server.closed == [41])
    driver.stop()


def test_poor_server(world):
    """A server without buttons and markup is sent neither"""
    server, driver = begin(world, capabilities=['body'])
    driver.say('actions')
    driver.expect('actions 0')
    show(driver, 'A|<i>one</i> & two')
    notice = server.wait(1)
    assert notice[4:6] == ('<i>one</i> & two', []), notice
    server.tell('NotificationClosed', 41, 2)
    driver.expect('mark none')
    driver.expect('closed dismissed')
    driver.stop()


def test_early_notice(world):
    """A notice that was worded before the server's abilities are known is worded anew"""
    world.start_bus()
    server = PlayedServer(world.connect(), ['body'])
    driver = world.drive(os.environ['NOTIFIER_DRIVE'])
    driver.say('show A|b')
    time.sleep(0.5)
    heard = sorted(driver.next()[0] for _ in range(3))
    assert heard == ['available', 'available', 'failed'], heard
    assert not server.notices
    show(driver)
    assert server.wait(1)[5] == []
    driver.stop()


def test_no_server(world):
    """Without a server it fails at once, and a server that comes is told"""
    world.start_bus()
    driver = world.drive(os.environ['NOTIFIER_DRIVE'])
    driver.expect('vanished')
    driver.expect_silence(0.5)
    driver.expect_rest()
    driver.say('show A|b')
    driver.expect('failed', 2)
    server = PlayedServer(world.connect())
    driver.expect('available')
    show(driver)
    server.wait(1)
    server.release()
    driver.expect('mark none')
    driver.expect('vanished')
    driver.stop()


def test_refusal(world):
    """A server that refuses is asked again after a while"""
    server, driver = begin(world)
    server.refuses = True
    driver.say('show A|b')
    driver.expect('failed')
    driver.expect('available', 3)
    server.refuses = False
    show(driver)
    driver.stop()


def test_no_bus(world):
    """Without a bus it fails at once, and one that comes, goes and comes again is used"""
    driver = world.drive(os.environ['NOTIFIER_DRIVE'])
    driver.expect('vanished')
    driver.say('show A|b')
    driver.expect('failed')
    for _ in range(2):
        bus = world.start_bus()
        server = PlayedServer(world.connect())
        driver.expect('available', 15)
        show(driver)
        server.wait(1)
        world.end(bus)
        driver.expect('mark none')
        driver.expect('vanished')
    driver.stop()


if __name__ == '__main__':
    run_tests(test_notice, test_poor_server, test_early_notice, test_no_server, test_refusal,
              test_no_bus)
