"""What is said back when a run is logged: R11, R12 and R14 of that run, and red flags before all of them."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from kneecoach.coaching import diary, people
from kneecoach.coaching.cautions import ASK_LATER, of_its_pain, of_session, said_back
from kneecoach.coaching.check_in import note_flags, save_check_in
from kneecoach.domain.answered import Answered
from kneecoach.domain.check_in import Family
from kneecoach.domain.finding import Level
from kneecoach.domain.flag import Flag
from kneecoach.domain.ice import Ice
from kneecoach.domain.pain import PainEntry, PainPhase, Quality
from kneecoach.domain.person import Units
from kneecoach.domain.run import Run
from kneecoach.exchange.catalogue import load_exercises
from kneecoach.storage import diary as diary_table
from kneecoach.storage import people as people_table
from tests.builders import A_DAY, PERSON_ID, a_session_record, a_set_record

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
FIRST = {"green": "", "amber": "Make the next run easier", "stop": "No run until it has settled"}
LONGER = "A longer run than in the last month"


def a_run(metres=5_000, at=A_DAY, **more):
    return Run(uuid4(), at, metres, 1_800 if metres <= 10_000 else None, **more)


def logged(store, run, now=A_DAY + HOUR):
    return diary.log_run(store, PERSON_ID, run, now)


def said(store, run, now=A_DAY + HOUR):
    return of_its_pain(store, PERSON_ID, logged(store, run, now), now)


def titles(sentences):
    return [one.split(".")[0] for one in sentences]


@pytest.mark.parametrize(
    ("pain", "limp", "level"),
    [
        (2, False, "green"),
        (3, False, "amber"),
        (5, None, "amber"),
        (6, False, "stop"),
        (2, True, "stop"),
        (None, True, "stop"),
        (None, None, "green"),
    ],
)
def test_the_pain_of_a_run_and_a_limp_are_answered_at_once(store, pain, limp, level):
    found = titles(said(store, a_run(pain_max=pain, limp=limp)))

    assert (FIRST[level] in found) == (level != "green")
    assert len({*found} & {*FIRST.values()} - {""}) == (level != "green")


@pytest.mark.parametrize(("later", "speaks"), [(1, False), (2, True), (None, False)])
def test_an_hour_above_the_start_is_told_and_an_hour_that_was_not_said_is_asked_for(store, later, speaks):
    found = said(store, a_run(pain_before=1, pain_60=later))

    assert ("Make the next run shorter or easier" in titles(found)) == speaks
    assert (ASK_LATER in found) == (later is None)


@pytest.mark.parametrize(("hours", "asked"), [(2.4, True), (2.6, False)])
def test_the_hour_is_asked_for_while_it_can_be_answered(store, hours, asked):
    found = said(store, a_run(pain_before=1), A_DAY + hours * HOUR)

    assert (ASK_LATER in found) == asked


@pytest.mark.parametrize(
    ("metres", "times"),
    [(11_000, ""), (11_100, "1.6"), (13_000, "1.6"), (13_100, "1.5"), (20_000, "1.5"), (20_100, "2.3")],
)
def test_a_longer_run_than_in_the_last_month_is_told_with_the_distance_to_keep_to(store, metres, times):
    logged(store, a_run(10_000, A_DAY - 30 * DAY))
    logged(store, a_run(40_000, A_DAY - 31 * DAY))

    found = said(store, a_run(metres))

    assert titles(found) == ([LONGER] if times else [])
    assert all(f"about {times} times as likely" in one and "Keep the next one to 11.0 km." in one for one in found)


def test_a_run_of_a_past_day_is_measured_by_the_days_before_it(store):
    logged(store, a_run(20_000, A_DAY - DAY))
    logged(store, a_run(8_000, A_DAY - 9 * DAY))

    assert titles(said(store, a_run(10_000, A_DAY - 5 * DAY))) == [LONGER]


def test_a_first_run_is_no_caution_and_a_longer_one_of_the_same_day_takes_nothing_from_it(store):
    assert said(store, a_run(10_000)) == ()
    logged(store, a_run(4_000, A_DAY - DAY))

    assert titles(said(store, a_run(5_000, A_DAY + HOUR / 2))) == [LONGER]


def test_distances_are_told_in_the_units_of_the_person(store):
    person = people_table_person(store)
    people.change_person(store, person.id, units=Units.MILES)
    logged(store, a_run(10_000, A_DAY - DAY))

    (longer,) = said(store, a_run(16_100))

    assert "You logged 10.0 miles" in longer
    assert "km" not in longer


def people_table_person(store):
    with store.begin() as tx:
        return people_table.person(tx, PERSON_ID)


def test_what_leaves_only_a_calm_day_is_said_before_what_is_said_of_training(store):
    found = titles(said(store, a_run(pain_max=6, pain_before=1, pain_60=4)))

    assert found == ["Calm-down day only", "No run until it has settled", "Make the next run shorter or easier"]


def test_under_a_red_flag_nothing_is_said_of_training_but_to_stop(store):
    note_flags(store, PERSON_ID, [Flag.SWOLLEN], A_DAY)
    logged(store, a_run(4_000, A_DAY - DAY))

    calm = titles(said(store, a_run(9_000, pain_max=4, pain_before=1, pain_60=3)))
    whole = said(store, replace(a_run(9_000, A_DAY + HOUR / 4), limp=True))

    assert calm == ["Calm-down day only"]
    assert "run-walk" not in " ".join(whole)
    assert titles(whole) == ["Calm-down day only", "No run until it has settled"]


def test_the_terminal_hears_of_ice_first(store):
    run = logged(store, a_run(limp=True))

    assert titles(said_back(store, PERSON_ID, run, A_DAY + HOUR)) == ["No run until it has settled"]


def a_session(pains, pain_before=1, **more):
    sets = tuple(a_set_record(index, id=uuid4(), exercise=name, pain=pain) for index, (name, pain) in enumerate(pains))
    return a_session_record(person=PERSON_ID, pain_before=pain_before, sets=sets, started_at=A_DAY, **more)


@pytest.mark.parametrize(
    ("pain", "title"),
    [(2, None), (3, "Less of this exercise"), (4, "Leave this exercise out"), (6, "Leave this exercise out")],
)
def test_after_a_session_the_exercise_that_hurt_is_named(store, pain, title):
    found = of_session(store, a_session([("front_lunge", pain)]), load_exercises())

    assert [one.title for one in found] == ([title] if title else [])
    assert all("in Front lunge" in one.text for one in found)


def test_after_a_session_every_exercise_that_hurt_is_named(store):
    session = a_session([("lateral_walk", 4), ("adductor_stretch", 4), ("squat", 6), ("front_lunge", 1)])

    found = [one for one in of_session(store, session, load_exercises()) if one.rule == "R10"]

    assert [one.level for one in found] == sorted((one.level for one in found), reverse=True)
    assert {dict(one.values)["exercise"] for one in found} == {
        load_exercises()[name].name for name in ("lateral_walk", "adductor_stretch", "squat")
    }
    assert all(dict(one.values)["exercise"] in one.text for one in found)
    assert [one.text.endswith("The same goes for it.") for one in found].count(True) >= 1


def test_sharp_pain_is_read_from_what_was_kept_beside_it(store):
    session = a_session([("front_lunge", 2)])
    with store.begin() as tx:
        sharp = PainEntry(uuid4(), A_DAY, 2, phase=PainPhase.EXERCISE, qualities=(Quality.SHARP,), of=session.id)
        diary_table.add_pain(tx, PERSON_ID, sharp)

    assert [one.level for one in of_session(store, session, load_exercises())] == [Level.STOP]


def test_a_sore_roll_is_told_after_what_stops(store):
    session = a_session([("adductor_roll", 6), ("front_lunge", 0)])

    assert [one.rule for one in of_session(store, session, load_exercises())] == ["R10", "R22"]


def test_of_a_rehearsal_nothing_is_said(store):
    assert of_session(store, a_session([("front_lunge", 8)], rehearsal=True), load_exercises()) == ()


def test_less_than_the_check_in_allowed_is_said_after_what_is_said_of_the_run(store):
    no = tuple((family, False) for family in Family)
    save_check_in(store, PERSON_ID, Answered(1, no), A_DAY)

    assert titles(said(store, a_run(pain_max=4))) == ["Make the next run easier", "Go easier today"]


def test_ice_is_answered_by_its_own_rule(store):
    ice = Ice(uuid4(), A_DAY, 20, cloth=False)
    diary.log_ice(store, PERSON_ID, ice, A_DAY + HOUR)

    assert titles(said_back(store, PERSON_ID, ice, A_DAY + HOUR)) == ["Ice on bare skin"]


def test_shortly_only_the_gravest_is_said_whole(store):
    logged(store, a_run(4_000, A_DAY - DAY))
    run = logged(store, a_run(9_000, limp=True, pain_before=1, pain_60=3))

    short = of_its_pain(store, PERSON_ID, run, A_DAY + HOUR, short=True)

    assert titles(short) == titles(of_its_pain(store, PERSON_ID, run, A_DAY + HOUR))
    assert short[-2:] == ("Make the next run shorter or easier.", "A longer run than in the last month.")
    assert any("begin with a short run-walk" in one for one in short)
