"""Sounds are really heard: played to a sound server of its own, and recorded: test_heard.py PROGRAM FOLDER.

PROGRAM plays what it is told to on its standard input (test-sound --drive SOUND); FOLDER holds the
sounds. Skipped where PulseAudio is not installed. Reports in TAP.
"""

import array
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

RATE = 44100
NEEDED = ('pulseaudio', 'pactl', 'parec', 'paplay')
LOUD = 0.05                             # of full scale
QUIET = 0.005
DEADLINE_S = 30
MAX_LATE_S = 0.1                        # of a sound that is kept ready
MAX_UNEVEN_S = 0.05                     # between two that should be a second apart
TRIES = 3                               # of what a busy machine may make late


class Failure(Exception):
    """What was recorded is not what was played."""


def demand(condition, what):
    if not condition:
        raise Failure(what)


def wait_for(what, condition):
    deadline = time.monotonic() + DEADLINE_S
    while not condition():
        demand(time.monotonic() < deadline, f'{what} did not come')
        time.sleep(0.02)


class SoundServer:
    """A PulseAudio of our own, whose loudspeaker is a recording."""

    def __init__(self, folder, *modules):
        self._folder = folder
        self._modules = modules
        self.environment = {**os.environ, 'HOME': folder, 'XDG_RUNTIME_DIR': folder,
                            'PULSE_SERVER': f'unix:{folder}/pulse/native',
                            'PULSE_RUNTIME_PATH': f'{folder}/pulse'}
        self._server = self._recorder = None
        self._samples = array.array('h')
        self._began = math.inf

    def start(self, *command, **how):
        return subprocess.Popen(command, env=self.environment,
                                **{'stdin': subprocess.DEVNULL, 'stdout': subprocess.DEVNULL,
                                   'stderr': subprocess.DEVNULL, **how})

    def ask(self, *command):
        return subprocess.run(command, env=self.environment, stdin=subprocess.DEVNULL, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def __enter__(self):
        self._server = self.start(
            'pulseaudio', '-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no',
            f'--load=module-native-protocol-unix auth-anonymous=1 socket={self._folder}/pulse/native',
            f'--load=module-null-sink sink_name=test rate={RATE} channels=1',
            *(f'--load={module}' for module in self._modules))
        wait_for('the sound server', lambda: self.ask('pactl', 'info').returncode == 0)
        self._recorder = self.start('parec', '-d', 'test.monitor', '--format=s16ne',
                                    f'--rate={RATE}', '--channels=1', '--latency-msec=10',
                                    stdout=subprocess.PIPE, bufsize=0)
        threading.Thread(target=self._record, daemon=True).start()
        # A null sink begins with two seconds of silence already on their way.
        wait_for('the recording', lambda: len(self._samples) > 2.5 * RATE)
        return self

    def __exit__(self, *_):
        for process in (self._recorder, self._server):
            process.kill()
            process.wait()

    def _record(self):
        rest = b''
        while chunk := self._recorder.stdout.read(4096):
            rest += chunk
            whole = len(rest) // 2 * 2
            self._samples.frombytes(rest[:whole])
            rest = rest[whole:]
            # The chunk that came soonest after it was heard tells best when the recording began.
            self._began = min(self._began, time.monotonic() - len(self._samples) / RATE)

    def hear(self, since=0.0, until=math.inf):
        """What was recorded between two instants, from -1 to 1."""
        begin = max(0, int((since - self._began) * RATE))
        end = len(self._samples) if until == math.inf else max(0, int((until - self._began) * RATE))
        return [sample / 32768 for sample in self._samples[begin:end]]

    def hear_strokes(self, since, apart_s=0.3, loud=LOUD):
        """The instants at which something began to be heard."""
        strokes = []
        last = -math.inf
        for index, sample in enumerate(self.hear(since)):
            if abs(sample) >= loud:
                if index - last > apart_s * RATE:
                    strokes.append(max(since, self._began) + index / RATE)
                last = index
        return strokes

    def is_silent(self):
        samples = self.hear(time.monotonic() - 0.5)
        return bool(samples) and max(map(abs, samples)) <= QUIET

    def streams(self):
        """Each stream: its role, and whether it is at rest."""
        told = self.ask('pactl', 'list', 'sink-inputs').stdout
        return [(re.search(r'media\.role = "(.*)"', one), 'Corked: yes' in one)
                for one in told.split('Sink Input #')[1:]]


class Player:
    """The program that plays, told what to do."""

    def __init__(self, server, program, sound):
        self._process = server.start(program, '--drive', sound, stdin=subprocess.PIPE,
                                     stdout=subprocess.PIPE, text=True, bufsize=1)
        self.told = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        for line in self._process.stdout:
            self.told.append(line.split()[0])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.stdin.close()
        code = self._process.wait(DEADLINE_S)
        demand(code == 0, f'the player ended with {code}')

    def say(self, *lines):
        for line in lines:
            self._process.stdin.write(line + '\n')
        return time.monotonic()

    def play_to_its_end(self):
        before = len(self.told)
        began = self.say('play')
        wait_for('the end of the sound', lambda: len(self.told) > before)
        demand(self.told[-1] == 'ended', 'the sound could not be played')
        return began


def loudness(samples):
    return math.sqrt(sum(sample * sample for sample in samples) / max(1, len(samples)))


def check_bell(server, sounds, program):
    with Player(server, program, sounds('bell')) as player:
        began = player.play_to_its_end()
        wait_for('silence', server.is_silent)
    samples = server.hear(began)
    loud = [index for index, sample in enumerate(samples) if abs(sample) >= LOUD]
    demand(loud, f'nothing was heard; the loudest was {max(map(abs, samples)):.3f}')
    demand(max(map(abs, samples)) < 0.6, 'it is louder than the file')
    tail = samples[loud[0] + 3 * RATE:]
    demand(not tail or max(map(abs, tail)) <= QUIET, 'it does not fall silent')


def check_role(server, sounds, program):
    with Player(server, program, sounds('bell')) as player:
        player.say('prepare')
        wait_for('the stream', server.streams)
        wait_for('a stream at rest', lambda: server.streams()[0][1])
        wait_for('the role', lambda: server.streams()[0][0])
        role = server.streams()[0][0]
        demand(role and role[1] == 'a11y', f'the role is {role and role[1]}')
        player.say('play')
        wait_for('a stream that is heard', lambda: not server.streams()[0][1])
        wait_for('a stream at rest', lambda: server.streams()[0][1])
    wait_for('the end of the stream', lambda: not server.streams())


def play_ticks(server, sounds, program):
    with Player(server, program, sounds('tick')) as player:
        player.say('prepare')
        wait_for('the stream', server.streams)
        wait_for('a stream at rest', lambda: server.streams()[0][1])
        first = time.monotonic() + 0.5
        asked = []
        for number in range(6):
            time.sleep(max(0.0, first + number - time.monotonic()))
            asked.append(player.say('play'))
        wait_for('the last end', lambda: len(player.told) == 6)
        wait_for('silence', server.is_silent)
    heard = server.hear_strokes(asked[0] - 0.1)
    demand(len(heard) == 6, f'{len(heard)} of 6 ticks were heard')
    late = [is_heard - was_asked for is_heard, was_asked in zip(heard, asked)]
    print('# late by ms:', *(f'{1000 * one:.0f}' for one in late))
    return late


def check_ticks(server, sounds, program):
    for _ in range(TRIES):
        late = play_ticks(server, sounds, program)
        if max(late) <= MAX_LATE_S and max(late) - min(late) <= MAX_UNEVEN_S:
            return
    demand(max(late) <= MAX_LATE_S, f'a tick was {1000 * max(late):.0f} ms late')
    raise Failure('the ticks are not even')


def check_volume(server, sounds, program):
    levels = []
    with Player(server, program, sounds('bell')) as player:
        for volume in (1, 0.5):
            player.say(f'volume {volume}')
            began = player.play_to_its_end()
            wait_for('silence', server.is_silent)
            begin = server.hear_strokes(began, loud=2 * QUIET)[0]
            levels.append(loudness(server.hear(begin, begin + 0.5)))
        player.say('volume 0')
        began = player.play_to_its_end()
        time.sleep(0.5)
        demand(not server.hear_strokes(began, loud=2 * QUIET), 'it is heard without a volume')
    ratio = levels[1] / levels[0]
    demand(abs(ratio - 0.125) < 0.02, f'half of the volume is {ratio:.3f}')


def check_music(server, sounds, program):
    """A stream that plays on, as music would, is softer while a sound is heard, and never stopped."""
    music = server.start('paplay', '--raw', '--format=s16ne', f'--rate={RATE}', '--channels=1',
                         '--property=media.role=music', stdin=subprocess.PIPE, bufsize=0)
    stop = threading.Event()

    def make_music():
        wave = array.array('h', (round(1600 * math.sin(2 * math.pi * 100 * index / RATE))
                                 for index in range(RATE // 10))).tobytes()
        while not stop.is_set():
            music.stdin.write(wave)

    threading.Thread(target=make_music, daemon=True).start()
    try:
        wait_for('the music', lambda: max(server.hear(time.monotonic() - 0.3), default=0) > 0.03)
        with Player(server, program, sounds('bell')) as player:
            player.say('prepare')
            wait_for('two streams', lambda: len(server.streams()) == 2)
            time.sleep(0.5)
            alone = loudness(server.hear(time.monotonic() - 0.3))
            demand(alone > 0.02, 'the music is softer although nothing is heard')
            player.say('play', 'volume 0.05')
            time.sleep(1.2)
            demand(not any(corked for _, corked in server.streams()), 'the music was stopped')
            ducked = loudness(server.hear(time.monotonic() - 0.3))
            wait_for('the end', lambda: player.told)
            time.sleep(0.6)
            after = loudness(server.hear(time.monotonic() - 0.3))
        print(f'# music alone {alone:.4f}, under a sound {ducked:.4f}, afterwards {after:.4f}')
        demand(ducked < 0.35 * alone, 'the music is not softer under a sound')
        demand(ducked > 0.02 * alone, 'the music was stopped')
        demand(abs(after - alone) < 0.1 * alone, 'the music stays soft')
    finally:
        stop.set()
        music.kill()
        music.wait()


def check_server_gone(program, sounds, folder):
    """Without a server a sound is over and nothing is heard; with the next server it is heard again."""
    with SoundServer(folder) as server:
        with Player(server, program, sounds('tick')) as player:
            player.say('prepare')
            wait_for('the stream', server.streams)
            player.play_to_its_end()
            server.__exit__()
            for _ in range(2):
                player.play_to_its_end()
            with SoundServer(folder) as second:
                began = player.play_to_its_end()
                wait_for('the tick', lambda: second.hear_strokes(began))
                wait_for('a stream at rest',
                         lambda: second.streams() and second.streams()[0][1])
                began = player.play_to_its_end()
                wait_for('the next tick', lambda: second.hear_strokes(began))
                # While it is heard, too.
                player.say('play')
                second.__exit__()
                wait_for('its end', lambda: len(player.told) == 6)
            player.play_to_its_end()
        server.__enter__()


DUCKING = 'module-role-ducking trigger_roles=a11y ducking_roles=music,video,no_role volume=30%'
CORKING = 'module-role-cork'

CHECKS = [
    ('The bell is heard', check_bell, []),
    ('The stream has its role, and rests when nothing is heard', check_role, []),
    ('Ticks a second apart are heard when they are asked for', check_ticks, []),
    ('Half of the volume is heard as an eighth, none is not heard', check_volume, []),
    ('Music is softer while a sound is heard, and never stopped', check_music, [DUCKING, CORKING]),
]


def report(number, name, check, *arguments):
    try:
        check(*arguments)
        print(f'ok {number} - {name}')
        return True
    except Failure as failure:
        print(f'not ok {number} - {name}: {failure}')
        print(failure, file=sys.stderr)
        return False


def main():
    program, folder = sys.argv[1:]
    print(f'1..{len(CHECKS) + 1}')
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        for number in range(len(CHECKS) + 1):
            print(f'ok {number + 1} - Sounds are heard # SKIP {missing[0]} is not installed')
        return
    passed = []
    for number, (name, check, modules) in enumerate(CHECKS, 1):
        with tempfile.TemporaryDirectory() as scratch, SoundServer(scratch, *modules) as server:
            passed.append(report(number, name, check, server,
                                 lambda name: os.path.join(folder, f'{name}.ogg'), program))
    with tempfile.TemporaryDirectory() as scratch:
        passed.append(report(len(CHECKS) + 1, 'Sounds outlive the sound server', check_server_gone,
                             program, lambda name: os.path.join(folder, f'{name}.ogg'), scratch))
    sys.exit(not all(passed))


if __name__ == '__main__':
    main()
