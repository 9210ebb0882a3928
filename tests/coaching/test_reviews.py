"""The weekly review: what it reads, what is kept, and what takes its place."""

from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from kneecoach.coaching import check_in, diary, reviews
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.flag import Closed, Closing, Flag
from kneecoach.domain.pain import Amount, PainEntry
from kneecoach.domain.review import Change, WeeklyReview
from kneecoach.domain.run import Run
from kneecoach.domain.weekly import Change as Trend
from tests.builders import PERSON_ID

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 10, 19)
NOW = datetime(2026, 10, 25, 18, 30, tzinfo=BERLIN)
DAY = timedelta(days=1)


def run(store, days_ago, metres, **more):
    return diary.log_run(store, PERSON_ID, Run(uuid4(), NOW - days_ago * DAY, metres, 3_000, **more), NOW)


def looked(store, monday=MONDAY, now=NOW):
    return reviews.look_back(store, PERSON_ID, monday, now)


def a_review(**more):
    return WeeklyReview(uuid4(), MONDAY, NOW, **more)


def test_a_week_is_read_beside_the_one_before(store):
    for days_ago, metres, pain in ((1, 6_200, 2), (3, 5_000, 3), (8, 7_000, 4), (40, 12_000, 9)):
        run(store, days_ago, metres, pain_max=pain)

    week = looked(store)

    assert (week.this.run_m, week.last.run_m, week.this.highest.score, week.last.highest.score) == (11_200, 7_000, 3, 4)
    assert (week.longest_m, week.most_in_week_m, week.most_in_run_m) == (7_000, 12_000, 12_000)
    assert (week.change, week.first, week.review) == (Trend.TOO_FEW, None, None)


def test_a_run_of_nine_weeks_ago_is_on_no_scale(store):
    run(store, 56, 12_000)

    assert (looked(store).most_in_week_m, looked(store).longest_m) == (0, None)


def test_the_answers_are_kept_for_their_week_and_shown_again(store):
    reviews.keep(store, PERSON_ID, a_review(change=Change.BIT_BETTER, sure=7), NOW)

    assert (looked(store).review.change, looked(store).review.sure) == (Change.BIT_BETTER, 7)
    assert looked(store, MONDAY - 7 * DAY).review is None


def test_new_answers_replace_the_old_ones_and_both_can_be_undone(store):
    first = a_review(change=Change.SAME)
    nothing = reviews.keep(store, PERSON_ID, first, NOW)

    before = reviews.keep(store, PERSON_ID, a_review(sure=10), NOW)
    assert (looked(store).review.id, looked(store).review.sure) == (first.id, 10)
    reviews.put_back(store, PERSON_ID, MONDAY, before)
    assert looked(store).review == first
    reviews.put_back(store, PERSON_ID, MONDAY, nothing)

    assert looked(store).review is None


def test_a_red_flag_stands_first_until_it_is_answered(store):
    diary.log_pain(store, PERSON_ID, PainEntry(uuid4(), NOW, 2, swelling=Amount.CLEAR), NOW)
    assert looked(store).first.rule == "R09"
    (entry,) = check_in.note_flags(store, PERSON_ID, [Flag.LOCKED], NOW)
    assert looked(store).first.rule == "R04"

    check_in.answer_flag(store, PERSON_ID, entry.id, Closed(Closing.GONE, NOW.date()), NOW)

    assert looked(store).first.rule == "R09"


def test_pain_that_goes_on_stands_where_no_red_flag_does(store):
    for days_ago in range(20, -1, -2):
        diary.log_pain(store, PERSON_ID, PainEntry(uuid4(), NOW - days_ago * DAY, 3), NOW)

    assert looked(store).first.rule == "R18"
    assert looked(store, MONDAY - 7 * DAY, now=NOW - 10 * DAY).first is None


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ({"pain_max": 7}, "R11"),
        ({"pain_max": 1, "limp": True}, "R11"),
        ({"pain_max": 4}, "R11"),
        ({"pain_max": 2, "pain_before": 0, "pain_60": 2}, "R12"),
        ({"pain_max": 1}, None),
    ],
)
def test_what_speaks_against_a_longer_run_takes_its_distance(store, told, rule):
    run(store, 8, 7_000, pain_max=0)
    run(store, 1, 6_200, **told)

    week = looked(store)

    assert (week.first, week.held and week.held.rule) == (None, rule)


def test_a_jump_takes_the_distance_that_would_be_measured_by_it(store):
    run(store, 8, 7_000, pain_max=0)
    run(store, 1, 20_000, pain_max=0)

    assert looked(store).held.rule == "R14"


def test_a_week_that_is_a_jump_takes_it_too(store):
    for days_ago in (8, 9, 10):
        run(store, days_ago, 4_000, pain_max=0)
    for days_ago in (1, 2, 4, 5, 6):
        run(store, days_ago, 4_000, pain_max=0)

    assert looked(store).held.rule in {"R15", "R16"}


def test_the_first_run_of_a_month_is_the_measure_of_the_next_by_itself(store):
    run(store, 1, 5_000, pain_max=0)

    assert looked(store).held.rule == "R14"


def test_under_a_red_flag_nothing_else_holds(store):
    run(store, 1, 6_200, pain_max=7)
    diary.log_pain(store, PERSON_ID, PainEntry(uuid4(), NOW, 2, swelling=Amount.CLEAR), NOW)

    assert (looked(store).first.rule, looked(store).held) == ("R09", None)


def test_neither_a_week_to_come_nor_a_moment_to_come_is_looked_back_at(store):
    with pytest.raises(InvalidInput, match="not begun"):
        looked(store, MONDAY + 7 * DAY)
    with pytest.raises(InvalidInput, match="future"):
        reviews.keep(store, PERSON_ID, a_review(), NOW - DAY)
