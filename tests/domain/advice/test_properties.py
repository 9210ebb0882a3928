"""What holds whatever was logged: never milder for more pain, exact at each limit, never cleared by silence."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from random import Random
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.domain.advice.course import persistent, trend
from kneecoach.domain.advice.load import consecutive_days, session_spike, week_jump
from kneecoach.domain.advice.log import log_at
from kneecoach.domain.advice.mornings import next_morning
from kneecoach.domain.advice.response import exercise_gate, hour_later, run_gate
from kneecoach.domain.effort import load
from kneecoach.domain.finding import Record
from kneecoach.domain.known import scores
from kneecoach.domain.pain import Amount
from tests.domain.advice.logs import PROFILE, a_log, a_morning, a_pain, a_played, a_run, day

TODAY = 34
score = st.integers(0, 10)
maybe = st.none() | score
fairly = settings(max_examples=80, deadline=None)


def drawn(make):
    """Logs of one kind, each from a number: drawn that way they cost little."""
    return st.integers(0, 2**32).map(lambda seed: make(Random(seed)))


def a_score(chance):
    return chance.choice((None, *range(11)))


def a_day_of(chance):
    """Mostly in the last fortnight, where most rules look."""
    return chance.choice((chance.randint(0, TODAY), chance.randint(TODAY - 14, TODAY)))


def some_runs(chance):
    return [
        a_run(
            a_day_of(chance),
            chance.randint(5, 250) / 10,
            hour=chance.randint(5, 20),
            pain_before=a_score(chance),
            pain_max=a_score(chance),
            pain_60=a_score(chance),
            limp=chance.choice((None, False, True)),
            painkiller=chance.choice((None, False, False, True)),
            seconds=chance.choice((None, 4_000, 5_000, 7_000, 9_000)),
            effort=a_score(chance),
            climb_m=chance.choice((None, 0, 50, 300)),
        )
        for _ in range(chance.randint(1, 12))
    ]


def some_sessions(chance):
    return [
        replace(
            session,
            pain_before=a_score(chance),
            sets=(*session.sets, *a_played(0, a_score(chance), exercise="squat").sets),
        )
        for session in (a_played(chance.randint(0, TODAY), a_score(chance)) for _ in range(chance.randint(1, 6)))
    ]


def some_mornings(chance):
    days = chance.sample(range(TODAY + 1), chance.randint(1, 25))
    return [
        a_morning(number, chance.choice((0, 1, 1, 2, 3, 6, 9)), swelling=chance.choice((None, None, *Amount)))
        for number in days
    ]


def some_pains(chance):
    low, high = sorted((chance.randint(0, 10), chance.randint(0, 10)))
    turn = chance.randint(0, TODAY)
    return [
        a_pain(number, chance.randint(low, 10) if number > turn else chance.randint(0, high))
        for number in (a_day_of(chance) for _ in range(chance.randint(1, 30)))
    ]


def long_pains(chance):
    """High at first and low lately, over seven weeks."""
    days = chance.choices(range(20, 50), k=chance.randint(1, 20))
    return [*(a_pain(number, 9) for number in range(7)), *(a_pain(number, chance.randint(0, 4)) for number in days)]


runs, sessions, mornings, pains = map(drawn, (some_runs, some_sessions, some_mornings, some_pains))
courses = drawn(long_pains)


def strictness(finding):
    """How little is allowed: nothing found allows all."""
    return 0 if finding is None else int(finding.level)


def raised(entries, entry, **more):
    return [replace(one, **more) if one.id == entry.id else one for one in entries]


@fairly
@given(sessions, st.data())
def test_r10_is_never_milder_for_more_pain(played, data):
    session = data.draw(st.sampled_from(played))
    place = data.draw(st.integers(0, len(session.sets) - 1))
    pain = session.sets[place].pain
    if pain is None:
        return
    more = replace(session.sets[place], pain=data.draw(st.integers(pain, 10)))
    sets = (*session.sets[:place], more, *session.sets[place + 1 :])

    before = exercise_gate(a_log(TODAY, *played), PROFILE)
    after = exercise_gate(a_log(TODAY, *raised(played, session, sets=sets)), PROFILE)

    assert strictness(after) >= strictness(before)


@fairly
@given(runs, st.data())
def test_r11_is_never_milder_for_more_pain_or_a_limp(ran, data):
    run = data.draw(st.sampled_from(ran))
    pain = None if run.pain_max is None else data.draw(st.integers(run.pain_max, 10))
    limp = True if run.limp else data.draw(st.sampled_from([run.limp, True]))

    before = run_gate(a_log(TODAY, *ran), PROFILE)
    after = run_gate(a_log(TODAY, *raised(ran, run, pain_max=pain, limp=limp)), PROFILE)

    assert strictness(after) >= strictness(before)


@fairly
@given(runs, st.data())
def test_r12_is_never_milder_for_more_pain(ran, data):
    run = data.draw(st.sampled_from(ran))
    pain = None if run.pain_60 is None else data.draw(st.integers(run.pain_60, 10))

    before = hour_later(a_log(TODAY, *ran), PROFILE)
    after = hour_later(a_log(TODAY, *raised(ran, run, pain_60=pain)), PROFILE)

    assert strictness(after) >= strictness(before)


@fairly
@given(runs, mornings, st.data())
def test_r13_is_never_milder_for_a_worse_morning(ran, checks, data):
    last = max(checks, key=lambda check: check.on)
    worse = data.draw(st.integers(last.pain, 10))
    swollen = data.draw(st.sampled_from([last.swelling, Amount.CLEAR]))

    before = next_morning(a_log(TODAY, *ran, *checks), PROFILE)
    after = next_morning(a_log(TODAY, *ran, *raised(checks, last, pain=worse, swelling=swollen)), PROFILE)

    assert strictness(after) >= strictness(before)


@fairly
@given(runs, sessions, mornings, pains, st.integers(1, 500))
def test_silence_clears_none_of_r10_to_r13_nor_r18(ran, played, checks, hurt, days):
    log = a_log(TODAY, *ran, *played, *checks, *hurt)
    later = log_at(log.now + timedelta(days=days), log)

    for rule in (exercise_gate, run_gate, hour_later, next_morning):
        assert strictness(rule(later, PROFILE)) == strictness(rule(log, PROFILE))
    lasting = persistent(log, PROFILE)
    if lasting is not None and lasting.key != "R18.again":
        assert persistent(later, PROFILE) is not None


@fairly
@given(pains, st.integers(1, 10))
def test_the_scores_that_matter_are_the_high_ones_and_all_after_the_last_of_them(hurt, least):
    record = Record(pains=tuple(hurt))

    kept, everything = scores(record, least), scores(record)

    last = max((place for place, value in enumerate(everything) if value.score >= least), default=None)
    high = [] if last is None else [value for value in everything[:last] if value.score >= least]
    assert kept == (high + everything[last:] if last is not None else [])


@fairly
@given(runs)
def test_r14_fires_when_its_ratio_is_above_a_step_and_never_else(ran):
    found = session_spike(a_log(TODAY, *ran), PROFILE)

    days = [run.at.date() for run in ran if 0 <= (day(TODAY) - run.at.date()).days < 7]
    expected = None
    if days:
        far = max(run.distance_m for run in ran if run.at.date() == max(days))
        window = [run.distance_m for run in ran if 1 <= (max(days) - run.at.date()).days <= 30]
        if far >= 3_000:
            expected = "R14.first"
        if far >= 3_000 and window:
            ratio = Fraction(far, max(window))
            steps = [(2, "large"), (Fraction(13, 10), "moderate"), (Fraction(11, 10), "small")]
            expected = next((f"R14.{name}" for step, name in steps if ratio > step), None)
    assert (found.key if found else None) == expected


def total(ran, of):
    parts = [of(run) for run in ran]
    return None if not parts or None in parts else Fraction(sum(parts))


@fairly
@given(runs)
def test_r15_fires_when_its_inequalities_hold_and_never_else(ran):
    found = week_jump(a_log(TODAY, *ran), PROFILE)

    ago = {run.id: (day(TODAY) - run.at.date()).days for run in ran}
    week, before = [run for run in ran if ago[run.id] <= 6], [run for run in ran if 7 <= ago[run.id] <= 13]
    now_m, then_m = sum(run.distance_m for run in week), sum(run.distance_m for run in before)
    expected = None
    of = [
        lambda run: run.distance_m,
        lambda run: run.seconds,
        lambda run: load(run.effort, run.seconds),
        lambda run: run.climb_m,
    ]
    sums = [(total(week, one), total(before, one)) for one in of]
    if sum(bool(now and then and now / then > Fraction(13, 10)) for now, then in sums) >= 2:
        expected = "R15.several"
    if len(before) >= 2 and Fraction(now_m, then_m) > Fraction(13, 10) and now_m - then_m >= 3_000:
        expected = "R15.distance"
    assert (found.key if found else None) == expected


@fairly
@given(st.sets(st.integers(TODAY - 5, TODAY)), maybe)
def test_r16_fires_by_the_days_in_a_row_and_never_else(days, pain):
    found = consecutive_days(a_log(TODAY, *(a_run(number, pain_max=pain) for number in days)), PROFILE)

    row = next(count for count in range(8) if TODAY - count not in days)
    expected = "R16.caution" if row >= 3 else "R16.info" if row == 2 and pain is not None and pain >= 3 else None
    assert (found.key if found else None) == expected


@fairly
@given(pains, runs)
def test_r19_fires_when_its_means_differ_enough_and_never_else(hurt, ran):
    log = a_log(TODAY, *hurt, *ran)

    found = trend(log, PROFILE)

    week = [one.score for one in hurt if one.at.date() > day(TODAY - 7)]
    before = [one.score for one in hurt if day(TODAY - 14) < one.at.date() <= day(TODAY - 7)]
    expected = None
    if len(week) >= 3 and len(before) >= 3:
        now, then = Fraction(sum(week), len(week)), Fraction(sum(before), len(before))
        if now - then >= 2:
            expected = "R19.worse" if consecutive_days(log, PROFILE) is None else None
        elif then - now >= 2 or (then and (then - now) / then >= Fraction(3, 10)):
            expected = "R19.better"
    assert (found.key if found else None) == expected


def test_pain_under_a_painkiller_makes_no_week_better():
    before = [a_pain(21 + number, 6) for number in range(3)]
    open_week = [a_pain(29 + number, 5) for number in range(3)]
    hidden = a_run(33, painkiller=True)
    masked = [a_pain(33, 0, of=hidden.id, hour=number) for number in range(9, 15)]

    assert trend(a_log(TODAY, *before, *open_week, *masked), PROFILE).key == "R19.better"
    assert trend(a_log(TODAY, *before, *open_week, *masked, hidden), PROFILE) is None
    assert trend(a_log(TODAY, *before, *masked, hidden), PROFILE) is None
    high = [replace(one, id=uuid4(), score=9) for one in masked]
    low = [a_pain(29 + number, 3) for number in range(3)]
    assert trend(a_log(TODAY, *before, *low, *high, hidden), PROFILE) is None
