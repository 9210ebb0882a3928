"""What was changed on a later day never turns a setback of the stages (R25) into a step on."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.domain.advice.attempts import attempts_of, others_of
from kneecoach.domain.advice.breaks import course
from kneecoach.domain.advice.log import TrainingLog
from kneecoach.domain.advice.ready import Before, conditions, run_days
from kneecoach.domain.advice.returning import Step, standing
from kneecoach.domain.advice.stage_finding import stage_finding
from kneecoach.domain.advice.told import as_it_is
from kneecoach.domain.pain import Amount
from kneecoach.domain.told_before import CHANGED
from tests.domain.advice.logs import PROFILE, a_log, a_morning, a_pain, a_run, day, moment
from tests.domain.advice.test_attempts import GOOD, a_time, mornings

DRY = {"swelling": Amount.NONE}


def stands(log):
    """Where one stands, as it is worked out in the program."""
    attempts = course(attempts_of(log, PROFILE), run_days(log), log.today)
    return standing(attempts, log.today, PROFILE, others_of(log, PROFILE, attempts))


def where(log):
    now = stands(log)
    return now.stage.number, now.step


def a_way(*times, today=12, more=()):
    """Times at stages in the evening, with a good morning every day."""
    entries = [one for number, stage, said in times for one in a_time(number, stage, **said)]
    return a_log(today, *entries, *mornings(*range(-3, today + 1)), *more)


def moved(log, place, *numbers, hour=18):
    """The same log, in which this run is told to have been on other days before."""
    run = log.runs[place]
    return replace(log, earlier={run.id: tuple(replace(run, at=moment(number, hour)) for number in numbers)})


UP = ((1, 0, {}), (3, 0, {}))
LIMP = {"limp": True}
ANSWERS = ("limp", "pain_before", "pain_max", "pain_60", "stopped_early")


@pytest.mark.parametrize(
    ("times", "place", "told", "now"),
    [
        # A limp that is moved before what was clean
        ([(2, 0, LIMP), (4, 0, {}), (6, 0, {})], 0, 8, (0, Step.BACK)),
        # To a time before a long break
        ([(-18, 0, LIMP), *UP], 0, 5, (0, Step.BACK)),
        # What was clean, moved behind a limp, and before one
        ([(1, 0, {}), (5, 0, LIMP), (9, 0, {})], 2, 3, (0, Step.REPEAT)),
        ([(1, 0, {}), (3, 0, {}), (5, 1, LIMP)], 1, 7, (0, Step.REPEAT)),
        # Nobody ran between: it stays a clean time
        ([(1, 0, {}), (5, 0, {})], 1, 4, (1, Step.ADVANCE)),
        # Too near to the one before, as it was told
        ([(1, 0, {}), (5, 0, {})], 1, 2, (0, Step.REPEAT)),
    ],
)
def test_a_time_that_was_moved_never_leads_on(times, place, told, now):
    assert where(moved(a_way(*times), place, told)) == now


def test_a_setback_that_was_moved_is_one_step_back():
    way = a_way(*UP, (5, 1, {}), (7, 1, {}), (9, 2, LIMP))

    assert where(way) == where(moved(way, 4, 10)) == (1, Step.BACK)


def test_what_was_won_between_two_days_of_a_setback_is_not_kept():
    way = a_way(*UP, (4, 1, LIMP), (6, 0, {}), (8, 0, {}))

    assert where(way) == (1, Step.ADVANCE)
    assert where(moved(way, 2, 10)) == (0, Step.BACK)


@pytest.mark.parametrize(("told", "now"), [(Amount.LITTLE, Amount.NONE), (Amount.CLEAR, None)])
def test_swelling_of_the_day_that_was_lowered_is_a_setback_still(told, now):
    pain = a_pain(3, 1, swelling=now)
    way = a_way(*UP, more=[pain])

    changed = replace(way, earlier_pains=(replace(pain, swelling=told),))

    assert where(way) == (1, Step.ADVANCE)
    assert where(changed) == (0, Step.BACK)
    found = stage_finding(changed, PROFILE)
    assert (found.key, CHANGED in found.because) == ("R25.back", True)
    assert "swelling" in found.text


def test_an_hour_moved_on_the_day_leaves_swelling_after_the_run():
    way = a_way(*UP, more=[a_pain(3, 1, hour=17, swelling=Amount.CLEAR)])

    assert where(way) == (1, Step.ADVANCE)
    assert where(moved(way, 1, 3, hour=12)) == (0, Step.BACK)


def test_an_early_end_that_was_taken_back_is_not_the_whole_stage():
    way = a_way(*UP)
    run = way.runs[1]

    assert where(replace(way, earlier={run.id: (replace(run, stopped_early=True),)})) == (0, Step.REPEAT)


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_that_was_taken_back_makes_no_clean_time(answer):
    told, open_now = a_way(*UP), a_way(UP[0], (3, 0, {answer: None}))
    run, played = open_now.runs[1], told.runs[1]

    assert where(replace(open_now, earlier={run.id: (replace(played, id=run.id),)})) == where(open_now)
    assert where(open_now) == (0, Step.REPEAT)


def test_the_morning_after_each_day_that_was_told_counts():
    way = a_way(*UP)
    sore = replace(way, mornings=tuple(replace(one, pain=2) if one.on == day(3) else one for one in way.mornings))

    assert where(sore) == (1, Step.ADVANCE)
    assert where(moved(sore, 1, 2)) == (0, Step.HOLD)


def test_where_only_the_day_was_changed_and_another_run_lies_between_that_is_said():
    way = moved(a_way((1, 0, {}), (3, 0, {}), (5, 0, {})), 2, 2)

    assert "a time, moved to another day" in stage_finding(way, PROFILE).text


def test_a_break_that_may_have_been_lets_the_stages_begin_anew():
    way = a_way(*UP, (10, 1, {}), (20, 1, {}), today=21)

    assert where(way)[0] == 2
    assert where(moved(way, 2, 4))[0] == 0


def test_what_a_time_on_the_first_day_measured_by_stays_the_measure():
    way = a_log(12, *a_time(2), *a_time(5), *mornings(0, 1), *mornings(*range(2, 13), pain=2))
    lower = replace(way, mornings=tuple(replace(one, pain=1) if one.on < day(3) else one for one in way.mornings))

    assert where(lower) == (0, Step.HOLD)
    assert where(moved(lower, 0, 6)) == (0, Step.HOLD)


def met(log, before, now=None):
    return next(one for one in conditions(log, now or stands(log), PROFILE) if one.before is before).met


def test_before_the_next_time_what_was_told_counts_as_well():
    run, check, pain = a_run(7, **GOOD), a_morning(9, 1, **DRY), a_pain(8, 1, **DRY)
    log = a_log(9, run, *mornings(*range(9)), check, pain)
    late = replace(log, earlier={run.id: (replace(run, at=moment(9, 8)),)})
    limped = replace(log, earlier={run.id: (replace(run, at=moment(8), limp=True),)})
    sore = replace(log, earlier_mornings={check.id: (replace(check, pain=3),)})
    swollen = replace(log, earlier_pains=(replace(pain, swelling=Amount.LITTLE),))

    assert [met(log, one) for one in Before] == [True] * len(Before)
    assert (met(late, Before.REST), met(limped, Before.REST)) == (False, False)
    assert (met(limped, Before.SWELLING), met(swollen, Before.SWELLING)) == (False, False)
    assert met(sore, Before.MORNING) is False


def test_a_week_counts_a_run_on_each_day_that_was_told_of_it():
    log = a_log(9, *(a_run(number, **GOOD) for number in (1, 3, 5, 7)), *mornings(*range(10)))

    assert met(log, Before.WEEK) is True
    assert met(moved(log, 0, 4), Before.WEEK) is False


SAID = st.fixed_dictionaries(
    {},
    optional={
        "limp": st.sampled_from([False, True, None]),
        "pain_before": st.sampled_from([1, 1, 0, None]),
        "pain_max": st.sampled_from([1, 1, 4, 7, None]),
        "pain_60": st.sampled_from([1, 1, 2, None]),
        "painkiller": st.sampled_from([False, True, None]),
        "stopped_early": st.sampled_from([False, True, None]),
    },
)
SAID_NOW = st.sampled_from(ANSWERS).map(lambda answer: {answer: None}) | SAID
MANY = 40
NUMBERS = st.integers(8, 34)
SWELLING = st.sampled_from([Amount.NONE, Amount.NONE, Amount.LITTLE])


@dataclass(repr=False)
class Ways:
    """A log as it was told, and as it is now, with what was told before."""

    told: TrainingLog
    now: TrainingLog


@st.composite
def changed_ways(draw):
    entries = []
    less, flawed = draw(st.integers(0, 1)), draw(st.sets(st.integers(0, 8), max_size=2))
    for place in range(draw(st.integers(3, 9))):
        said = draw(SAID) if place in flawed else {}
        entries += a_time(9 + 3 * place, max(0, place // 2 - less), **said)
    entries += [a_run(draw(NUMBERS), **GOOD | draw(SAID)) for _ in range(draw(st.integers(0, 1)))]
    entries += [a_pain(draw(NUMBERS), 1, swelling=draw(SWELLING)) for _ in range(draw(st.integers(0, 2)))]
    sore = draw(st.sets(NUMBERS, max_size=2))
    told = a_log(36, *entries, *(a_morning(number, 2 if number in sore else 1, **DRY) for number in range(37)))

    def again(one):
        return replace(one, at=moment(draw(NUMBERS), draw(st.sampled_from([6, 18, 21]))))

    def changed(ones, change, most):
        places = draw(st.sets(st.integers(0, len(ones) - 1), max_size=most)) if ones else set()
        return [change(one) if place in places else one for place, one in enumerate(ones)]

    runs = changed(told.runs, lambda one: replace(again(one) if draw(st.booleans()) else one, **draw(SAID_NOW)), 3)
    pains = changed(told.pains, lambda one: replace(again(one), swelling=draw(SWELLING)), 2)
    checks = changed(told.mornings, lambda one: replace(one, pain=draw(st.integers(0, 3))), 2)
    now = a_log(36, *runs, *pains, *checks, *told.sessions)
    now = replace(
        now,
        earlier={one.id: (one,) for one in told.runs if one not in runs},
        earlier_pains=tuple(one for one in told.pains if one not in pains),
        earlier_mornings={one.id: (one,) for one in told.mornings if one not in checks},
    )
    return Ways(told, now)


@settings(max_examples=MANY, deadline=None)
@given(changed_ways())
def test_no_change_on_a_later_day_leads_further_than_what_was_told_or_is_said_now(ways):
    read = stands(ways.now)

    for one in (ways.told, as_it_is(ways.now)):
        plain = stands(one)
        assert read.stage.number <= plain.stage.number
        assert read.from_day >= plain.from_day
        for before in Before:
            assert not met(ways.now, before, read) or met(one, before, read)
