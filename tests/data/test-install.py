#!/usr/bin/env python3
"""Install into an empty folder, then look at the tree as desktops and packagers do. Prints TAP."""
import argparse
import configparser
import json
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

APP_ID = "org.lowtide.Lowtide"
SOURCE_CATALOG = Path(__file__).resolve().parents[2] / "data" / "catalog"


class Skip(Exception):
    """What the check needs is not on this machine."""


def command(*words):
    """Runs a command and expects it to succeed; its complaint becomes the check's."""
    if shutil.which(words[0]) is None:
        raise Skip(f"{words[0]} is not installed")
    done = subprocess.run([str(word) for word in words], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False)
    assert done.returncode == 0, f"{words[0]} ended with {done.returncode}: {done.stdout.strip()}"
    return done.stdout


def read_key_file(path):
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str
    parser.read_string(path.read_text(encoding="utf-8"))
    return parser


class Tree:
    """The installed tree: folders as the programs will see them, under the staging folder."""

    def __init__(self, options, stage):
        self.stage = stage
        self.bindir = Path(options.bindir)
        self.bin = self.under(options.bindir)
        self.data = self.under(options.datadir)
        self.units = self.under(options.prefix) / "lib" / "systemd" / "user"
        self.man = self.under(options.mandir)
        self.catalog = self.data / "lowtide" / "catalog"

    def under(self, folder):
        return self.stage / Path(folder).relative_to("/")

    def check_command_line(self):
        assert os.access(self.bin / "lowtidectl", os.X_OK), "lowtidectl is not there"

    def check_program(self):
        assert os.access(self.bin / "lowtide", os.X_OK), "lowtide is not there"

    def check_catalog(self):
        found = {path.relative_to(self.catalog) for path in self.catalog.rglob("*") if path.is_file()}
        wanted = {path.relative_to(SOURCE_CATALOG) for path in SOURCE_CATALOG.rglob("*.json")}
        assert found == wanted, f"differs from the source: {sorted(map(str, found ^ wanted))}"
        assert wanted, "the catalogue is empty"
        for path in sorted(found):
            json.loads((self.catalog / path).read_text(encoding="utf-8"))

    def check_manual(self, name):
        page = self.man / "man1" / f"{name}.1"
        assert page.is_file(), f"{page} is not there"
        complaints = command("groff", "-man", "-mdoc", "-Tutf8", "-ww", "-z", page)
        assert complaints == "", complaints

    def check_completion(self):
        command("bash", "-n", self.data / "bash-completion" / "completions" / "lowtidectl")

    def check_desktop_entry(self):
        path = self.data / "applications" / f"{APP_ID}.desktop"
        command("desktop-file-validate", path)
        entry = read_key_file(path)
        assert entry["Desktop Entry"]["DBusActivatable"] == "true", "not D-Bus activatable"
        actions = [name for name in entry["Desktop Entry"]["Actions"].split(";") if name]
        groups = [name for name in entry.sections() if name.startswith("Desktop Action ")]
        assert groups == [f"Desktop Action {name}" for name in actions], f"{actions} and {groups}"

    def check_service(self):
        service = read_key_file(self.data / "dbus-1" / "services" / f"{APP_ID}.service")
        section = service["D-BUS Service"]
        assert section["Name"] == APP_ID, section["Name"]
        program = Path(section["Exec"].split()[0])
        assert program == self.bindir / "lowtide", f"starts {program}"

    def check_reminder(self):
        unit = read_key_file(self.units / "lowtide-reminder.service")
        service = read_key_file(self.data / "dbus-1" / "services" / f"{APP_ID}.Reminder.service")
        section = service["D-BUS Service"]
        program = str(self.bindir / "lowtide-reminder")
        assert unit["Service"]["ExecStart"] == section["Exec"] == program, section["Exec"]
        assert unit["Service"]["BusName"] == section["Name"] == f"{APP_ID}.Reminder"
        assert section["SystemdService"] == "lowtide-reminder.service"
        contract = self.data / "dbus-1" / "interfaces" / f"{APP_ID}.Reminder.xml"
        ElementTree.parse(contract)

    def check_metainfo(self):
        path = self.data / "metainfo" / f"{APP_ID}.metainfo.xml"
        command("appstreamcli", "validate", "--no-net", path)
        binaries = ElementTree.parse(path).getroot().findall("provides/binary")
        for binary in binaries:
            assert (self.bin / binary.text).is_file(), f"{binary.text} is promised but not there"

    def check_settings(self):
        folder = self.data / "glib-2.0" / "schemas"
        assert (folder / f"{APP_ID}.gschema.xml").is_file(), "the schema is not there"
        command("glib-compile-schemas", "--strict", "--dry-run", folder)

    def check_icons(self):
        icons = {f"scalable/apps/{APP_ID}.svg": "128", f"symbolic/apps/{APP_ID}-symbolic.svg": "16"}
        for name, size in icons.items():
            root = ElementTree.parse(self.data / "icons" / "hicolor" / name).getroot()
            assert (root.get("width"), root.get("height")) == (size, size), f"{name} is not {size}"

    def checks(self, with_app, with_agent):
        yield "lowtidectl is installed", self.check_command_line
        yield "the catalogue is whole and nothing else", self.check_catalog
        yield "lowtidectl has a clean manual page", lambda: self.check_manual("lowtidectl")
        yield "bash reads the completion", self.check_completion
        if with_agent:
            yield "lowtide-reminder has a clean manual page", lambda: self.check_manual("lowtide-reminder")
            yield "systemd and D-Bus start the same reminder", self.check_reminder
        if with_app:
            yield "lowtide is installed", self.check_program
            yield "lowtide has a clean manual page", lambda: self.check_manual("lowtide")
            yield "the desktop entry is valid, each action described", self.check_desktop_entry
            yield "the D-Bus service starts the installed program", self.check_service
            yield "the metainfo is valid and promises what is there", self.check_metainfo
            yield "the settings schema compiles", self.check_settings
            yield "the icons are there in their sizes", self.check_icons


def report(number, title, check):
    """Runs one check and prints its TAP line; returns whether it did not fail."""
    try:
        check()
    except Skip as reason:
        print(f"ok {number} - {title} # SKIP {reason}")
    except (AssertionError, OSError, KeyError, ValueError, ElementTree.ParseError,
            configparser.Error) as error:
        print(f"not ok {number} - {title}")
        print("\n".join(f"# {line}" for line in str(error).splitlines()))
        return False
    else:
        print(f"ok {number} - {title}")
    return True


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("meson", "build", "prefix", "bindir", "datadir", "mandir"):
        parser.add_argument(f"--{name}", required=True)
    for name in ("app", "agent"):
        parser.add_argument(f"--{name}", choices=["yes", "no"], required=True)
    return parser.parse_args()


def main():
    options = parse_options()
    with tempfile.TemporaryDirectory(prefix="lowtide-install-") as stage:
        def install():
            command(options.meson, "install", "-C", options.build, "--no-rebuild", "--quiet",
                    "--destdir", stage)

        checks = [("the build installs", install),
                  *Tree(options, Path(stage)).checks(options.app == "yes",
                                                     options.agent == "yes")]
        print(f"1..{len(checks)}")
        results = [report(number, *check) for number, check in enumerate(checks, 1)]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
