#!/usr/bin/env python3
"""Run the built lowtidectl as scripts and people do, and look at what it says. Prints TAP."""
import argparse
import datetime
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ALLOW, FAILED, USAGE, CAUTION, AVOID = range(5)
STATUSES = {"allow": ALLOW, "caution": CAUTION, "avoid": AVOID}
KINDS = ["movements", "avoid", "routines", "conditions", "traits"]

# Command lines that make no sense, and a word that the answer must hold.
USAGE_ERRORS = [
    ([], "command"),
    (["frobnicate"], "frobnicate"),
    (["list", "muscles"], "movements"),
    (["list", "movements", "avoid"], "list"),
    (["show"], "show"),
    (["show", "bridge", "heel-tap"], "show"),
    (["search"], "search"),
    (["check"], "check"),
    (["check", "bridge", "heel-tap"], "check"),
    (["check", "bridge", "--side", "left"], "--side"),
    (["check", "bridge", "--condition"], "--condition"),
    (["check", "bridge", "--condition", "hiccups"], "knee-problem"),
    (["check", "bridge", "--condition", "\x1b[31m"], "knee-problem"),
    (["check", "bridge", "--frobnicate"], "frobnicate"),
    (["plan"], "plan"),
    (["plan", "desk-break-2", "--side", "both"], "left"),
    (["plan", "desk-break-2", "--region", "England"], "GB"),
    (["plan", "desk-break-2", "--large"], "--large"),
    (["plan", "desk-break-2", "--talk", "loud"], "full"),
    (["sheet", "desk-break-2", "-o", "a.pdf", "--cues"], "--cues"),
    (["check", "bridge", "--talk", "full"], "--talk"),
    (["plan", "desk-break-2", "-o", "a.pdf"], "--output"),
    (["sheet"], "sheet"),
    (["sheet", "desk-break-2"], "--output"),
    (["sheet", "desk-break-2", "-o", ""], "--output"),
    (["sheet", "desk-break-2", "-o", "a.pdf", "--paper", "a5"], "letter"),
    (["sheet", "desk-break-2", "-o", "a.pdf", "--pictures", "all"], "lines"),
    (["sheet", "desk-break-2", "-o", "a.pdf", "--name", "a" * 201], "--name"),
    (["sheet", "desk-break-2", "-o", "a.pdf", "--now", "2026-01-31"], "--now"),
    (["search", "bridge", "--region", "GB"], "--region"),
    (["screening"], "screening"),
    (["screening", "a.json", "--profile", "b.json"], "--profile"),
    (["screening", "a.json", "--condition", "pregnancy"], "--condition"),
    (["screening", "a.json", "--now", "2026-01-31"], "--now"),
    (["trend"], "trend"),
    (["journal"], "journal"),
    (["journal", "burn"], "burn"),
    (["journal", "import"], "import FILE"),
    (["journal", "check", "a.json"], "journal"),
    (["journal", "export", "--format", "xml"], "--format"),
    (["trend", "a.json", "--format", "csv"], "--format"),
    (["trend", "a.json", "b.json"], "trend"),
    (["trend", "a.json", "--profile", "b.json"], "--profile"),
    (["trend", "a.json", "--now", "2026-01-31T08:00:00"], "--now"),
    (["trend", "a.json", "--now", "yesterday"], "--now"),
]

# Answers to the warning signs: outcome, exercises, ids of the findings, and one of the limits.
SCREENINGS = [
    ({"saddle": "no", "fever": "no"}, "clear", "clear", [], None),
    ({"saddle": "yes"}, "emergency", "blocked", ["saddle"], None),
    ({"saddle": "not sure"}, "emergency", "blocked", ["saddle"], None),
    ({"weight-loss": "not sure"}, "clear", "clear", [], None),
    ({"weight-loss": "yes"}, "see-clinician", "note", ["weight-loss"], None),
    ({"weight-loss": "yes", "unwell": "yes"}, "same-day", "blocked",
     [None, "weight-loss", "unwell"], None),
    ({"older-first": "yes", "thin-bones": "yes"}, "see-clinician", "note",
     ["older-first", "thin-bones"], "no-loaded-bending"),
    ({"both-legs": {"answer": "yes", "unless": "yes"}}, "see-clinician", "note", ["both-legs"],
     None),
    ({"both-legs": {"answer": "yes", "unless": "no"}}, "emergency", "blocked", ["both-legs"], None),
    ({"told-not-to": "yes"}, "see-clinician", "blocked", ["told-not-to"], None),
    ({"pregnant": {"answer": "yes", "weeks": 20}}, "see-clinician", "note", ["pregnant"],
     "no-supine"),
    ({"pregnant": {"answer": "yes", "weeks": 15, "answered": "2026-01-01"}}, "see-clinician",
     "note", ["pregnant"], "no-supine"),
    ({"back-surgery": {"answer": "yes", "date": "2025-12-24"}}, "see-clinician", "blocked",
     ["back-surgery"], "gentle-only"),
    ({"back-surgery": {"answer": "yes", "date": "2025-12-24", "unless": "yes"}}, "see-clinician",
     "note", ["back-surgery"], "gentle-only"),
    ({"back-surgery": {"answer": "yes", "date": "2025-06-01"}}, "see-clinician", "note",
     ["back-surgery"], "no-back-roller"),
]

# Files of answers that are wrong: the text, and what the one line must say.
BROKEN_ANSWERS = [
    ("", "line 1: is empty"),
    ('{"answers": {"saddle": "no"', "line 1: "),
    ("[]", "must be an object"),
    ("{}", "answers: is missing"),
    ('{"answers": {}}', "answers: is empty"),
    ('{"answers": ["yes"]}', "answers: must be an object"),
    ('{"answers": {"hiccups": "no"}}', "answers.hiccups: is no question"),
    ('{"answers": {"saddle": "none"}}', "answers.saddle: is \"none\", must be one of"),
    ('{"answers": {"saddle": true}}', "answers.saddle: must be a string"),
    ('{"answers": {"saddle": "no", "saddle": "yes"}}', "twice"),
    ('{"answers": {"saddle": {"unless": "yes"}}}', "answers.saddle.unless: is unknown here"),
    ('{"answers": {"saddle": {"answered": "2026-01-01"}}}', "answers.saddle.answer: is missing"),
    ('{"answers": {"saddle": {"answer": "no", "weeks": 3}}}', "answers.saddle.weeks: is unknown"),
    ('{"answers": {"pregnant": {"answer": "yes", "weeks": 0}}}', "answers.pregnant.weeks: must be"),
    ('{"answers": {"pregnant": {"answer": "yes", "weeks": "9"}}}', "from 1 to 45"),
    ('{"answers": {"back-surgery": {"answer": "yes", "date": "2025-02-30"}}}', "date: must be a day"),
    ('{"answers": {"back-surgery": {"answer": "yes", "date": "1.2.2025"}}}', "date: must be a day"),
    ('{"answers": {"saddle": {"answer": "no", "answered": "2026-02-01"}}, "today": "2026-01-31"}',
     "answers.saddle: was answered later than today"),
    ('{"answers": {"saddle": "no"}, "today": 5}', "today: must be a string"),
    ('{"answers": {"saddle": "no"}, "cleared": "2026-01-01"}', "cleared: is unknown here"),
    ('{"answers": {"saddle": "\\u001b[2J"}}', "line 1: "),
]

# Files of check-ins that are wrong: the text, and what the one line must say.
WHEN = '"when": "2026-01-31T08:00:00+00:00"'
BROKEN_CHECKINS = [
    ("", "line 1: is empty"),
    ('{"checkins": [', "line 1: "),
    ("check-ins", "line 1: "),
    ("[]", "must be an object"),
    ("{}", "checkins: is missing"),
    ('{"checkins": {}}', "checkins: must be an array"),
    ('{"checkins": [5]}', "checkins[0]: must be an object"),
    ('{"checkins": [{}]}', "checkins[0].when: is missing"),
    ('{"checkins": [{"when": "2026-01-31T08:00:00"}]}', "checkins[0].when: must be a time with"),
    ('{"checkins": [{"when": "2026-01-31"}]}', "checkins[0].when: must be a time with"),
    ('{"checkins": [{"when": "20260131T080000Z"}]}', "checkins[0].when: must be a time with"),
    ('{"checkins": [{"when": "2026-02-30T08:00:00Z"}]}', "checkins[0].when: must be a time with"),
    ('{"checkins": [{"when": 5}]}', "checkins[0].when: must be a string"),
    ('{"checkins": [{%s, "pain": 5}]}' % WHEN, "checkins[0].pain: is unknown here"),
    ('{"checkins": [{%s}, {%s, "zones": {"knee": 5}}]}' % (WHEN, WHEN),
     "checkins[1].zones.knee: is no zone"),
    ('{"checkins": [{%s, "zones": {"low-back": 11}}]}' % WHEN,
     "checkins[0].zones.low-back: must be a whole number from 0 to 10"),
    ('{"checkins": [{%s, "zones": {"low-back": -1}}]}' % WHEN, "from 0 to 10"),
    ('{"checkins": [{%s, "zones": {"low-back": 2.5}}]}' % WHEN, "from 0 to 10"),
    ('{"checkins": [{%s, "zones": {"low-back": "2"}}]}' % WHEN, "from 0 to 10"),
    ('{"checkins": [{%s, "zones": {"low-back": 1, "low-back": 2}}]}' % WHEN, "twice"),
    ('{"checkins": [{%s, "zones": []}]}' % WHEN, "checkins[0].zones: must be an object"),
    ('{"checkins": [{%s, "flags": {"both": []}}]}' % WHEN, "flags.both: must be left or right"),
    ('{"checkins": [{%s, "flags": {"left": "weakness"}}]}' % WHEN, "flags.left: must be an array"),
    ('{"checkins": [{%s, "flags": {"left": ["itch"]}}]}' % WHEN, "flags.left[0]: must be one of"),
    ('{"checkins": [], "now": "2026-01-31T08:00:00"}', "now: must be a time with its offset"),
    ('{"checkins": [], "reviewed": {"left": "today"}}', "reviewed.left: must be a day"),
    ('{"checkins": [], "reviewed": {"back": "2026-01-31"}}', "reviewed.back: must be left, right"),
]

# What begins so is said before the verdict.
FIRST_NOTES = ("weakness-left", "weakness-right", "numbness-new", "severe-pain")

# Profiles of the program that cannot be read at all.
UNREADABLE_PROFILES = ["", '{"conditions": ["preg', "[]", "[" * 100000]

# Profiles that can, but for something: the text, and what standard error names.
ODD_PROFILES = [
    ('{"version": 99, "conditions": ["pregnancy"]}', "version"),
    ('{"conditions": 5}', "conditions"),
    ('{"benches": [{"move": "prone-lying", "since": "2020-01-01", "until": 7}]}',
     "benches[0].until"),
    ('{"move_orders": [{"move": "prone-lying", "order": "sometimes"}]}', "move_orders[0].order"),
]

# Content files that are wrong: the text, and what the one line must name.
BROKEN_FILES = [
    ("", "empty"),
    ("{", "line"),
    ("[]", "object"),
    ("{}", "no routine"),
    ('{"title": "Mine"}', "id: is missing"),
    ('{"title": "Mine", "id": "../mine"}', "id: "),
    ('{"title": "Mine", "id": "mine\\u001b[2J"}', "id: "),
    ('{"title": "a", "title": "b"}', "title"),
    ('{"title": "\ud800"}'.encode("utf-8", "surrogatepass"), "UTF-8"),
    ("[" * 100000, "deep"),
    ('{"title": "' + "x" * 300000 + '"}', "256 KiB"),
]


class Tests:
    def __init__(self, options, folder):
        self.program = options.program
        self.catalog = Path(options.catalog)
        self.cases = json.loads(Path(options.cases).read_text(encoding="utf-8"))
        self.pain_cases = json.loads(Path(options.pain_cases).read_text(encoding="utf-8"))
        # A program with sanitizers takes its time: a sample of each table shows its leaks. Nothing
        # of it must be forgiven, so it needs no whole stacks to be recognised by.
        self.is_slow = "LOWTIDE_PATIENCE" in os.environ
        if "ASAN_OPTIONS" in os.environ:
            os.environ["ASAN_OPTIONS"] += ":fast_unwind_on_malloc=1"
        self.version = options.version
        self.folder = Path(folder)
        # Nobody's own answers come in here.
        os.environ["XDG_DATA_HOME"] = str(self.folder / "data")

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content),
                        encoding="utf-8")
        return str(path)

    def run(self, *words, **more):
        return subprocess.run([self.program, *words], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=30, check=False, **more)

    def sample(self, things):
        return things[::10] if self.is_slow else things

    def text(self, *words, status=0):
        done = self.run(*words)
        assert done.returncode == status, f"{words}: ended with {done.returncode}: {done.stderr}"
        assert done.stderr == b"", f"{words}: {done.stderr}"
        return done.stdout.decode()

    def json(self, *words, status=0):
        return json.loads(self.text(*words, "--json", status=status))

    def error(self, *words, status=FAILED):
        """The one line on standard error of a command that fails and says nothing else."""
        done = self.run(*words)
        assert done.returncode == status, f"{words}: ended with {done.returncode}"
        assert done.stdout == b"", f"{words}: {done.stdout}"
        message = done.stderr.decode()
        assert message.endswith("\n") and message.count("\n") == 1, f"{words}: {message!r}"
        return message[:-1]

    def ids(self, kind):
        if kind in ("conditions", "traits"):
            entries = json.loads((self.catalog / f"{kind}.json").read_text(encoding="utf-8"))
            return [entry["id"] for entry in entries]
        return sorted(path.stem for path in (self.catalog / kind).glob("*.json"))

    def copy(self, source, file, **changes):
        """A content file of one's own: one of the catalogue, changed."""
        content = json.loads((self.catalog / source).read_text(encoding="utf-8"))
        content.update(changes)
        path = self.folder / file
        path.write_text(json.dumps(content), encoding="utf-8")
        return str(path)

    def check_list(self):
        everything = self.json("list")
        assert list(everything) == KINDS, list(everything)
        for kind in KINDS:
            entries = self.json("list", kind)[kind]
            assert [entry["id"] for entry in entries] == self.ids(kind), kind
            assert all(entry["name"] for entry in entries), kind
            assert entries == everything[kind], kind
            text = self.text("list", kind).splitlines()
            assert [line.split()[0] for line in text] == self.ids(kind), kind

    def check_list_verdicts(self):
        def verdict(*more):
            return {entry["id"]: entry["verdict"] for entry in self.json(*more)[more[1]]}

        assert verdict("list", "movements")["prone-lying"] == "allow"
        assert verdict("list", "movements", "--condition", "pregnancy")["prone-lying"] == "avoid"
        assert verdict("list", "avoid")["downward-dog"] == "avoid"
        routines = self.json("list", "routines")["routines"]
        assert all(entry["minutes"] > 0 and entry["verdict"] in STATUSES for entry in routines)

    def check_show(self):
        for kind in KINDS:
            for thing in self.sample(self.ids(kind)):
                text = self.text("show", thing)
                assert thing in text
                # Ids and long words stay whole; all the rest fits a terminal.
                wide = [line for line in text.splitlines() if len(line) > 80]
                assert not wide, f"{thing}: {wide}"
                assert not any(line != line.rstrip() for line in text.splitlines()), thing
                shown = self.json("show", thing)
                assert shown["id"] == thing and shown["name"] and shown["kind"], thing

    def check_show_members(self):
        movement = json.loads((self.catalog / "movements/bridge.json").read_text(encoding="utf-8"))
        shown = self.json("show", "bridge")
        for member in ("group", "purpose", "muscles", "position", "equipment", "level", "perSide",
                       "dose", "steps", "setUpSteps", "leaveSteps", "cue", "breathing", "mistakes",
                       "feel", "traits", "easier"):
            assert shown[member] == movement[member], member
        assert "breathingPace" not in shown
        assert self.json("show", "seated-breathing")["breathingPace"]["outSeconds"] == 6
        entry = json.loads((self.catalog / "avoid/v-sit.json").read_text(encoding="utf-8"))
        shown = self.json("show", "v-sit")
        for member in ("synonyms", "why", "severity", "ifFlared", "until", "source", "traits"):
            assert shown[member] == entry[member], member
        shown = self.json("show", "desk-break-2")
        assert [step["movement"] for step in shown["steps"]] == [
            "seated-pelvic-rock", "figure-four-seated", "walk-in-place"]
        assert shown["steps"][1]["dose"]["seconds"] == 15
        rules = json.loads((self.catalog / "rules.json").read_text(encoding="utf-8"))["rules"]
        for member, thing in (("condition", "knee-problem"), ("trait", "kneeling")):
            shown = self.json("show", thing)["rules"]
            wanted = [rule for rule in rules if rule[member] == thing]
            assert len(shown) == len(wanted) and all(rule in wanted for rule in shown), thing
        # A trait may be called as a movement is: words tell both.
        assert "Common mistakes" in (both := self.text("show", "prone-lying"))
        assert "What the rules say" in both

    def check_search(self):
        first = {"toe touch": "standing-toe-touch", "uttanasana": "standing-toe-touch",
                 "downdog": "downward-dog", "DOWNWARD-DOG": "downward-dog"}
        for words, wanted in first.items():
            results = self.json("search", words)["results"]
            assert results[0]["id"] == wanted, words
            assert results[0]["kind"] == "avoid" and results[0]["verdict"] == "avoid"
            assert results[0]["instead"], words
        assert self.json("search", "toe", "touch") == self.json("search", "toe touch")
        assert any(result["kind"] == "movement"
                   for result in self.json("search", "piriformis")["results"])
        assert "Table lean" in self.text("search", "toe", "touch")
        assert self.json("search", "zzzz") == {"results": []}
        assert "zzzz" in self.text("search", "zzzz")
        assert self.run("search", "--json", "--", "--side").returncode == ALLOW

    def check_rules(self):
        for case in self.sample(self.cases):
            options = [word for name in case["conditions"] for word in ("--condition", name)]
            checked = self.json("check", case["id"], *options, status=STATUSES[case["expect"]])
            assert checked["id"] == case["id"]
            assert checked["kind"] in ("movement", "avoid")
            assert checked["verdict"] == case["expect"], case
            assert checked["because"] == case["because"], case
            assert bool(checked["reasons"]) == bool(case["because"]), case

    def check_substitutes(self):
        """Nothing that is to be avoided is offered in place of something else."""
        for options in ([], ["--condition", "pregnancy"], ["--condition", "acute-flare"],
                        ["--condition", "hip-replacement", "--condition", "knee-problem"]):
            verdicts = {entry["id"]: entry["verdict"]
                        for entry in self.json("list", "movements", *options)["movements"]}
            for thing in self.sample(self.ids("avoid")):
                shown = self.json("show", thing, *options)
                assert all(verdicts[one] != "avoid" for one in shown["instead"]), thing

    def check_check_in_words(self):
        text = self.text("check", "downward-dog", status=AVOID)
        assert "Avoid" in text and "straight-leg stretch" in text and "Table lean" in text, text
        assert "Allow" in self.text("check", "bridge")
        text = self.text("check", "foam-roll-piriformis", status=CAUTION)
        assert "Caution" in text and "Instead: " in text, text

    def check_check_routine(self):
        for routine in self.sample(self.ids("routines")):
            done = self.run("check", routine, "--json", "--condition", "pregnancy")
            checked = json.loads(done.stdout)
            worst = max(STATUSES[step["verdict"]] for step in checked["steps"])
            assert checked["id"] == routine and checked["kind"] == "routine"
            assert STATUSES[checked["verdict"]] == worst == done.returncode, routine

    def check_files(self):
        movement = self.copy("movements/bridge.json", "own.json", id="own-bridge",
                             traits=["prone-lying"])
        assert self.json("check", movement)["verdict"] == "allow"
        checked = self.json("check", movement, "--condition", "pregnancy", status=AVOID)
        assert checked["because"] == ["prone-lying"] and checked["instead"], checked
        entry = self.copy("avoid/v-sit.json", "entry.json", id="own-sit")
        assert self.json("check", entry, status=AVOID)["kind"] == "avoid"
        routine = self.copy("routines/desk-break-2.json", "routine", id="own-break")
        assert len(self.json("check", routine)["steps"]) == 3
        # A plain name that is no id may be a file of the folder one is in.
        done = self.run("plan", "routine", "--json", cwd=self.folder)
        assert json.loads(done.stdout)["routine"] == "own-break", done.stderr

    def check_file_text_stays_put(self):
        """Whatever stands in a file, it does not steer the terminal."""
        for name in ("evil \x1b[31m name", "evil \x9b2J name", "evil \u202e name"):
            path = self.copy("movements/bridge.json", "evil.json", id="evil", name=name)
            for words in (["check", path], ["check", path, "--json"]):
                done = self.run(*words)
                shown = (done.stdout + done.stderr).decode()
                bad = [c for c in shown if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160
                       or c == "\u202e"]
                assert done.returncode == FAILED and not bad, (words, bad)
        message = self.error("check", "no\x1b[31m\nsuch.json")
        assert "\x1b" not in message, message

    def check_plan(self):
        for routine in self.sample(self.ids("routines")):
            for side in ("left", "right"):
                plan = self.json("plan", routine, "--side", side)
                phases = plan["phases"]
                assert plan["routine"] == routine and plan["changes"] == []
                assert sum(phase["length_s"] for phase in phases) == plan["total_s"], routine
                at = 0
                for phase in phases:
                    assert phase["start_s"] == at, routine
                    at += phase["length_s"]
                    assert all(cue["text"] and len(cue["text"].split()) <= 12
                               for cue in phase["cues"]), routine
                    assert all(cue["at_s"] < phase["length_s"] or phase["phase"] == "finish"
                               for cue in phase["cues"]), routine
                assert phases[-1]["phase"] == "finish" and phases[-1]["movement"] is None
                sides = [phase["side"] for phase in phases if phase["side"] is not None]
                assert not sides or sides[0] == side, routine
            text = self.text("plan", routine)
            assert "0:00" in text and all(len(line) <= 80 for line in text.splitlines()), text

    def check_plan_cues(self):
        full = self.json("plan", "piriformis-essentials", "--cues")
        short = self.json("plan", "piriformis-essentials", "--talk", "short")
        sounds = self.json("plan", "piriformis-essentials", "--talk", "sounds")
        plain = self.json("plan", "piriformis-essentials")
        assert short["total_s"] == sounds["total_s"] == plain["total_s"] < full["total_s"]
        said = [[(cue["text"], cue["sound"]) for phase in plan["phases"] for cue in phase["cues"]]
                for plan in (full, short, sounds)]
        assert len(said[0]) > len(said[1]) > 0, said
        assert all(text is None and sound for text, sound in said[2]), said[2]
        assert {sound for _, sound in said[2]} == {"begin", "end", "switch", "tick", "close"}
        assert "tick" not in {sound for _, sound in said[0]}
        kinds = {cue["kind"] for phase in full["phases"] for cue in phase["cues"]}
        assert kinds >= {"name", "step", "dose", "count", "begin", "tip", "half-way", "rest",
                         "next", "switch", "leave", "done", "last-seconds", "repetition"}, kinds

    def check_plan_transcript(self):
        for routine in self.sample(self.ids("routines")):
            full = self.text("plan", routine, "--cues")
            assert all(len(line) <= 80 for line in full.splitlines()), full
            assert "That was the last one." in full and "closing chord" in full, full
            assert len(full) > len(self.text("plan", routine, "--talk", "short")), routine
            assert "Hold" not in self.text("plan", routine, "--talk", "sounds").split("\n", 2)[2]

    def check_plan_changes(self):
        plan = self.json("plan", "foam-roll-piriformis", "--condition", "blood-thinners")
        done = {phase["movement"] for phase in plan["phases"]}
        assert plan["changes"]
        for change in plan["changes"]:
            assert change["movement"] not in done and change["why"], change
            assert change["became"] is None or change["became"] in done, change
            assert change["cause"] == "rules", change
        assert plan["half_dose"] is False
        text = self.text("plan", "foam-roll-piriformis", "--condition", "blood-thinners")
        assert plan["changes"][0]["why"].split()[0] in text

    def check_screening(self):
        statuses = {"clear": ALLOW, "note": CAUTION, "blocked": AVOID}
        for answers, outcome, exercises, findings, limit in SCREENINGS:
            path = self.write("answers.json", {"answers": answers, "today": "2026-01-10"})
            decision = self.json("screening", path, status=statuses[exercises])
            assert decision["outcome"] == outcome and decision["exercises"] == exercises, decision
            assert [finding["id"] for finding in decision["findings"]] == findings, decision
            assert all("{" not in finding["advice"] for finding in decision["findings"]), decision
            assert limit is None or limit in decision["limits"], decision
            assert set(decision["unanswered"]).isdisjoint(answers), decision
            text = self.text("screening", path, status=statuses[exercises])
            assert all(len(line) <= 80 for line in text.splitlines()), text
            assert ("Exercises are off" in text) == (exercises == "blocked"), text

    def check_screening_details(self):
        path = self.write("answers.json", {"answers": {"pregnant": {"answer": "yes", "weeks": 10}}})
        decision = self.json("screening", path, status=CAUTION)
        assert "no-supine" not in decision["limits"] and "no-prone" in decision["limits"]
        assert decision["conditions"] == ["pregnancy"]
        path = self.write("answers.json", {"answers": {"saddle": "yes"}})
        for region, number in (("GB", "999"), ("us", "911"), ("FR", "112"), ("QQ", "your local")):
            for words in ([], ["--json"]):
                done = self.run("screening", path, "--region", region, *words)
                assert f"call {number}".encode() in done.stdout.replace(b"\n    ", b" "), done
        questions = json.loads((self.catalog / "screening.json").read_text(encoding="utf-8"))
        path = self.write("answers.json", {"answers": {question["id"]: "no"
                                                       for question in questions["questions"]}})
        assert self.json("screening", path)["unanswered"] == []
        assert "Exercises are fine" in self.text("screening", path)

    def check_broken_answers(self):
        for content, named in BROKEN_ANSWERS:
            path = self.write("broken-answers.json", content)
            for words in ([], ["--json"]):
                message = self.error("screening", path, *words)
                assert message.startswith(f"{path}: ") and named in message, (content, message)
        assert "256 KiB" in self.error("screening", self.write("big.json", "x" * 300000))
        for path in (self.folder, self.folder / "missing.json"):
            assert self.error("screening", str(path)).startswith(str(path))

    def check_trend(self):
        for case in self.pain_cases[::10 if self.is_slow else 1]:
            path = self.write("checkins.json", case)
            trend = self.json("trend", path)
            found = {member: trend[member] for member in ("overall", "left", "right", "notes")}
            assert found == case["expect"], (case["name"], found)
            assert set(trend["numbers"]) == {"days", "age_days", "recent_days", "usual_days",
                                             "left", "right"}, trend

    def check_trend_words(self):
        guide = json.loads((self.catalog / "pain.json").read_text(encoding="utf-8"))
        for case in self.pain_cases[::8]:
            text = self.text("trend", self.write("checkins.json", case), "--region", "GB")
            words = " ".join(text.split())
            verdict = guide["verdicts"][case["expect"]["overall"]]
            assert f'{verdict["title"]} {verdict["text"]}' in words, text
            for side in ("left", "right"):
                title = guide["verdicts"][case["expect"][side]]["title"]
                assert f"{side.capitalize()}: {title}." in words, (case["name"], text)
            for note in guide["notes"]:
                begins = note["text"].split(".")[0].split("{")[0].strip()
                assert (begins in words) == (note["id"] in case["expect"]["notes"]), (note, text)
                if begins in words and note["id"].startswith(FIRST_NOTES):
                    assert words.index(begins) < words.index(verdict["text"]), (note, text)
            assert "{" not in text and all(len(line) <= 80 for line in text.splitlines()), text

    def check_trend_now(self):
        case = next(case for case in self.pain_cases if case["name"] == "one check-in")
        path = self.write("checkins.json", case)
        for now, age in (("2026-03-22T09:00:00+00:00", 2), ("2026-03-20", 0), ("2026-05-01", 42)):
            assert self.json("trend", path, "--now", now)["numbers"]["age_days"] == age, now
        path = self.write("checkins.json", {"checkins": case["checkins"]})
        assert "stale" in self.json("trend", path)["notes"]
        path = self.write("checkins.json", {"checkins": [{"when": "2999-01-01T00:00:00.5+00:00"}]})
        trend = self.json("trend", path)
        assert trend["numbers"]["days"] == 0 and trend["notes"] == ["more-check-ins"], trend

    def check_broken_checkins(self):
        for content, named in BROKEN_CHECKINS:
            path = self.write("broken-checkins.json", content)
            for words in ([], ["--json"]):
                message = self.error("trend", path, *words)
                assert message.startswith(f"{path}: ") and named in message, (content, message)
        for path in (self.folder, self.folder / "missing.json"):
            assert self.error("trend", str(path)).startswith(str(path))

    def check_profile(self):
        path = self.write("profile.json", {
            "version": 1, "conditions": ["pregnancy"],
            "move_orders": [{"move": "bridge", "order": "never"}],
            "benches": [{"move": "clamshell", "since": "2020-01-01", "until": "2999-01-01"}]})
        for move, verdict in (("prone-lying", "avoid"), ("bridge", "avoid"), ("clamshell", "avoid"),
                              ("sit-to-stand", "allow")):
            checked = self.json("check", move, "--profile", path, status=STATUSES[verdict])
            assert checked["verdict"] == verdict and bool(checked["reasons"]) == (verdict == "avoid")
        found = self.json("search", "clamshell", "--profile", path)["results"][0]
        assert found["id"] == "clamshell" and found["verdict"] == "avoid", found
        path = self.write("nobody.json", {"version": 1})
        assert self.json("check", "prone-lying", "--profile", path)["verdict"] == "allow"
        assert self.json("check", "prone-lying", "--profile", path, "--condition", "pregnancy",
                         status=AVOID)["verdict"] == "avoid"
        path = str(self.folder / "profile.json")
        plan = self.json("plan", "piriformis-essentials", "--profile", path)
        assert "clamshell" not in {phase["movement"] for phase in plan["phases"]}

    def check_odd_profiles(self):
        for content in UNREADABLE_PROFILES:
            path = self.write("odd.json", content)
            for words in (["check", "bridge"], ["search", "bridge"], ["plan", "desk-break-2"]):
                assert "odd.json" in self.error(*words, "--profile", path)
        assert "missing.json" in self.error("check", "bridge", "--profile",
                                            str(self.folder / "missing.json"))
        for content, named in ODD_PROFILES:
            path = self.write("odd.json", content)
            done = self.run("check", "prone-lying", "--profile", path, "--json")
            message = done.stderr.decode().splitlines()[0]
            assert message.startswith("odd.json: ") and named in message, message
            # A whole list that is lost says nothing of this move; the rest is read strictly.
            wanted = ALLOW if named == "conditions" else AVOID
            assert done.returncode == wanted, (content, done)
            # The answers may have been among what cannot be read.
            assert self.run("plan", "desk-break-2", "--profile", path).returncode == AVOID, content

    def check_locked_plan(self):
        own = "data/lowtide/profile.json"
        locked = {"version": 1, "screening": {"answers": [
            {"question": "saddle", "answer": "yes", "answered": "2026-01-01"}]}}
        free = {"version": 1, "conditions": ["pregnancy"]}
        assert self.json("plan", "desk-break-2")["total_s"] > 0
        self.write(own, locked)
        for words in ([], ["--json"], ["--condition", "pregnancy"]):
            message = self.error("plan", "desk-break-2", "--region", "GB", *words, status=AVOID)
            assert message.startswith("lowtidectl: Please go to an emergency department"), message
            assert "999" in message and "Numbness" in message, message
        # Routine files may be looked at all the same, and other people's plans be made.
        assert self.run("check", "desk-break-2").returncode != FAILED
        other = self.write("other.json", free)
        assert self.json("plan", "desk-break-2", "--profile", other)["total_s"] > 0
        checked = self.run("check", "bridge", "--profile", self.write("other.json", locked))
        assert checked.returncode == ALLOW and b"Exercises are off" in checked.stderr, checked
        self.write(own, free)
        assert self.json("plan", "desk-break-2")["changes"] == []
        for content in UNREADABLE_PROFILES:
            self.write(own, content)
            assert "profile.json" in self.error("plan", "desk-break-2")
            assert (self.folder / own).exists(), "an own file was taken away"
        (self.folder / own).unlink()

    def check_journal(self):
        """A journal comes back byte for byte, is counted, checked, and made into tables."""
        path = self.folder / "data/lowtide/journal.sqlite"
        for words in (["summary"], ["check"], ["export"]):
            assert "no journal yet" in self.error("journal", *words)
        assert not path.exists(), "looking made a journal"
        checkin = {"id": "c", "when": "2026-01-01T08:00:00+01:00", "zones": {"calf-left": 3},
                   "flags": {"left": [], "right": []}}
        journal = {"format": "lowtide-journal", "version": 1, "profile": {"version": 2},
                   "checkins": [checkin], "packs": [
                       {"id": "p", "kind": "heat", "began": "2026-01-02T08:00:00+01:00",
                        "length_s": 60}]}
        given = self.write("given.json", journal)
        assert self.json("journal", "import", given) == {"added": 2, "known": 0,
                                                         "took_profile": True}
        assert path.stat().st_mode & 0o777 == 0o600 and path.parent.stat().st_mode & 0o777 == 0o700
        assert "there already" in self.text("journal", "import", given)
        first = self.text("journal", "export")
        assert json.loads(first)["checkins"] == [checkin], first
        out = self.folder / "out.json"
        assert self.text("journal", "export", str(out)) == "" and out.read_text() == first
        for part in path.parent.glob("journal.sqlite*"):
            part.unlink()
        self.text("journal", "import", str(out))
        assert self.text("journal", "export") == first
        summary = self.json("journal", "summary")
        assert (summary["checkins"], summary["packs"], summary["first"], summary["profile"]) == (
            1, 1, "2026-01-01", True), summary
        assert "2026-01-02" in self.text("journal", "summary")
        assert self.json("journal", "check") == {"sound": True}
        tables = self.folder / "tables"
        self.text("journal", "export", "--format", "csv", str(tables))
        assert len(list(tables.glob("*.csv"))) == 7
        assert (tables / "packs.csv").read_bytes().endswith(b"heat,60\r\n")
        bad = self.write("bad.json", {**journal, "checkins": [{"when": "now"}]})
        assert self.error("journal", "import", bad) == (
            "bad.json: checkins[0].when: is not a time with its offset")
        assert self.text("journal", "export") == first
        content = bytearray(path.read_bytes())
        content[4096 * 3:] = bytes(len(content) - 4096 * 3)
        path.write_bytes(content)
        assert "journal.sqlite" in self.error("journal", "check")
        assert path.read_bytes() == bytes(content), "a check has changed the journal"
        path.unlink()

    def check_trend_of_journal(self):
        """An exported journal, which may be large, has a trend; what a clinician knows is in its profile."""
        def day(ago):
            return f"2026-03-{20 - ago:02}T08:00:00+00:00"
        checkins = [{"id": f"c{ago}", "when": day(ago), "zones": {"calf-left": 3},
                     "flags": {"left": ["weakness"], "right": []}} for ago in (14, 12, 10, 8, 2, 1, 0)]
        packs = [{"id": f"p{i}", "kind": "heat", "began": day(0), "length_s": 60} for i in range(4000)]
        journal = {"format": "lowtide-journal", "version": 1, "checkins": checkins, "packs": packs}
        words = ["trend", self.write("journal.json", journal), "--now", day(0)]
        assert (self.folder / "journal.json").stat().st_size > 256 * 1024
        assert self.json(*words)["left"] == "urgent"
        journal["profile"] = {"version": 2, "reviewed": {"left": "2026-03-10"}}
        self.write("journal.json", journal)
        trend = self.json(*words)
        assert trend["left"] != "urgent" and "weakness-known-left" in trend["notes"], trend
        self.text("journal", "import", self.write("journal.json", journal))
        exported = self.write("exported.json", self.text("journal", "export"))
        assert self.json("trend", exported, "--now", day(0)) == trend
        for part in (self.folder / "data/lowtide").glob("journal.sqlite*"):
            part.unlink()

    def check_urgent_plan(self):
        """What the own check-ins warn of has exercises off here, too."""
        now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
        checkins = [{"when": now, "zones": {}, "flags": {"left": ["weakness"], "right": []}}]
        journal = {"format": "lowtide-journal", "version": 1, "checkins": checkins}
        self.text("journal", "import", self.write("weak.json", journal))
        assert "check-ins" in self.error("plan", "desk-break-2", status=AVOID)
        for part in (self.folder / "data/lowtide").glob("journal.sqlite*"):
            part.unlink()

    def check_nothing_safe(self):
        """For somebody who has every condition, nothing takes the place of a back bend."""
        every = [word for name in self.ids("conditions") for word in ("--condition", name)]
        routine = self.copy("routines/desk-break-2.json", "bends.json", level=2, suits=["sciatica"],
                            equipment=["mat"], minutes=2,
                            steps=[{"movement": "prone-press-up", "sets": 1}] * 2)
        assert self.json("plan", routine)["total_s"] > 0
        for words in ([], ["--json"]):
            self.error("plan", routine, *every, *words, status=AVOID)

    def check_usage(self):
        for words, named in USAGE_ERRORS:
            done = self.run(*words)
            message = done.stderr.decode()
            assert done.returncode == USAGE, f"{words}: ended with {done.returncode}"
            assert done.stdout == b"" and named in message and "--help" in message, message
            assert "\x1b" not in message, message

    def check_options_anywhere(self):
        before = self.run("--json", "--condition", "pregnancy", "check", "bridge")
        after = self.run("check", "bridge", "--condition", "pregnancy", "--json")
        assert json.loads(before.stdout) == json.loads(after.stdout)

    def check_help(self):
        for words in (["--help"], ["-h"], ["check", "--help"]):
            text = self.text(*words)
            for word in ("list", "show", "search", "check", "plan", "sheet", "screening",
                         "trend", "--condition", "--now", "--profile", "--region", "Exit status"):
                assert word in text, word
        assert self.text("--version") == f"lowtidectl {self.version}\n"

    def check_unknown(self):
        assert "nothing-of-the-sort" in self.error("check", "nothing-of-the-sort")
        assert "downward-dog" in self.error("show", "downwad-dog")
        assert "bridge" in self.error("plan", "bridge")

    def check_broken(self):
        path = self.folder / "broken.json"
        for content, named in BROKEN_FILES:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            for words in (["check"], ["check", "--json"], ["plan"]):
                message = self.error(*words, str(path))
                assert message.startswith(f"{path}: "), message
                assert named in message, f"{content[:40]!r}: {message}"

    def check_missing(self):
        for path in (self.folder / "missing.json", self.folder):
            for command in ("check", "plan"):
                message = self.error(command, f"{path}/" if path == self.folder else str(path))
                assert message.startswith(str(path)), message

    def check_member(self):
        path = self.copy("routines/desk-break-2.json", "member.json",
                         steps=[{"movement": "walk-in-place"}, {"movement": "brigde"}])
        message = self.error("check", path)
        assert message.startswith(f"{path}: steps[1].movement: ") and "brigde" in message, message

    def check_no_catalog(self):
        done = self.run("list", env={**os.environ, "LOWTIDE_CATALOG_DIR": str(self.folder / "no")})
        assert done.returncode == FAILED and done.stdout == b""
        assert done.stderr.count(b"\n") == 1, done.stderr

    def check_full(self):
        for words in (["list"], ["list", "--json"], ["--help"], ["check", "downward-dog"]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([self.program, *words], stdout=full, stderr=subprocess.PIPE,
                                      timeout=30, check=False)
            assert done.returncode == FAILED and done.stderr.count(b"\n") == 1, (words, done)

    def check_closed(self):
        closed = subprocess.run(["sh", "-c", 'exec "$0" list >&-', self.program],
                                stderr=subprocess.PIPE, timeout=30, check=False)
        assert closed.returncode == FAILED and closed.stderr.count(b"\n") == 1, closed
        read_end, write_end = os.pipe()
        os.close(read_end)
        done = subprocess.run([self.program, "list"], stdout=write_end, stderr=subprocess.PIPE,
                              timeout=30, check=False)
        os.close(write_end)
        assert done.returncode == FAILED and done.stderr.count(b"\n") == 1, done

    def check_locale(self):
        words = ["plan", "piriformis-essentials", "--json"]
        wanted = self.run(*words).stdout
        for change in ({"LANGUAGE": "xx:yy"}, {"LC_ALL": "C"}, {"LC_ALL": "nowhere"}):
            assert self.run(*words, env={**os.environ, **change}).stdout == wanted, change
        # Where a terminal has no more than ASCII, ASCII is what it gets.
        done = self.run("show", "figure-four-supine", env={**os.environ, "LC_ALL": "C"})
        assert done.returncode == 0 and done.stdout.isascii() and b"?" not in done.stdout, done


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--catalog", required=True)
    parser.add_argument("--cases", required=True)
    parser.add_argument("--pain-cases", required=True)
    parser.add_argument("--version", required=True)
    options = parser.parse_args()
    options.program = os.path.abspath(options.program)
    options.catalog = os.path.abspath(options.catalog)
    failed = False

    with tempfile.TemporaryDirectory() as folder:
        tests = Tests(options, folder)
        checks = [name for name in dir(Tests) if name.startswith("check_")]
        print(f"1..{len(checks)}", flush=True)
        for number, name in enumerate(checks, 1):
            title = name.removeprefix("check_").replace("_", " ")
            try:
                getattr(tests, name)()
                print(f"ok {number} {title}", flush=True)
            except Exception as error:  # each check reports, whatever went wrong in it
                failed = True
                print(f"not ok {number} {title}", flush=True)
                for line in f"{type(error).__name__}: {error}".splitlines():
                    print(f"# {line}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
