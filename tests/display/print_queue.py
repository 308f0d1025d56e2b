"""A printer of a test's own: a CUPS server with one queue, which prints into a file.

`with PrintQueue() as queue:` starts it; queue.environment leads a program to it, queue.wait_for_job()
returns what was printed, as a PDF. NoQueue says why there can be none. Nothing of the machine's own
printing is seen or touched.
"""

import os
import pathlib
import shutil
import socket
import subprocess
import tempfile

from lowtide_driver import PATIENCE, Failure, wait_for

NAME = 'Test'
SYSTEM_PATH = os.pathsep.join([os.environ.get('PATH', ''), '/usr/sbin', '/sbin'])
# A printer that takes PDF, as most do that are sold now.
DRIVER = pathlib.Path('/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd')

SERVER = """
Listen localhost:{port}
Browsing No
WebInterface No
DefaultAuthType None
MaxLogSize 0
LogLevel warn
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""

FILES = """
FileDevice Yes
{user}
ServerRoot {place}/root
CacheDir {place}/cache
StateDir {place}/state
RequestRoot {place}/spool
TempDir {place}/tmp
AccessLog {place}/access.log
ErrorLog {place}/error.log
PageLog {place}/page.log
"""


class NoQueue(Exception):
    """This machine cannot run a print server; the text says why."""


def find_program(name):
    path = shutil.which(name, path=SYSTEM_PATH)
    if path is None:
        raise NoQueue(f'there is no {name}')
    return path


def find_port():
    with socket.socket() as probe:
        probe.bind(('localhost', 0))
        return probe.getsockname()[1]


class PrintQueue:
    def __init__(self):
        self._server = find_program('cupsd')
        self._lpadmin = find_program('lpadmin')
        self._lpstat = find_program('lpstat')
        if not DRIVER.exists():
            raise NoQueue(f'there is no {DRIVER}')
        self._process = None

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(prefix='lowtide-printer-')
        self._place = pathlib.Path(self._folder.name)
        self._output = self._place / 'out' / 'job'
        self._port = find_port()
        try:
            self._write_configuration()
            self._start()
            self._add_printer()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_):
        self._end()

    @property
    def environment(self):
        return {'CUPS_SERVER': f'localhost:{self._port}'}

    def _write_configuration(self):
        # As root the server does its work as somebody else, who must reach the folders.
        self._place.chmod(0o755)
        for name in ('root', 'cache', 'state', 'spool', 'tmp', 'out'):
            (self._place / name).mkdir()
        (self._place / 'tmp').chmod(0o1777)
        (self._place / 'out').chmod(0o777)
        user = 'User lp\nGroup lp' if os.getuid() == 0 else ''
        (self._place / 'cupsd.conf').write_text(SERVER.format(port=self._port))
        (self._place / 'cups-files.conf').write_text(FILES.format(place=self._place, user=user))

    def _log(self):
        path = self._place / 'error.log'
        return path.read_text(errors='replace')[-2000:] if path.exists() else ''

    def _ask(self, *command):
        return subprocess.run(command, env={**os.environ, **self.environment}, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              stdin=subprocess.DEVNULL, timeout=30 * PATIENCE)

    def _answers(self):
        return self._ask(self._lpstat, '-r').stdout.strip() == 'scheduler is running'

    def _start(self):
        self._process = subprocess.Popen(
            [self._server, '-f', '-c', self._place / 'cupsd.conf',
             '-s', self._place / 'cups-files.conf'],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_for('the print server',
                     lambda: self._process.poll() is not None or self._answers())
        except Failure as failure:
            raise NoQueue(f'{failure}: {self._log()}') from failure
        if self._process.poll() is not None:
            raise NoQueue(f'the print server ended with {self._process.returncode}: {self._log()}')

    def _add_printer(self):
        added = self._ask(self._lpadmin, '-p', NAME, '-E', '-v', f'file://{self._output}',
                          '-P', str(DRIVER))
        chosen = self._ask(self._lpadmin, '-d', NAME)
        if added.returncode != 0 or chosen.returncode != 0:
            raise NoQueue(f'no printer can be added: {added.stdout}{chosen.stdout}{self._log()}')

    def _end(self):
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(10 * PATIENCE)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._folder.cleanup()

    def count_jobs(self):
        """How many were ever sent."""
        lines = self._ask(self._lpstat, '-W', 'all', '-o').stdout.splitlines()
        return sum(line.startswith(f'{NAME}-') for line in lines)

    def _is_done(self):
        return (f'{NAME}-' in self._ask(self._lpstat, '-W', 'completed', '-o').stdout
                and self._output.exists() and self._output.stat().st_size > 0)

    def wait_for_job(self):
        """The PDF that came out of the printer."""
        try:
            wait_for('a printed job', self._is_done, 30)
        except Failure as failure:
            raise Failure(f'{failure}\n{self._log()}') from failure
        job = self._output.read_bytes()
        start = job.find(b'%PDF-')          # after what the printer's own language says
        if start < 0:
            raise Failure(f'what was printed is no PDF: {job[:80]}')
        document = self._place / 'printed.pdf'
        document.write_bytes(job[start:])
        return document
