"""`kneecoach return` and `start return`: today's stage, why it is that one, and its timer without a window."""

import json
from contextlib import closing

import pytest

from kneecoach.coaching import returning
from kneecoach.domain.advice.returning import STAGES
from kneecoach.storage import people, runs
from kneecoach.storage.database import open_store
from kneecoach.terminal.returning import AN_HOUR_LATER, HOW_TO_START

NO_TO_ALL = "n\n" * 5


def document(desk, *typed):
    assert desk.run("return", "--json", *typed) == 0
    return json.loads(desk.out)


def a_time(desk, day, stage, *said):
    """A run of that morning that was a time at the stage, all of it clean unless said otherwise."""
    known = ("--pain-before", "0", "--pain", "1", "--pain-60", "0", "--no-limp", "--no-stopped-early")
    desk.run("log", "run", "2", "--minutes", "30", *known, *said, "--at", f"2026-11-{day:02}T08:00")
    with closing(open_store(desk.folder)) as store:
        with store.begin() as tx:
            person = people.current(tx)
            run = runs.last_run(tx, person.id)
        returning.adopt(store, person.id, run, STAGES[stage])


def the_run(desk):
    with closing(open_store(desk.folder)) as store, store.begin() as tx:
        return runs.last_run(tx, people.current(tx).id)


def test_whoever_never_began_is_told_to_begin_with_walking(desk):
    assert desk.run("return") == 0

    assert "Stage 0 of 6: 30 minutes of brisk walking, effort up to 3." in desk.out
    assert HOW_TO_START in desk.out


def test_json_says_what_was_read_and_what_is_not_known(desk):
    a_time(desk, 19, 0)

    found = document(desk)

    assert (found["rule"], found["stage"]["number"], found["step"]) == ("R25", 0, "repeat")
    assert (found["ready"], found["runs_left"], found["clean"]) == (True, 3, 0)
    assert found["entries"] == [found["attempts"][0]["run"]]
    assert found["attempts"][0]["morning"] is None
    assert {one["name"]: one["met"] for one in found["conditions"]}["No swelling, no limp"] is None
    assert found["stopped_by"] is None


def test_a_day_before_is_judged_by_what_was_known_then(desk):
    a_time(desk, 19, 0)

    assert document(desk, "--on", "2026-11-18")["step"] == "begin"
    assert document(desk, "--on", "2026-11-20")["ready"] is False


def test_a_day_of_rest_is_told_with_the_day_from_which_it_may_be(desk):
    a_time(desk, 20, 0)
    desk.run("return")

    assert "No run today. A day off since the last run: not yet (20 November)." in desk.out
    assert "Stage 0 may be done on 22 November at the earliest." in desk.out


def test_a_red_flag_is_told_alone(desk):
    desk.run("log", "flag", "swollen")

    assert desk.run("return") == 0
    assert desk.out.startswith("Calm-down day only.")
    assert "Stage" not in desk.out
    found = document(desk)
    assert (found["stage"], found["text"], found["ready"]) == (None, None, False)
    assert found["stopped_by"]["title"].startswith("Calm-down day only.")


A_LITTLE = ("n", 12.0, "n")
"""Past the get-ready, and on before the half hour is over."""


def test_how_it_was_is_asked_after_it_and_kept_with_the_run(seat):
    assert seat.run("start", "return", "--terminal", typed="1\n" + NO_TO_ALL + "1\n2\nn\nn\n", keys=A_LITTLE) == 0

    assert AN_HOUR_LATER in seat.out
    run = the_run(seat)
    assert (run.pain_before, run.pain_max, run.limp, run.painkiller, run.stopped_early) == (1, 2, False, False, True)
    assert document(seat)["attempts"][0]["run"] == str(run.id)


def test_whoever_goes_away_at_the_questions_has_a_run_with_what_is_known(seat):
    seat.run("start", "return", "--terminal", typed="1\n" + NO_TO_ALL + "1\n", keys=A_LITTLE)

    assert (the_run(seat).pain_max, the_run(seat).limp) == (None, None)


def test_with_nobody_to_answer_it_is_led_to_its_end_and_nothing_is_asked(desk):
    desk.introduce()

    assert desk.run("start", "return", "--terminal", "--pain-before", "1") == 0
    run = the_run(desk)
    assert (run.seconds, run.stopped_early, run.limp) == (1_800, False, None)


def test_a_rehearsal_is_asked_nothing_and_kept_as_no_run(seat):
    seat.run("start", "return", "--terminal", "--speed", "60", typed="1\n" + NO_TO_ALL + "1\n")

    assert the_run(seat) is None


@pytest.mark.parametrize("other", [("--pain", "1"), ("--pain", "7")])
def test_what_is_not_due_is_refused_with_a_sentence(seat, other):
    seat.run("log", "run", "5", *other, "--at", "2026-11-20T08:00")

    assert seat.run("start", "return", "--terminal", typed="1\n" + NO_TO_ALL) == 2
    assert "since the last run: not yet" in seat.err


def test_a_diary_that_is_taken_to_another_computer_takes_the_stages_along(desk, tmp_path):
    a_time(desk, 17, 0)
    a_time(desk, 19, 0)
    before = document(desk)
    file = str(tmp_path / "diary.json")
    assert desk.run("export", "diary", "--to", file) == 0

    desk.folder = tmp_path / "another"
    assert desk.run("import", file) == 0
    assert document(desk)["attempts"] == before["attempts"]


def test_swelling_that_nobody_said_was_gone_begins_no_stage(seat):
    seat.run(
        "log",
        "run",
        "3",
        "--minutes",
        "20",
        "--pain",
        "1",
        "--pain-before",
        "1",
        "--no-limp",
        "--at",
        "2026-11-17T08:00",
    )
    seat.run("log", "morning", "1", "--swelling", "little", "--at", "2026-11-18T07:00")

    assert document(seat, "--on", "2026-11-18")["from"] == "2026-11-21"
    assert document(seat)["ready"] is False
    seat.run("return")
    assert "Rest until there has been no swelling for 48 hours." in seat.out
    assert HOW_TO_START not in seat.out
    assert seat.run("start", "return", "--terminal", typed="1\n" + NO_TO_ALL) == 2
    assert "Rest until there has been no swelling for 48 hours." in seat.err


def test_none_for_two_days_lets_the_stage_begin_again(desk):
    desk.run("log", "run", "3", "--pain", "1", "--pain-before", "1", "--no-limp", "--at", "2026-11-16T08:00")
    desk.run("log", "morning", "1", "--swelling", "little", "--at", "2026-11-17T07:00")
    desk.run("log", "morning", "1", "--swelling", "none", "--at", "2026-11-18T07:00")
    assert (document(desk)["ready"], document(desk)["stops"]) == (False, [])

    desk.run("log", "morning", "1", "--swelling", "none", "--at", "2026-11-20T07:00")

    assert document(desk)["ready"] is True
