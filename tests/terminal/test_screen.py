"""What the player shows on a terminal, at every size, and the keys it reads."""

import io
import os
import sys
import termios
from threading import Event

import pytest

from kneecoach.domain.session import Cause, Countdown, Session
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import load_exercises
from kneecoach.terminal.awake import NOT_ARRANGED, StayAwake
from kneecoach.terminal.big_digits import ROWS, big, width
from kneecoach.terminal.console import Terminal, keys_of, this_terminal
from kneecoach.terminal.keys import HANG_UP, NoKeys, PressedKeys, pressed
from kneecoach.terminal.live_screen import LiveScreen
from kneecoach.terminal.plain_lines import PlainLines, line_of
from kneecoach.terminal.player import PLAYING_KEYS
from kneecoach.terminal.printable import clock, number, visible
from kneecoach.terminal.stage_picture import picture
from tests.builders import SESSION_ID, a_routine, a_session, at, counted, play, timed
from tests.terminal.stand_ins import Screen, a_terminal


def shown(session, *, message="", note="", width=80, height=24):
    return [
        line.text.rstrip()
        for line in picture(session, message=message, note=note, keys=PLAYING_KEYS, width=width, height=height)
    ]


def test_a_timed_set_shows_its_seconds_large():
    session = a_session(timed(45))
    session.skip(at(101))
    session.advance(at(102))

    lines = shown(session)

    assert lines[2] == "Exercise 0 · set 1 of 1 · LEFT"
    assert "Go" in lines
    assert [line for line in lines if "█" in line] == [row.rstrip() for row in big("44")]
    assert lines[-1] == PLAYING_KEYS


def test_repetitions_show_the_count_the_tempo_and_the_time_left():
    session = a_session(counted(10))
    session.skip(at(101))
    for second in range(102, 108):
        session.advance(at(second))

    lines = shown(session)

    assert [line for line in lines if "█" in line] == [row.rstrip() for row in big("1/10")]
    assert "1 of 10 repetitions · 29 s left" in lines
    assert any(line.startswith("Raise       ━") for line in lines)


def test_a_lead_says_what_comes_and_a_pause_says_why():
    session = a_session(counted(10))
    assert " Get ready" in shown(session)
    assert "then 10 repetitions" in shown(session)

    session.pause(at(101), Cause.HURTS)
    assert " Paused: it hurts" in shown(session)


def test_a_hold_of_two_parts_says_what_its_half_asks_for():
    session = Session(plan(a_routine(timed(40)), {"exercise_0": load_exercises()["calf_stretch"]}), id=SESSION_ID)
    session.advance(at(100))
    session.skip(at(101))
    said = []

    for begin, end in ((101, 110), (110, 130)):
        play(session, begin, end)
        said += [line.strip() for line in shown(session) if line.strip().startswith(("Back knee", "Bend"))]

    assert said == ["Back knee straight. Back heel heavy.", "Bend the back knee a little. Back heel heavy."]


def test_the_last_set_is_named():
    session = a_session(timed(30, sets=2), position=3)

    assert "Exercise 0 · set 2 of 2 · RIGHT · last set" in shown(session)


def test_a_set_for_both_legs_names_no_side():
    from kneecoach.domain.dosage import Sides  # noqa: PLC0415

    assert "Exercise 0 · set 1 of 1" in shown(a_session(timed(30, sides=Sides.BOTH)))


@pytest.mark.parametrize("size", [(80, 24), (60, 18), (40, 10), (30, 8), (20, 4), (10, 2), (1, 1), (200, 60)])
def test_every_size_is_filled_and_never_overrun(size):
    columns, rows = size
    session = a_session(counted(10))
    session.advance(at(101))

    lines = shown(session, message="Fewer from here on.", note="The screen may go dark.", width=columns, height=rows)

    assert len(lines) == rows
    assert max(map(len, lines)) <= columns


def test_a_low_terminal_still_tells_the_time():
    assert any(line.strip() == "15  Get ready" for line in shown(a_session(timed(30)), width=30, height=6))


def test_a_tall_terminal_shows_larger_digits():
    lines = shown(a_session(timed(30)), width=120, height=40)

    assert sum("█" in line for line in lines) == 2 * ROWS


def test_a_narrow_terminal_shows_plain_digits():
    session = a_session(counted(100))
    session.skip(at(101))

    assert "0/100" in shown(session, width=24)


def test_a_message_outlives_the_steps_and_a_note_does_not():
    session = a_session(timed(30))

    low = shown(session, message="Carry on.", note="It may go dark.", height=13)

    assert "Carry on." in low
    assert "It may go dark." not in low
    assert "It may go dark." in shown(session, note="It may go dark.")


def test_digits_are_as_wide_as_they_say():
    assert len(big("12:34")) == ROWS
    assert {len(row) for row in big("12:34")} == {width("12:34")}
    assert width("1", scale=2) == 12


def test_the_live_screen_rings_draws_once_and_leaves_the_saved_lines(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("LINES", "20")
    monkeypatch.setenv("TERM", "xterm")
    out = Screen(tty=True)
    session = a_session(timed(30))

    with LiveScreen(Terminal(Screen(tty=True), out, out), note=lambda: "It may go dark.") as screen:
        screen.draw(session, "", PLAYING_KEYS)
        once = len(out.getvalue())
        screen.draw(session, "", PLAYING_KEYS)
        assert len(out.getvalue()) == once
        screen.tell(Countdown(3, "lead"), session)
        assert out.getvalue().endswith("\a")
        for event in session.end(at(101)):
            screen.tell(event, session)
        assert "saved" not in out.getvalue()

    after = out.getvalue().partition("\x1b[?1049l")[2]
    assert after.count("saved ") == 2
    assert "\x1b[?1049h" in out.getvalue()


def test_beeps_that_are_off_ring_no_bell():
    out = Screen(tty=True)

    LiveScreen(Terminal(Screen(), out, out), bell=False).tell(Countdown(3, "lead"), a_session(timed(30)))

    assert out.getvalue() == ""


def test_lines_tell_the_stages_and_leave_out_the_rest():
    session = a_session(timed(60), timed(60), started_at=None)
    out = Screen()
    lines = PlainLines(Terminal(Screen(), out, Screen()))

    for second in range(180):
        for event in session.advance(at(second)):
            lines.tell(event, session)
        lines.draw(session, "", "")

    printed = out.getvalue().splitlines()
    assert printed[0] == "Get ready, 15 s: Exercise 0, set 1 of 1, left"
    assert printed[1] == "Go: Exercise 0, set 1 of 1, left, 60 s"
    assert printed[2].startswith("saved ")
    assert printed[2].endswith(" exercise_0 set 1 left 60")
    assert printed[3] == "Change side, 10 s: Exercise 0, set 1 of 1, right"
    assert line_of(Countdown(3, "work"), session) == ""


def test_one_repetition_is_not_two():
    session = a_session(counted(1))

    assert line_of(session.skip(at(101))[0], session) == "Go: Exercise 0, set 1 of 1, left, 1 repetition"


def test_numbers_and_times_read_well():
    assert [number(value) for value in (25, 25.0, 12.5, 0.3333333, 0)] == ["25", "25", "12.5", "0.333", "0"]
    assert [clock(value) for value in (0, 0.1, 59.5, 60, 60.1, 671)] == ["0", "1", "60", "60", "1:01", "11:11"]
    assert visible("Zoë\n\u200f\x9b\u200d日本 👋") == "Zoë\N{SYMBOL FOR LINE FEED}\ufffd\ufffd\u200d日本 👋"


def test_keys_are_told_apart():
    assert pressed(b"N \x1b[C\x1b[D\x1bOC\x1b[5~\x1b[6~\x1b[H\r\x7f") == [
        "n", " ", "right", "left", "right", "page-up", "page-down", "home", "enter", "rubout",
    ]  # fmt: skip
    assert pressed(b"\x1b") == ["escape"]
    assert pressed(b"\x1b[15~\xc3\xa4q") == ["q"]


def test_a_terminal_gives_its_keys_and_gets_its_ways_back():
    ours, theirs = a_terminal()
    before = termios.tcgetattr(theirs)

    with os.fdopen(theirs, "r", closefd=False) as stdin, PressedKeys(stdin) as keys:
        assert not termios.tcgetattr(theirs)[3] & termios.ICANON
        os.write(ours, b"nb")
        assert [keys.read(2.0), keys.read(0.0), keys.read(0.0)] == ["n", "b", ""]

    assert termios.tcgetattr(theirs)[3] == before[3]
    os.close(theirs)
    os.close(ours)


def test_a_terminal_that_was_closed_is_a_hang_up():
    ours, theirs = a_terminal()

    with os.fdopen(theirs, "r") as stdin, PressedKeys(stdin) as keys:
        os.close(ours)
        assert keys.read(2.0) == HANG_UP


def test_nobody_presses_nothing(monkeypatch):
    monkeypatch.setattr(Event, "wait", lambda _event, timeout: timeout)

    assert NoKeys().read(0.05) == ""
    with keys_of(Terminal(io.StringIO(), io.StringIO(), io.StringIO())) as keys:
        assert isinstance(keys, NoKeys)
    assert isinstance(keys_of(this := FakeTerminalOfAFile()), PressedKeys), this


class FakeTerminalOfAFile:
    answers = True
    stdin = sys.__stdin__


def test_what_the_terminal_cannot_spell_is_replaced(monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    monkeypatch.setattr(sys, "stderr", io.StringIO())

    this_terminal().say("2 × 25 s")

    assert raw.getvalue() == b"2 ? 25 s\n"


class Mode:
    def __init__(self, *, active: bool) -> None:
        self.active = active

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        return None


@pytest.mark.parametrize(("active", "said"), [(True, ""), (False, NOT_ARRANGED)])
def test_whether_the_screen_stays_on_is_said(monkeypatch, active, said):
    wakepy = pytest.importorskip("wakepy")
    monkeypatch.setattr(wakepy.keep, "presenting", lambda **_: Mode(active=active))
    awake = StayAwake()
    awake._over.set()

    awake._hold()

    assert awake.note() == said


def test_without_wakepy_the_screen_may_go_dark(monkeypatch):
    monkeypatch.setitem(sys.modules, "wakepy", None)
    held = Event()
    awake = StayAwake()
    real = awake._hold
    monkeypatch.setattr(awake, "_hold", lambda: (real(), held.set()))

    with awake:
        assert held.wait(5)

    assert awake.note() == NOT_ARRANGED
