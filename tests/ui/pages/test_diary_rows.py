"""The rows of the timeline: what is held, and that reading on leaves nothing out and shows nothing twice."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from kneecoach.domain.diary import day_of
from kneecoach.domain.exercise import Side
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import PainEntry, PainPhase
from kneecoach.domain.run import Run
from kneecoach.ui.pages.diary_rows import MOST_ROWS, TimelineRows
from kneecoach.ui.pages.diary_words import Shown, Terms, detail_of

TODAY = date(2026, 11, 21)
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


class Reads:
    """Entries in memory, and how they were asked for."""

    def __init__(self, entries):
        self._days = [(day_of(one), one) for one in entries]
        self.asked = []

    def __call__(self, since, until):
        self.asked.append((since, until))
        return [one for day, one in self._days if (since is None or day >= since) and day < until]


def a_pain(days_ago, *, hours=0, of=None, phase=PainPhase.REST):
    at = NOON - timedelta(days=days_ago, hours=hours)
    return PainEntry(uuid4(), at, 3, Side.LEFT, ("pes_anserine",), phase, of=of)


def many(days, each=2):
    return [a_pain(day, hours=hour) for day in range(days) for hour in range(each)]


def rows_over(entries, day=TODAY, shown=Shown.ALL):
    read = Reads(entries)
    rows = TimelineRows(read)
    rows.begin(day, TODAY, Terms(), shown)
    return rows, read


def held(rows):
    return [rows.line(row).entry for row in range(rows.rowCount()) if rows.line(row).entry is not None]


def test_only_the_first_weeks_are_read_at_first():
    rows, read = rows_over(many(3_650))

    assert rows.rowCount() < 120
    assert min(since for since, _ in read.asked) > TODAY - timedelta(days=90)


def test_reading_on_comes_to_the_first_entry_of_ten_years():
    entries = many(3_650, each=1)
    rows, _read = rows_over(entries)
    seen = {entry.id for entry in held(rows)}

    while rows.more_older():
        rows.read_older()
        seen |= {entry.id for entry in held(rows)}
        assert rows.rowCount() <= MOST_ROWS + 5

    assert seen == {entry.id for entry in entries}


def test_reading_back_comes_to_today_again_and_shows_nothing_twice():
    entries = many(600, each=1)
    rows, _read = rows_over(entries)
    for _ in range(12):
        rows.read_older()
    assert rows.more_newer()

    while rows.more_newer():
        rows.read_newer()
        shown = [entry.id for entry in held(rows)]
        assert len(shown) == len(set(shown))

    assert held(rows)[0].at == NOON


def test_the_rows_go_from_the_newest_to_the_oldest():
    rows, _read = rows_over(many(200))
    for _ in range(3):
        rows.read_older()

    moments = [entry.at for entry in held(rows)]

    assert moments == sorted(moments, reverse=True)


def test_years_without_an_entry_are_no_wall():
    entries = [a_pain(0), a_pain(4_000)]
    rows, read = rows_over(entries)

    while rows.more_older():
        rows.read_older()

    assert held(rows) == entries
    assert len(read.asked) < 12


def test_an_empty_diary_is_known_to_be_empty_after_a_few_looks():
    rows, read = rows_over([])

    assert rows.rowCount() == 0
    assert not rows.more_older()
    assert len(read.asked) < 10


def test_what_follows_from_another_entry_is_no_row_of_its_own():
    rows, _read = rows_over([a_pain(1, of=uuid4()), a_pain(2)])

    assert len(held(rows)) == 1


def test_a_morning_told_a_day_later_stands_on_its_own_day():
    check = MorningCheck(uuid4(), TODAY - timedelta(days=1), NOON, 2)

    rows, _read = rows_over([check])

    assert rows.line(0).title == "Yesterday, Friday 20"
    assert rows.line(1).later


@pytest.mark.parametrize(("shown", "count"), [(Shown.ALL, 2), (Shown.PAIN, 2), (Shown.RUNS, 0)])
def test_the_filter(shown, count):
    rows, _read = rows_over([a_pain(0), a_pain(1)], shown=shown)

    assert len(held(rows)) == count


def test_a_screen_reader_hears_the_whole_row():
    rows, _read = rows_over([a_pain(0)])

    assert rows.data(rows.index(1)) == "Pain 3, Left, inner side, below the joint, 1 spot, at rest, 12:00"


def test_when_it_hurt_is_left_out_while_nobody_said_it():
    rows, _read = rows_over([a_pain(0, phase=None)])

    assert rows.data(rows.index(1)) == "Pain 3, Left, inner side, below the joint, 1 spot, 12:00"


@pytest.mark.parametrize(
    ("limp", "said"), [(True, "Pain up to 6, limp"), (False, "Pain up to 6"), (None, "Pain up to 6")]
)
def test_the_row_of_a_run_tells_a_limp(limp, said):
    run = Run(uuid4(), datetime(2025, 11, 24, 7, tzinfo=UTC), 5_000, pain_max=6, limp=limp)

    assert detail_of(run, Terms()) == said
