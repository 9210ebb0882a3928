"""The commands as they are typed: what they print, what they refuse, and how they end."""

import json
from uuid import UUID

import pytest
from rich.text import Text

from tests.terminal.stand_ins import Desk

REHEARSE = ("start", "--terminal", "--speed", "60", "--pain-before", "2", "--pain-after", "1")
EXERCISES = ["adductor_roll", "adductor_stretch", "lateral_walk", "front_lunge"]


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path / "data")


def test_a_rehearsed_warm_up_is_on_record_as_it_was_prescribed(desk):
    assert desk.run(*REHEARSE) == 0
    assert desk.run("sessions", "--json") == 0

    (session,) = json.loads(desk.out)
    assert (session["status"], session["rehearsal"]) == ("completed", True)
    assert (session["pain_before"], session["pain_after"]) == (2, 1)
    assert list(dict.fromkeys(done["exercise"] for done in session["sets"])) == EXERCISES
    done = [(s["exercise"], s["number"], s["side"], s["reps"], s["seconds"], s["status"]) for s in session["sets"]]
    assert done[:2] == [
        ("adductor_roll", 1, "left", None, 60, "done"),
        ("adductor_roll", 1, "right", None, 60, "done"),
    ]
    assert done[-1] == ("front_lunge", 2, "right", 10, 35, "done")
    assert len(done) == 14


def test_a_session_document_has_exactly_the_promised_fields(desk):
    desk.run(*REHEARSE)
    desk.run("sessions", "--json")

    (session,) = json.loads(desk.out)
    assert list(session) == [
        "id", "person", "routine", "started_at", "ended_at", "status", "rehearsal", "check_in", "pain_before",
        "pain_after", "sets",
    ]  # fmt: skip
    assert list(session["sets"][0]) == ["id", "exercise", "number", "side", "reps", "seconds", "status", "pain"]
    assert session["check_in"]["asked"] is False
    assert session["started_at"] == "2026-11-21T17:20:00+00:00"


def test_start_with_json_prints_the_session_and_nothing_else(desk):
    assert desk.run(*REHEARSE, "--json") == 0

    assert json.loads(desk.out)["status"] == "completed"
    assert desk.err.count("saved ") == 14


def test_routines_and_exercises_print_their_documents(desk):
    desk.run("routines", "--json")
    warm_up = json.loads(desk.out)[0]
    desk.run("--json", "exercises")
    walk = json.loads(desk.out)[2]

    assert (warm_up["id"], warm_up["minutes"], warm_up["version"]) == ("warm-up", 12, 1)
    assert warm_up["items"][0]["dosage"] == {
        "sets": 1,
        "seconds": 60,
        "tempo": [{"phase": "out", "s": 3}, {"phase": "back", "s": 3}],
        "rest_s": 40,
        "sides": "each",
    }
    assert list(walk) == [
        "id", "code", "name", "muscles", "equipment", "sides", "movement", "dosage", "source",
    ]  # fmt: skip
    assert walk["dosage"]["tempo"][1] == {"phase": "hold", "s": 0.3}


def test_lists_in_a_pipe_are_plain_columns(desk):
    desk.run("routines")
    assert desk.out.splitlines()[1] == (
        "warm-up          Inner-knee warm-up  12 min  Foam roll, Adductor stretch, Tube walk, Front lunge"
    )
    assert len(desk.out.splitlines()) == 1 + 5

    desk.run("exercises")
    assert desk.out.splitlines()[1].startswith("E01   adductor_roll")
    assert desk.out.splitlines()[-1].startswith("      walking_lunge")
    assert len(desk.out.splitlines()) == 1 + 25


def test_every_exercise_says_that_it_can_be_shown(desk):
    desk.run("exercises", "--json")

    assert [one["movement"] for one in json.loads(desk.out)] == [True] * 25


def test_lists_on_a_terminal_fit_eighty_columns(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    seat = Desk(tmp_path / "data", tty=True)

    for name in ("routines", "exercises"):
        assert seat.run(name) == 0
        printed = Text.from_ansi(seat.out).plain
        assert "Front lunge" in printed
        assert max(len(line.rstrip()) for line in printed.splitlines()) <= 80


def test_sessions_lists_what_was_played_and_since_when(desk):
    assert desk.run("sessions") == 0
    assert desk.out == "No sessions yet. `kneecoach start` plays the warm-up.\n"

    desk.run(*REHEARSE)
    desk.run("sessions", "--since", "2026-11-21")
    assert "2026-11-21 17:20  Inner-knee warm-up  completed, rehearsal  14 of 14   2 to 1" in desk.out

    desk.run("sessions", "--since", "2026-11-22", "--json")
    assert json.loads(desk.out) == []


REFUSED = [
    (["start", "--terminal", "--pain-before", "11"], "Pain is a whole number from 0 to 10."),
    (["start", "--terminal", "--pain-before", "-1"], "Pain is a whole number from 0 to 10."),
    (["start", "--terminal", "--pain-after", "2.5"], "Pain is a whole number from 0 to 10."),
    *[
        (["start", "--terminal", "--speed", speed], "The speed is more than 0 and at most 1000.")
        for speed in ("0", "-1", "nan", "inf", "1001", "fast")
    ],
    (
        ["start", "nope", "--terminal"],
        (
            "There is no routine called 'nope'. "
            "There are: warm-up, short-warm-up, strength-day, flexibility-day, calm-down."
        ),
    ),
    (["start", "calm-down", "--short", "--terminal"], "Only the warm-up has a short version."),
    (["start", "--terminal", "--resume"], "There is no unfinished session to go on with."),
    (["start", "--terminal", "--resume", "--discard"], "Argument --discard: not allowed with argument --resume."),
    (["start", "--first", "both"], "Argument --first: invalid choice: 'both'"),
    (["sessions", "--since", "yesterday"], "A day is written year first, such as 2026-11-21."),
    (["sessions", "--person", "Anna"], "There is nobody called Anna."),
    (["log", "flag", "swolen"], "There is no flag called swolen. There are: deformity, foot_cold_pale"),
    (["log", "flag", "swollen", "--at", "25:00"], "A time is written such as 07:30 for today"),
    (["log", "flag", "swollen", "--at", "18:00"], "That time is in the future."),
    (["log", "flag", "swollen", "--seen", "2026-11-22"], "That time is in the future."),
    (["log"], "The following arguments are required: ENTRY."),
    (["dance"], "Argument COMMAND: invalid choice: 'dance'"),
    (["routines", "--loud"], "Unrecognized arguments: --loud."),
    (["routines", "--data-dir", ""], "The data folder needs a name."),
]


@pytest.mark.parametrize(("typed", "sentence"), REFUSED, ids=[" ".join(typed) for typed, _ in REFUSED])
def test_what_cannot_be_meant_is_refused_in_one_sentence(desk, typed, sentence):
    assert desk.run(*typed) == 2

    assert desk.err.startswith(sentence)
    assert desk.err.count("\n") == 1
    assert desk.out == ""
    assert not desk.sessions()


def test_a_name_full_of_tricks_is_printed_as_text(desk):
    assert desk.run("sessions", "--person", "<b>\x1b[31mAnna\u202eXY\x7f") == 2

    assert desk.err == "There is nobody called <b>\N{SYMBOL FOR ESCAPE}[31mAnna\ufffdXY\N{SYMBOL FOR DELETE}.\n"


def test_a_person_is_named_by_name_or_id(desk):
    anna = desk.introduce(name="Anna")

    assert desk.run(*REHEARSE, "--person", "anna") == 0
    assert desk.run("sessions", "--json", "--person", str(anna.id)) == 0
    assert json.loads(desk.out)[0]["person"] == str(anna.id)


def test_two_people_of_one_name_need_an_id(desk):
    desk.introduce(name="Anna")
    desk.introduce(name="Anna", id=UUID(int=7))

    assert desk.run("sessions", "--person", "Anna") == 2
    assert desk.err == "Several people are called Anna: give the id of one.\n"
