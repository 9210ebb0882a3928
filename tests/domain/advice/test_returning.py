"""R25 beyond its vectors: unknown never moves on, and a warning counts at any stage."""

from dataclasses import replace
from uuid import uuid4

import pytest

from kneecoach.domain.advice.breaks import course
from kneecoach.domain.advice.engine import shown
from kneecoach.domain.advice.returning import OTHER_RUN, STAGES, Step, runs_left, standing
from kneecoach.domain.advice.stage_words import not_due_words, plan_words, return_finding, too_sore_words
from kneecoach.domain.finding import Level, Record
from kneecoach.domain.flag import Flag, FlagEntry
from kneecoach.domain.pain import Amount
from kneecoach.domain.red_flags import red_flags
from tests.domain.advice.logs import PROFILE, day, moment
from tests.domain.advice.test_vectors import clean

LAST = STAGES[-1].number


def test_the_stages_are_those_of_the_table():
    assert [(stage.total_min, stage.running_min, stage.effort_max) for stage in STAGES] == [
        (30, 0, 3),
        (15, 9, 3),
        (20, 12, 3),
        (18, 12, 4),
        (24, 16, 4),
        (25, 20, 5),
        (22, 22, 5),
    ]


@pytest.mark.parametrize("unknown", ["pain_before", "pain_max", "pain_60", "morning", "usual", "swelling", "limp"])
def test_what_was_not_said_never_moves_on(unknown):
    attempts = [replace(clean(number), **{unknown: None}) for number in range(0, 20, 2)]

    now = standing(attempts, day(30), PROFILE)

    assert (now.stage.number, now.step) == (0, Step.REPEAT)


def test_a_masked_attempt_never_moves_on():
    assert standing([clean(number, masked=True) for number in range(0, 20, 2)], day(30), PROFILE).stage.number == 0


@pytest.mark.parametrize(
    ("more", "stage", "step"),
    [
        ({"pain_max": 6}, 0, Step.BACK),
        ({"swelling": Amount.CLEAR}, 0, Step.BACK),
        ({"pain_max": 3}, 1, Step.HOLD),
        ({}, 1, Step.ADVANCE),
    ],
)
def test_a_stage_that_was_not_due_counts_for_what_it_warns_of_only(more, stage, step):
    now = standing((clean(0), clean(2), clean(4, 5, **more)), day(9), PROFILE)

    assert (now.stage.number, now.step) == (stage, step)


def test_a_stage_that_was_not_due_is_a_run_all_the_same():
    assert standing((clean(0), clean(2), clean(9, 5)), day(9), PROFILE).from_day == day(11)


def test_no_more_than_two_stages_in_seven_days():
    attempts = [clean(0), clean(2), clean(3, 1), clean(5, 1), clean(6, 2), clean(8, 2)]

    now = standing(attempts, day(9), PROFILE)
    week_on = standing([*attempts, clean(10, 2)], day(11), PROFILE)

    assert (now.stage.number, now.step) == (2, Step.REPEAT)
    assert (week_on.stage.number, week_on.step) == (3, Step.ADVANCE)


def test_no_more_than_four_runs_in_a_week():
    attempts = [clean(number, pain_60=2) for number in (0, 2, 4, 6)]

    assert standing(attempts, day(6), PROFILE).from_day == day(8)
    assert standing([*attempts[:3], clean(5, pain_60=2)], day(5), PROFILE).from_day == day(7)
    assert standing([clean(number, pain_60=2) for number in (2, 3, 4, 5)], day(5), PROFILE).from_day == day(9)


def test_the_last_stage_twice_clean_is_the_end():
    attempts, number = [], 0
    for stage in range(LAST + 1):
        attempts += [clean(number, stage), clean(number + 4, stage)]
        number += 8

    now = standing(attempts, day(number), PROFILE)

    assert (now.stage.number, now.step) == (LAST, Step.DONE)
    assert now.read == tuple(one.id for one in attempts[-2:])


def test_there_is_no_stage_before_the_first():
    assert standing((clean(0, limp=True),), day(9), PROFILE).stage.number == 0


TWO = (clean(0), clean(2))


def said(*attempts):
    return return_finding(standing(attempts, day(9), PROFILE), attempts, PROFILE)


@pytest.mark.parametrize(
    ("attempts", "key", "level", "text"),
    [
        ((), "R25.begin", Level.INFO, "no time at a stage yet. Begin with 30 minutes of brisk walking."),
        (TWO, "R25.advance", Level.INFO, "Next comes 3 times 3 minutes of running and 2 of walking."),
        ((clean(0),), "R25.repeat", Level.INFO, "You logged one clean time."),
        (
            (clean(0, morning=None, limp=None),),
            "R25.repeat",
            Level.INFO,
            "You logged a time. Not known yet: the next morning and a limp or none.",
        ),
        ((clean(0, masked=True),), "R25.repeat", Level.INFO, "You logged a time, after a painkiller."),
        ((clean(0, pain_max=4),), "R25.hold", Level.CAUTION, "You logged 4 of 10: more than planned."),
        ((clean(0, pain_max=4),), "R25.hold", Level.CAUTION, "Stay at stage 0, but shorter, and only"),
        ((*TWO, clean(4, 1, pain_max=4)), "R25.hold", Level.CAUTION, "stage 1, with shorter run parts, and only"),
        ((clean(0, pain_60=2),), "R25.hold", Level.CAUTION, "You logged 2 an hour later after 1 before:"),
        ((clean(0, morning=2),), "R25.hold", Level.CAUTION, "You logged 2 the next morning, above the usual:"),
        ((clean(0, pain_max=7),), "R25.back", Level.STOP, "You logged 7 of 10. Leave 48 hours without a run"),
        (
            (*TWO, clean(4, 1, swelling=Amount.LITTLE, limp=True)),
            "R25.back",
            Level.STOP,
            "You logged swelling and a limp.",
        ),
    ],
)
def test_it_says_what_decided(attempts, key, level, text):
    found = said(*attempts)

    assert (found.key, found.level) == (key, level)
    assert text in found.text


def test_the_end_says_what_comes_after():
    attempts = [clean(8 * stage + 4 * time, stage) for stage in range(LAST + 1) for time in (0, 1)]

    found = said(*attempts)

    assert found.key == "R25.done"
    assert found.entries == tuple(one.id for one in attempts[-2:])


def test_the_last_stage_is_run_without_walking():
    assert plan_words(STAGES[-1]) == "22 minutes of easy running"


def test_a_red_flag_hides_the_stage_but_not_the_step_back():
    red = red_flags(Record(flags=(FlagEntry(uuid4(), Flag.LOCKED, moment(0)),)), moment(0))
    on, back = said(*TWO), said(clean(0, pain_max=7))

    assert [one.rule for one in shown([*red, on])] == ["R04"]
    assert [one.rule for one in shown([*red, back])] == ["R04", "R25"]


@pytest.mark.parametrize(
    ("others", "today", "free"),
    [
        ((), 9, 9),
        ((9,), 9, 11),
        ((8,), 9, 10),
        ((7,), 9, 9),
        ((4, 5, 6), 9, 9),
        ((3, 4, 5, 6), 9, 10),
        ((6, 6, 6, 6), 9, 13),
        ((3, 4, 7, 9), 9, 11),
    ],
)
def test_other_runs_want_a_day_of_rest_and_are_among_those_of_the_week(others, today, free):
    now = standing((), day(today), PROFILE, [clean(other, OTHER_RUN) for other in others])

    assert now.from_day == day(free)


@pytest.mark.parametrize(
    ("runs", "left"),
    [((), 4), ((9,), 3), ((3, 4), 2), ((2, 3), 3), ((3, 5, 7, 9), 0), ((3, 5, 7, 7, 9), 0), ((10,), 4)],
)
def test_a_week_has_room_for_four_runs(runs, left):
    assert runs_left([(day(one),) for one in runs], day(9), PROFILE) == left


def test_after_the_end_only_a_warning_changes_anything():
    attempts = [clean(8 * stage + 4 * time, stage) for stage in range(LAST + 1) for time in (0, 1)]
    more = 8 * LAST + 8

    again = standing([*attempts, clean(more, LAST)], day(more + 4), PROFILE)
    unknown = standing([*attempts, clean(more, LAST, morning=None)], day(more + 4), PROFILE)
    sore = standing([*attempts, clean(more, LAST, pain_max=6)], day(more + 4), PROFILE)

    assert (again.step, unknown.step) == (Step.DONE, Step.DONE)
    assert (sore.step, sore.stage.number) == (Step.BACK, LAST - 1)


@pytest.mark.parametrize("whole", [None, False])
def test_a_stage_that_was_not_done_whole_never_moves_on(whole):
    assert standing([clean(number, whole=whole) for number in (0, 2)], day(9), PROFILE).step is Step.REPEAT


def test_a_time_without_a_day_of_rest_before_it_never_moves_on():
    assert standing([clean(0), clean(2, rested=False)], day(9), PROFILE).step is Step.REPEAT


@pytest.mark.parametrize(
    ("numbers", "runs", "today", "kept"),
    [
        ((0, 2), (), 16, (0, 2)),
        ((0, 2), (), 17, ()),
        ((0, 14), (), 15, (0, 14)),
        ((0, 15), (), 16, (15,)),
        ((0, 15), (7,), 16, (0, 15)),
        ((0, 2), (10, 20), 30, (0, 2)),
        ((), (1,), 9, ()),
    ],
)
def test_the_stages_begin_anew_after_fourteen_days_without_a_run(numbers, runs, today, kept):
    attempts = [clean(number) for number in numbers]

    left = course(attempts, [(day(one),) for one in runs], day(today))

    assert [one.on for one in left] == [day(number) for number in kept]


@pytest.mark.parametrize(
    ("more", "text"),
    [
        ({"whole": False}, "You logged a time, shorter than planned."),
        ({"whole": None}, "You logged a time. Not known yet: whether all of it was done."),
        ({"rested": False}, "You logged a time, with no day of rest before it."),
    ],
)
def test_it_says_what_was_lacking(more, text):
    assert text in said(clean(0, **more)).text


def test_a_stage_that_is_not_due_is_refused_by_naming_the_one_that_is():
    assert not_due_words(standing((), day(9), PROFILE)) == "Stage 0 comes first: 30 minutes of brisk walking."


def test_pain_now_is_told_from_pain_that_was_not_said():
    assert too_sore_words(3, PROFILE) == (
        "No run today. You gave pain 3 of 10. A stage with running begins with 2 or less."
    )
    assert "Pain now was not said." in too_sore_words(None, PROFILE)


@pytest.mark.parametrize(
    ("attempts", "clean_ones"),
    [((), 0), ((clean(0),), 1), ((clean(0), clean(1)), 1), (TWO, 0), ((clean(0), clean(2, pain_max=3)), 0)],
)
def test_it_counts_the_clean_times_of_the_stage_that_is_due(attempts, clean_ones):
    assert standing(attempts, day(9), PROFILE).clean == clean_ones
