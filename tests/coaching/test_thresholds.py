"""The limits of a person: chosen from a file that may go, read by everything that judges, and put back."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

import kneecoach
from kneecoach.coaching import cautions, diary, play, returning, reviews, thresholds
from kneecoach.coaching.advice import advise, look_back, read_advised
from kneecoach.coaching.check_in import read_record, save_check_in
from kneecoach.coaching.stops import stops_of
from kneecoach.domain.advice.chosen import Chosen
from kneecoach.domain.advice.returning import STAGES
from kneecoach.domain.advice.stage_session import stage_routine
from kneecoach.domain.answered import Answered
from kneecoach.domain.check_in import Family
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.pain_gate import Gate, Zones
from kneecoach.domain.run import Run
from kneecoach.domain.screening import Verdict
from kneecoach.domain.timeline import by_zones, plan
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.exchange.thresholds import default_profile
from kneecoach.storage import people
from kneecoach.storage.glance import glance
from tests.builders import A_DAY, PERSON_ID, a_person, a_session_record, a_set_record
from tests.limits import NAME, with_limits

DAY = timedelta(days=1)
NOW = A_DAY + timedelta(hours=1)
PACKAGE = Path(kneecoach.__file__).parent
NO = tuple((family, False) for family in Family)
STRICT = "green_max=1 amber_max=3 rise=2"
EXERCISES = load_exercises()


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "rehab.toml"
    made.write_text(f'name = "{NAME}"\nmade_by = "A physio"\ngreen_max = 1\namber_max = 3\nrise = 2\n')
    return made


@pytest.fixture
def strict(store):
    thresholds.put(store, PERSON_ID, Chosen(with_limits(STRICT), NOW))
    return store


def in_force(store, person=PERSON_ID):
    with store.begin() as tx:
        return thresholds.profile_of(tx, person)


def a_run(pain, at=A_DAY, **more):
    return Run(uuid4(), at, 5_000, 1_800, pain_max=pain, **more)


def checked_in(store, pain):
    return save_check_in(store, PERSON_ID, Answered(pain=pain, answers=NO), A_DAY)[1]


def test_a_file_is_kept_whole_and_may_go(store, file):
    before = thresholds.choose(store, PERSON_ID, file, NOW)
    file.unlink()

    assert before is None
    assert in_force(store) == with_limits(STRICT, made_by="A physio")
    assert thresholds.chosen(store, PERSON_ID).at == NOW


def test_another_person_keeps_the_usual_ones(store, file):
    other = uuid4()
    with store.begin() as tx:
        people.add(tx, a_person(id=other))

    thresholds.choose(store, PERSON_ID, file, NOW)

    assert in_force(store, other) == in_force(store, None) == default_profile()


def test_what_was_chosen_before_comes_back_by_undo(store, file):
    first = Chosen(with_limits("rise=1"), NOW - DAY)
    thresholds.put(store, PERSON_ID, first)

    before = thresholds.choose(store, PERSON_ID, file, NOW)
    thresholds.put(store, PERSON_ID, before)

    assert thresholds.chosen(store, PERSON_ID) == first
    assert thresholds.put(store, PERSON_ID, None) == first
    assert in_force(store) == default_profile()


def test_a_file_with_the_usual_ones_goes_back_to_them(strict, tmp_path):
    file = tmp_path / "usual.toml"
    file.write_text('name = "KneeCoach"\n')

    thresholds.choose(strict, PERSON_ID, file, NOW)

    assert thresholds.chosen(strict, PERSON_ID) is None


def test_a_file_that_is_refused_changes_nothing(strict, file):
    file.write_text('name = "Loose"\namber_max = 8\n')

    with pytest.raises(InvalidInput, match="amber_max can be 1 to 5 of 10, and not 8"):
        thresholds.choose(strict, PERSON_ID, file, NOW)

    assert in_force(strict) == with_limits(STRICT)


def test_nobody_has_limits(store, file):
    with pytest.raises(InvalidInput, match="not kept here"):
        thresholds.choose(store, uuid4(), file, NOW)


def test_the_limits_that_hold_are_written_out_to_be_chosen_elsewhere(strict, tmp_path):
    file = tmp_path / "out.toml"

    thresholds.write_out(in_force(strict), file)
    thresholds.put(strict, PERSON_ID, None)
    thresholds.choose(strict, PERSON_ID, file, NOW)

    assert in_force(strict) == with_limits(STRICT)
    assert [one.name for one in thresholds.holding(strict, PERSON_ID).changed] == ["green_max", "amber_max", "rise"]


def test_where_no_file_can_be_that_is_said(tmp_path):
    with pytest.raises(InvalidInput, match=r"no such folder"):
        thresholds.write_out(default_profile(), tmp_path / "gone" / "out.toml")


# What judges, and how: by the usual limits, then by stricter ones


def the_rules(store):
    diary.log_run(store, PERSON_ID, a_run(2), NOW)
    return [one.rule for one in advise(store, PERSON_ID, NOW, EXERCISES) if one.rule == "R11"]


def what_was(store):
    diary.log_run(store, PERSON_ID, a_run(2, A_DAY - 3 * DAY, limp=False), NOW)
    diary.log_run(store, PERSON_ID, a_run(0, A_DAY - DAY, limp=False), NOW)
    past = look_back(read_advised(store, PERSON_ID, NOW, EXERCISES))
    return [one.finding.rule for one in past if one.finding.rule == "R11"]


def the_answer_to_a_run(store):
    run = a_run(4)
    diary.log_run(store, PERSON_ID, run, NOW)
    return ["stop" for one in cautions.of_its_pain(store, PERSON_ID, run, NOW) if one.startswith("No run until")]


def the_summary(store):
    sets = (a_set_record(0, exercise="front_lunge", pain=2),)
    return [one.rule for one in cautions.of_session(store, a_session_record(person=PERSON_ID, sets=sets), EXERCISES)]


def the_stops(store):
    diary.log_run(store, PERSON_ID, a_run(4), NOW)
    with store.begin() as tx:
        return [one.rule for one in stops_of(tx, PERSON_ID, NOW)]


def the_check_in(store):
    return ["calm"] if checked_in(store, 4).verdict is Verdict.CALM_ONLY else []


def the_player(store):
    checked_in(store, 0)
    timeline = plan(load_routines()["short-warm-up"], EXERCISES)
    with store.begin() as tx:
        person = people.current(tx)
    session = play.start(store, person, timeline, now=NOW)
    return ["red"] if session.timeline.zones.gate(4) is Gate.RED else []


def today(folder):
    return glance(folder, NOW).record.zones


def a_stage(store):
    checked_in(store, 2)
    found = returning.where(store, PERSON_ID, NOW)
    return [str(found.profile.green_max)] if found.profile.green_max < 2 else []


def the_week(store):
    found = reviews.look_back(store, PERSON_ID, A_DAY.date() - A_DAY.date().weekday() * DAY, NOW)
    return ["strict"] if found.profile.amber_max == 3 else []


READERS = (
    the_rules,
    what_was,
    the_answer_to_a_run,
    the_summary,
    the_stops,
    the_check_in,
    the_player,
    a_stage,
    the_week,
)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_everything_that_judges_reads_the_limits_of_the_person(store, reader):
    thresholds.put(store, PERSON_ID, Chosen(with_limits(STRICT), NOW))

    assert reader(store)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_without_limits_of_their_own_the_same_is_judged_by_the_usual_ones(store, reader):
    assert not reader(store)


def test_today_sees_the_zones_before_any_file_is_read(store, folder):
    usual = today(folder)
    thresholds.put(store, PERSON_ID, Chosen(with_limits(STRICT), NOW))

    assert usual == Zones()
    assert today(folder) == read_record(store, PERSON_ID).zones == Zones(1, 3, 2, NAME)


def test_a_check_in_names_whose_limits_refuse_it(strict):
    said = checked_in(strict, 4)

    assert said.words.startswith("You gave pain 4 of 10. A run needs 1 or less, a warm-up 3 or less.")
    assert said.words.endswith(f"Limits: “{NAME}”.")


def test_the_parts_of_a_stage_name_the_pain_of_the_limits():
    timeline = by_zones(plan(stage_routine(STAGES[1]), EXERCISES), Zones(1, 3, 2))

    steps = {step for planned in timeline.sets for step in planned.exercise.steps}
    assert "Pain of 2 to 3: say so and walk, and go on only if it falls to 1 or less." in steps
    assert "Pain above 3, or a limp: stop, and walk home." in steps
    assert "Pain above 1, or a limp: no run today." in steps


def test_red_flags_stand_whatever_the_limits(store):
    loose = replace(with_limits("green_max=3"), name="Loose")
    thresholds.put(store, PERSON_ID, Chosen(loose, NOW))

    said = checked_in(store, 7)

    assert said.verdict is Verdict.CALM_ONLY
    assert advise(store, PERSON_ID, NOW, EXERCISES)[0].rule == "R08"


def test_nobody_else_asks_for_the_usual_limits():
    asking = {
        file.relative_to(PACKAGE).as_posix()
        for file in PACKAGE.rglob("*.py")
        if "default_profile" in file.read_text(encoding="utf-8")
    }

    assert asking == {"coaching/thresholds.py", "exchange/thresholds.py"}
