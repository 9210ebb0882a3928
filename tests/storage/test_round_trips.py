"""Whatever is kept comes back equal, on the same local day."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry
from kneecoach.storage import diary, mornings, people, plans, rows, runs, sessions, settings, thresholds
from kneecoach.storage.database import open_in_memory
from tests.builders import A_DAY, PERSON_ID, a_person, a_session_record
from tests.storage import values

pytestmark = pytest.mark.usefixtures("unmeasured")

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture(scope="module")
def always():
    """One store for all examples; each of them is undone."""
    with closing(open_in_memory()) as store:
        yield store


def there_and_back(store, keep, read, value):
    """Keep it for one person, read it again, and leave the store as it was."""
    with store.begin() as tx:
        people.add(tx, a_person())
        keep(tx, PERSON_ID, value)
        back = read(tx, PERSON_ID)
        tx.rollback()
    return back


def local(at):
    """The time as its clock showed it: equal instants in two zones are not the same day."""
    return at.isoformat(), at.fold, at.date()


@given(values.some_people)
def test_a_person_comes_back_equal(always, person):
    back = there_and_back(always, lambda tx, _, value: people.add(tx, value), lambda tx, _: people.people(tx), person)

    assert back[-1] == person


@given(values.some_settings)
def test_settings_come_back_equal(always, wanted):
    back = there_and_back(
        always, lambda tx, _, value: settings.write(tx, value), lambda tx, _: settings.read(tx), wanted
    )

    assert back == wanted


@given(values.some_pain)
def test_a_pain_entry_comes_back_equal(always, entry):
    (back,) = there_and_back(always, diary.add_pain, diary.pains, entry)

    assert back == entry
    assert local(back.at) == local(entry.at)


KEPT = {
    "run": (runs.keep_run, runs.runs, values.some_runs),
    "activity": (runs.keep_activity, runs.activities, values.some_activities),
    "shoe": (runs.keep_shoe, runs.shoes, values.some_shoes),
    "check": (mornings.keep_check, mornings.checks, values.some_checks),
    "ice": (mornings.keep_ice, mornings.ices, values.some_ice),
    "support": (mornings.keep_support, mornings.supports, values.some_supports),
    "review": (mornings.keep_review, mornings.reviews, values.some_reviews),
    "plan": (plans.keep_plan, lambda tx, person: (plans.plan(tx, person),), values.some_plans),
    "changed": (plans.keep_novelty, plans.novelties, values.some_novelties),
    "pain": (diary.keep_pain_entry, diary.pains, values.some_pain),
}


@pytest.mark.parametrize("kind", KEPT)
@given(data=st.data())
def test_what_the_diary_keeps_comes_back_equal(always, kind, data):
    keep, read, strategy = KEPT[kind]
    value = data.draw(strategy)

    (back,) = there_and_back(always, keep, read, value)

    assert back == value
    for name in ("at", "entered"):
        if getattr(value, name, None):
            assert local(getattr(back, name)) == local(getattr(value, name))


@pytest.mark.parametrize("kind", KEPT)
@given(data=st.data())
def test_what_is_kept_again_replaces_all_of_it(always, kind, data):
    keep, read, strategy = KEPT[kind]
    first, second = data.draw(strategy), data.draw(strategy)
    second = replace(second, id=first.id)

    def twice(tx, person, value):
        keep(tx, person, first)
        keep(tx, person, value)

    assert there_and_back(always, twice, read, second) == (second,)


@given(values.some_chosen, values.some_chosen)
def test_chosen_limits_come_back_equal_and_replace_those_before(always, first, second):
    def both(tx, person, value):
        thresholds.keep(tx, person, first)
        thresholds.keep(tx, person, value)

    back = there_and_back(always, both, thresholds.chosen, second)

    assert back == second
    assert local(back.at) == local(second.at)


@given(values.some_check_ins)
def test_a_check_in_comes_back_equal(always, check_in):
    (back,) = there_and_back(always, diary.add_check_in, diary.check_ins, check_in)

    assert back == check_in
    assert local(back.at) == local(check_in.at)


@given(values.some_flags | values.gone_flags)
def test_a_flag_comes_back_equal(always, entry):
    (back,) = there_and_back(always, diary.add_flag, diary.flags, entry)

    assert back == entry
    assert local(back.at) == local(entry.at)


@given(values.some_once_answers)
def test_a_no_and_a_yes_come_back_equal(always, answer):
    back = there_and_back(always, people.keep_once, people.once_answers, answer)

    assert back == {answer.flag: answer}
    assert local(back[answer.flag].at) == local(answer.at)


@given(values.some_injuries)
def test_an_injury_comes_back_equal(always, injury):
    (back,) = there_and_back(always, diary.add_injury, diary.injuries, injury)

    assert back == injury
    assert (local(back.at), local(back.entered)) == (local(injury.at), local(injury.entered))


@given(values.some_sessions)
def test_a_session_comes_back_equal_with_its_routine_and_sets(always, record):
    (back,) = there_and_back(
        always, lambda tx, _, value: sessions.add(tx, value), lambda tx, _: sessions.sessions(tx), record
    )

    assert back == record
    assert local(back.started_at) == local(record.started_at)


@pytest.mark.parametrize("fold", [0, 1])
def test_the_hour_that_comes_twice_stays_the_one_it_was(fold):
    at = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=fold)

    back = rows.moment_of(rows.instant(at), rows.zone_name(at))

    assert (back.fold, back.utcoffset()) == (fold, at.utcoffset())


def test_a_zone_without_a_name_keeps_its_offset():
    at = datetime.fromisoformat("2026-05-01T23:30:00+05:30")

    back = rows.moment_of(rows.instant(at), rows.zone_name(at))

    assert rows.zone_name(at) == "+05:30"
    assert local(back) == local(at)


@pytest.mark.parametrize("name", ["America/Gone", "Europe/Berlin", "../etc/passwd", "Etc/GMT+5"])
def test_a_zone_that_is_unknown_or_has_other_rules_by_now_keeps_the_local_day(memory, name):
    at = datetime(2026, 11, 20, 23, 30, tzinfo=ZoneInfo("America/Los_Angeles"))
    entry = FlagEntry(UUID(int=1), Flag.SWOLLEN, at, Closed(Closing.SEEN, at.date()))
    with memory.begin() as tx:
        people.add(tx, a_person())
        diary.add_flag(tx, PERSON_ID, entry)
        tx.exec_driver_sql("UPDATE flag_entry SET zone = ?", (f"{name} -08:00",))

        (back,) = diary.flags(tx, PERSON_ID)

    assert back == entry
    assert local(back.at) == local(at)


def test_a_zone_keeps_its_name_and_so_its_summer():
    at = datetime(2026, 7, 1, 12, tzinfo=BERLIN)

    back = rows.moment_of(rows.instant(at), rows.zone_name(at))

    assert rows.zone_name(at) == "Europe/Berlin +02:00"
    assert back.tzinfo is BERLIN


def test_a_time_without_a_zone_is_our_mistake():
    with pytest.raises(ValueError, match="in which zone"):
        rows.instant(datetime(2026, 5, 1))  # noqa: DTZ001


def test_times_sort_as_text():
    early = datetime(2026, 5, 1, 12, tzinfo=UTC)
    late = datetime(2026, 5, 1, 12, 0, 0, 1, tzinfo=UTC)

    assert rows.instant(early) < rows.instant(late)


@pytest.mark.parametrize("text", ["<b>bold</b>", "\x00", "\u202eevil", "half \udce4", "🦵", "x" * 2_000])
def test_a_note_is_kept_as_text(memory, text):
    with memory.begin() as tx:
        sessions.add(tx, replace(a_session_record(person=None), note=text, started_at=A_DAY))
        (back,) = sessions.sessions(tx)

    assert back.note == text.replace("\udce4", "\ufffd")
