"""A red flag speaks wherever it was entered, hides every hint for training, and is closed only by its answer."""

from dataclasses import replace
from datetime import timedelta
from functools import cache
from uuid import uuid4

import pytest

from kneecoach.coaching import answers, diary, mornings, people, play
from kneecoach.coaching.advice import advise
from kneecoach.coaching.check_in import answer_flag, note_flags, read_record, save_check_in
from kneecoach.domain.advice.engine import is_red
from kneecoach.domain.answered import Answered
from kneecoach.domain.check_in import Family
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Closed, Closing, Flag, Injury, Mechanism
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.once import OnceAnswer
from kneecoach.domain.pain import Amount, PainEntry, PainPhase, PainSize, Symptom, Tenderness
from kneecoach.domain.run import Run
from kneecoach.exchange.catalogue import load_exercises
from tests.builders import A_DAY, PERSON_ID, a_person, at
from tests.coaching.stories import begun

NOW = A_DAY + timedelta(hours=3)
LATER = NOW + timedelta(days=1)
NO = tuple((family, False) for family in Family)


EXERCISES = cache(load_exercises)


def said(store, now=NOW):
    return advise(store, PERSON_ID, now, EXERCISES())


def rules(store, now=NOW):
    return {one.rule for one in said(store, now)}


def a_pain(score, **more):
    return PainEntry(uuid4(), A_DAY, score, **more)


def check_in(store, *, pain=1, ticked=(), family=Family.WEIGHT):
    told = tuple((one, bool(ticked) and one is family) for one, _ in NO)
    save_check_in(store, PERSON_ID, Answered(pain, told, ticked), A_DAY)


def morning(store, days=0, **more):
    when = A_DAY - timedelta(days=days)
    mornings.answer(store, PERSON_ID, MorningCheck(uuid4(), when.date(), when, 1, **more), NOW)


def nights(store):
    for days in range(3):
        when = A_DAY - timedelta(days=days)
        check = MorningCheck(uuid4(), when.date(), when, 1, night=True)
        mornings.answer(store, PERSON_ID, check, NOW, night_score=5)


def in_the_player(store):
    session = begun(store)
    play.keep(store, session, session.say_pain(at(101), 8), A_DAY)


def over_bone(store):
    more = {"size": PainSize.FINGERTIP, "tenderness": Tenderness.CLEAR, "phase": PainPhase.WALKING}
    diary.log_pain(store, PERSON_ID, a_pain(3, side=Side.LEFT, regions=("medial_tibial_plateau",), **more), NOW)


def first_run(store):
    people.introduce(store, a_person(), {Flag.CONSTANT_PAIN: True}, A_DAY)


def an_injury(store, **more):
    diary.log_injury(store, PERSON_ID, Injury(uuid4(), A_DAY, A_DAY, Mechanism.TWIST, **more), A_DAY)


PLACES = {
    "a chip of the check-in": (lambda store: check_in(store, ticked=(Flag.GIVES_WAY,)), "R05"),
    "the pain of the check-in": (lambda store: check_in(store, pain=7), "R08"),
    "a sign in the diary": (lambda store: note_flags(store, PERSON_ID, (Flag.LOCKED,), A_DAY), "R04"),
    "an emergency in the diary": (lambda store: note_flags(store, PERSON_ID, (Flag.DEFORMITY,), A_DAY), "R01"),
    "a symptom of a pain entry": (
        lambda store: diary.log_pain(store, PERSON_ID, a_pain(2, symptoms=(Symptom.GIVES_WAY,)), NOW),
        "R05",
    ),
    "a symptom that no rule reads": (
        lambda store: diary.log_pain(store, PERSON_ID, a_pain(2, symptoms=(Symptom.HARD_TO_BEAR_WEIGHT,)), NOW),
        "FLAG",
    ),
    "the score of a pain entry": (lambda store: diary.log_pain(store, PERSON_ID, a_pain(7), NOW), "R08"),
    "the swelling of a pain entry": (
        lambda store: diary.log_pain(store, PERSON_ID, a_pain(2, swelling=Amount.CLEAR), NOW),
        "R09",
    ),
    "a place over bone": (over_bone, "R07"),
    "an injury with its signs not asked": (an_injury, "R04"),
    "an injury with a pop": (
        lambda store: an_injury(store, pop=True, snap=False, bruise=False, fast_swelling=False),
        "R05",
    ),
    "the swelling of a morning": (lambda store: morning(store, swelling=Amount.CLEAR), "R09"),
    "the nights of three mornings": (nights, "R06"),
    "the first run": (first_run, "R06"),
    "a question asked once": (
        lambda store: people.answer_once(store, PERSON_ID, OnceAnswer(Flag.NEW_LUMP, True, A_DAY)),
        "R06",
    ),
    "the player": (in_the_player, "R08"),
}


@pytest.fixture
def running(store):
    """Someone whose last run was much longer than the one before: a hint for training is shown."""
    for days, metres in ((4, 5_000), (1, 9_000)):
        run = Run(uuid4(), A_DAY - timedelta(days=days), metres)
        diary.log_run(store, PERSON_ID, run, A_DAY)
    assert rules(store) == {"R14"}
    return store


@pytest.mark.parametrize("place", PLACES)
def test_wherever_it_was_entered_it_speaks_and_hides_every_hint(running, place):
    enter, rule = PLACES[place]

    enter(running)

    assert rule in rules(running)
    assert "R14" not in rules(running)
    assert "R14" not in rules(running, NOW + timedelta(days=5))
    assert any(is_red(one) for one in said(running, NOW + timedelta(days=300)))


def the_sign(store):
    return read_record(store, PERSON_ID).flags[0]


def closed(how, when=LATER):
    return Closed(how, when.date())


WAYS = {
    "gone, in the diary": lambda store: answers.answer(store, the_sign(store), closed(Closing.GONE)),
    "seen, in the diary": lambda store: answers.answer(store, the_sign(store), closed(Closing.SEEN)),
    "a mistake, in the diary": lambda store: answers.answer(store, the_sign(store), closed(Closing.MISTAKE)),
    "gone, by its name": lambda store: answer_flag(store, PERSON_ID, the_sign(store).id, closed(Closing.GONE), LATER),
    "seen, by its name": lambda store: answer_flag(store, PERSON_ID, the_sign(store).id, closed(Closing.SEEN), LATER),
    "gone, at the check-in": lambda store: save_check_in(
        store, PERSON_ID, Answered(1, NO, closings=((the_sign(store).id, closed(Closing.GONE)),)), LATER
    ),
    "seen, at the check-in": lambda store: save_check_in(
        store, PERSON_ID, Answered(1, NO, closings=((the_sign(store).id, closed(Closing.SEEN)),)), LATER
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_each_answer_closes_it_and_the_hints_are_back(running, way):
    note_flags(running, PERSON_ID, (Flag.LOCKED,), A_DAY)

    WAYS[way](running)

    assert "R04" not in rules(running, LATER)
    assert "R14" in rules(running, LATER)


def test_an_answer_taken_back_opens_it_again(running):
    note_flags(running, PERSON_ID, (Flag.LOCKED,), A_DAY)
    sign = the_sign(running)
    answers.answer(running, sign, closed(Closing.GONE))

    answers.take_back(running, sign)

    assert rules(running, LATER) == {"R04"}


def test_a_no_to_its_family_closes_nothing(running):
    note_flags(running, PERSON_ID, (Flag.LOCKED,), A_DAY)

    save_check_in(running, PERSON_ID, Answered(0, NO), LATER)

    assert rules(running, LATER) == {"R04"}


def test_an_emergency_is_never_gone(running):
    note_flags(running, PERSON_ID, (Flag.DEFORMITY,), A_DAY)

    with pytest.raises(InvalidInput):
        answers.answer(running, the_sign(running), closed(Closing.GONE))

    assert "R01" in rules(running, LATER)


@pytest.mark.parametrize("how", [Closing.GONE, Closing.SEEN, Closing.MISTAKE])
def test_an_injury_is_closed_by_its_answer(running, how):
    an_injury(running)
    injury = read_record(running, PERSON_ID).injuries[0]
    assert {"R03", "R04", "R05"} & rules(running, LATER)

    answers.answer(running, injury, closed(how))

    assert not {"R03", "R04", "R05"} & rules(running, LATER)


def test_on_a_day_before_its_answer_it_was_still_open(running):
    note_flags(running, PERSON_ID, (Flag.LOCKED,), A_DAY)
    answers.answer(running, the_sign(running), closed(Closing.GONE, LATER + timedelta(days=3)))

    assert "R04" in rules(running, LATER)
    assert "R04" not in rules(running, LATER + timedelta(days=3))


def test_a_corrected_score_is_the_one_that_counts(running):
    entry = diary.log_pain(running, PERSON_ID, a_pain(8), NOW)
    diary.change_pain(running, PERSON_ID, replace(entry, score=2), NOW)

    assert "R08" not in rules(running)
