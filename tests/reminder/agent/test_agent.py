"""The agent as a whole: it reminds, leads, is told things, and outlives what a desktop does to it."""

import json
import os
import pathlib
import signal
import time

from gi.repository import GLib

import person
from agent_parts import Agent, NotificationServer, Program
from presence_parts import Failure, run_tests, wait_for


def begin(world):
    """Somebody sits down, on a desktop that shows notifications."""
    world.start_bus('session')
    world.start_bus('system')
    agent = Agent(world)
    server = NotificationServer(agent.bus)
    return agent, server


def sit_until_due(agent):
    """The limit is 30 minutes, and then a pause in typing is waited for, a minute at most."""
    agent.advance(30)
    agent.advance(1)


def demand(what, is_so):
    if not is_so:
        raise Failure(what)


def demand_journal(agent, *breaks):
    """A break is on the disk a moment after it ended."""
    wait_for('a break in the journal', agent.journal)
    demand(f'the journal has {agent.journal()}', agent.journal() == list(breaks))


def test_reminds(world):
    """After half an hour one notice comes, and after "Later" another"""
    agent, server = begin(world)
    agent.start()
    agent.advance(29)
    demand(f'{server.shown} after 29 minutes', not server.shown)
    agent.advance(1)
    agent.advance(1)
    title = server.wait_shown(1)
    demand(f'the title is “{title}”', 'sitting' in title)
    agent.wait_notice(True)
    server.press('later')
    agent.wait_notice(False)
    agent.advance(9)
    demand('it came back too soon', len(server.shown) == 1)
    agent.advance(2)
    server.wait_shown(2)
    demand('there are two at once', len(server.visible) == 1)


def test_away(world):
    """Whoever leaves finds no notice, and their break in the journal"""
    agent, server = begin(world)
    agent.start()
    sit_until_due(agent)
    server.wait_shown(1)
    agent.monitor.be_idle(60)
    agent.wait_state('away')
    agent.advance(2)
    server.wait_gone()
    agent.wait_state('break')
    agent.advance(7)
    agent.monitor.be_active()
    agent.wait_state('sitting')
    demand(f'{agent.spell_minutes()} minutes are left', agent.spell_minutes() < 1)
    demand_journal(agent, ('away', 10))


def test_chair(world):
    """The chair's break is the program's: it is asked for the routine, and its session is the break"""
    agent, server = begin(world)
    program = Program(agent.bus)
    agent.start()
    sit_until_due(agent)
    server.wait_shown(1)
    server.press('chair')
    wait_for('the call of the program', lambda: program.asked)
    demand(f'{program.asked}', program.asked == [('ActivateAction', 'start-routine', ['desk-chair-2'])])
    agent.call('BeginSession')
    agent.wait_state('chair')
    agent.advance(2)
    agent.call('EndSession')
    agent.wait_state('sitting')
    demand(f'{agent.spell_minutes()} minutes are left', agent.spell_minutes() < 1)
    demand_journal(agent, ('chair', 2))


def test_stand(world):
    """The stand's break is led by notices alone, to its end, and is put down"""
    agent, server = begin(world)
    agent.start()
    sit_until_due(agent)
    server.wait_shown(1)
    server.press('stand')
    agent.wait_state('stand')
    wait_for('what to do', lambda: len(server.shown) > 1)
    for _ in range(12):
        agent.advance(0.25)
    agent.wait_state('sitting')
    demand(f'{agent.spell_minutes()} minutes are left', agent.spell_minutes() < 3)
    wait_for('the stand in the journal', agent.journal)
    kinds = [kind for kind, _ in agent.journal()]
    demand(f'the journal has {kinds}', kinds == ['stand'])
    demand('there are two at once', len(server.visible) <= 1)


def test_told(world):
    """It can be paused, told of standing, and asked, and refuses what makes no sense"""
    agent, server = begin(world)
    agent.start()
    agent.call('Pause', '(u)', 60)
    demand('it is not quiet', 'quiet' in agent.get('Holds') and agent.get('QuietUntil') > 0)
    sit_until_due(agent)
    demand('a pause was not kept', not server.shown)
    agent.call('Resume')
    agent.call('SetStanding', '(b)', True)
    agent.wait_state('standing')
    demand('standing is no break', agent.spell_minutes() == 0)
    agent.call('SetStanding', '(b)', False)
    agent.wait_state('sitting')
    agent.call('Pause', '(u)', 0)
    demand('the day is not paused', 'today' in agent.get('Holds'))
    for method, signature, value in (('Pause', '(u)', 1441), ('BeginBreak', '(s)', 'dance')):
        try:
            agent.call(method, signature, value)
        except GLib.Error as error:
            demand(str(error), 'InvalidArgs' in str(error))
        else:
            raise Failure(f'{method} {value} was taken')


def test_session_owner(world):
    """A session ends with the program that told of it"""
    agent, _server = begin(world)
    agent.start()
    agent.advance(20)
    other = world.connect()
    other.call_sync('org.lowtide.Lowtide.Reminder', '/org/lowtide/Lowtide/Reminder',
                    'org.lowtide.Lowtide.Reminder', 'BeginSession', None, None, 0, 5000, None)
    agent.wait_state('session')
    agent.advance(5)
    other.close_sync(None)
    agent.wait_state('sitting')
    demand_journal(agent, ('session', 5))


def test_warning_sign(world):
    """With a warning sign no break is offered or led"""
    agent, server = begin(world)
    person.write(world.path('data'), person.make_profile(saddle=person.answer('yes')))
    agent.start()
    try:
        agent.call('BeginBreak', '(s)', 'stand')
    except GLib.Error as error:
        demand(str(error), 'AccessDenied' in str(error))
    else:
        raise Failure('a break began')
    sit_until_due(agent)
    server.wait_shown(1)
    demand(f'{server.shown} offers a break', 'stand' not in server.shown[0][2])


def test_killed(world):
    """Killed in a spell and in a notice, it goes on where it was and reminds once"""
    agent, server = begin(world)
    agent.start()
    agent.advance(20)
    agent.call('GetSpell')
    world.end(agent.process, signal.SIGKILL)
    agent.start()
    demand(f'{agent.spell_minutes()} minutes after a crash', 19 <= agent.spell_minutes() <= 21)
    agent.advance(10)
    agent.advance(1)
    server.wait_shown(1)
    agent.wait_notice(True)
    world.end(agent.process, signal.SIGKILL)
    agent.start()
    server.wait_gone()
    agent.advance(5)
    demand(f'it reminded {len(server.shown)} times', len(server.shown) == 1)


def test_stopped(world):
    """Stopped for an hour of sitting, it reminds once when it goes on"""
    agent, server = begin(world)
    agent.start()
    agent.advance(10)
    os.kill(agent.process.pid, signal.SIGSTOP)
    agent.now_s += 3600
    agent.tell_clock('advance 3600')
    time.sleep(0.2)
    os.kill(agent.process.pid, signal.SIGCONT)
    agent.wait_clock()
    server.wait_shown(1)
    agent.call('GetSpell')
    demand(f'it reminded {len(server.shown)} times', len(server.shown) == 1)


def test_bus_restarted(world):
    """When the bus ends and comes back, it goes on where it was and reminds once"""
    bus = world.start_bus('session')
    world.start_bus('system')
    agent = Agent(world)
    agent.start()
    agent.advance(20)
    agent.call('GetSpell')
    world.end(bus)
    world.start_bus('session')
    agent.connect()
    server = NotificationServer(agent.bus)
    agent.wait_ready()
    demand(f'{agent.spell_minutes()} minutes afterwards', 19 <= agent.spell_minutes() <= 21)
    agent.advance(10)
    agent.advance(1)
    server.wait_shown(1)
    agent.advance(2)
    demand(f'it reminded {len(server.shown)} times', len(server.shown) == 1)


def test_server_comes_late(world):
    """What could not be shown is said once when there is a notification server"""
    world.start_bus('session')
    world.start_bus('system')
    agent = Agent(world)
    agent.start()
    for _ in range(6):
        agent.advance(15)
    wait_for('what holds it back', lambda: 'no-server' in agent.get('Holds'))
    demand('it has a server', not agent.get('HasServer'))
    server = NotificationServer(agent.bus)
    wait_for('the server', lambda: agent.get('HasServer'))
    agent.advance(1)
    agent.advance(1)
    server.wait_shown(1)


def test_switched_off(world):
    """Switched off it ends in good order, and does not begin again"""
    agent, _server = begin(world)
    agent.start()
    agent.set_keys(reminders_enabled='false')
    wait_for('its end', lambda: agent.process.poll() is not None)
    demand(f'it ended with {agent.process.returncode}', agent.process.returncode == 0)
    state = pathlib.Path(agent.data, 'reminder.state')
    demand('others may read its state', state.stat().st_mode & 0o077 == 0)


def test_ends_and_damage(world):
    """Told to end it leaves its state, and a state that makes no sense is told and left behind"""
    agent, _server = begin(world)
    agent.start()
    agent.advance(12)
    agent.process.terminate()
    wait_for('its end', lambda: agent.process.poll() is not None)
    demand(f'it ended with {agent.process.returncode}', agent.process.returncode == 0)
    pathlib.Path(agent.data, 'reminder.state').write_text('{"no": "state"}')
    agent.start()
    demand(f'{agent.spell_minutes()} minutes from nonsense', agent.spell_minutes() == 0)
    demand('nobody was told', 'reminder.state' in world.log())


def test_second(world):
    """A second one ends at once and leaves the first alone"""
    agent, _server = begin(world)
    agent.start()
    agent.advance(5)
    first = agent.process
    world.run(os.environ['REMINDER_BY_HAND'])
    demand('the first has ended', first.poll() is None)
    demand(f'{agent.spell_minutes()} minutes', agent.spell_minutes() == 5)


def test_no_catalogue(world):
    """Without a catalogue it says so and fails"""
    agent, _server = begin(world)
    world.environment['LOWTIDE_CATALOG_DIR'] = world.path('nowhere')
    process = world.start(os.environ['REMINDER_BY_HAND'])
    wait_for('its end', lambda: process.poll() is not None)
    demand(f'it ended with {process.returncode}', process.returncode == 1)
    demand('nobody was told', 'traits.json' in world.log())


run_tests(test_reminds,
          test_away,
          test_chair,
          test_stand,
          test_told,
          test_session_owner,
          test_warning_sign,
          test_killed,
          test_stopped,
          test_bus_restarted,
          test_server_comes_late,
          test_switched_off,
          test_ends_and_damage,
          test_second,
          test_no_catalogue)
