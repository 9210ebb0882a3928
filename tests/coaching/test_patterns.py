"""What R20 found is kept until a run changes, whichever way, and is told again without looking."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import delete

from kneecoach.coaching import diary, patterns
from kneecoach.coaching.advice import advise, read_advised
from kneecoach.domain.advice.pattern import Looked, again
from kneecoach.domain.bin_kind import Kind
from kneecoach.domain.errors import CannotStart, InvalidInput
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run, RunKind
from kneecoach.domain.shoe import Shoe
from kneecoach.storage import patterns as table
from kneecoach.storage import tables
from tests.builders import A_DAY, PERSON_ID
from tests.domain.advice.logs import PROFILE

DAY = timedelta(days=1)
NOW = A_DAY + DAY


@pytest.fixture
def hilly(store):
    """Four runs on hills that hurt, and four others that did not."""
    runs = [
        Run(uuid4(), A_DAY - number * DAY, 5_000, kind=kind, pain_max=pain)
        for number, (kind, pain) in enumerate([(RunKind.HILLS, 5), (RunKind.EASY, 1)] * 6)
    ]
    for run in runs:
        diary.log_run(store, PERSON_ID, run, NOW)
    return runs


def log_of(store, now=NOW):
    return read_advised(store, PERSON_ID, now, {}).log


def look_and_keep(store):
    looked = patterns.look(log_of(store), PROFILE)
    patterns.keep(store, PERSON_ID, looked)
    return looked


def kept(store, now=NOW, profile=PROFILE):
    return patterns.kept(store, PERSON_ID, log_of(store, now), profile)


def test_what_was_found_comes_back_word_for_word(store, hilly):
    assert kept(store) is None

    looked = look_and_keep(store)

    assert looked.found.rule == "R20"
    assert "hill runs" in looked.found.text
    assert set(looked.found.entries) == {run.id for run in hilly if run.kind is RunKind.HILLS}
    assert kept(store) == looked


def test_that_nothing_was_found_is_kept_too(store):
    looked = look_and_keep(store)

    assert (looked.found, kept(store)) == (None, looked)


@pytest.mark.usefixtures("hilly")
def test_it_is_told_from_what_is_kept_without_looking_again(store, monkeypatch):
    look_and_keep(store)
    monkeypatch.setattr(patterns, "pattern", None)

    assert "R20" in {one.rule for one in advise(store, PERSON_ID, NOW, {})}


def log_another(store, _runs):
    diary.log_run(store, PERSON_ID, Run(uuid4(), A_DAY + DAY / 2, 4_000, pain_max=0), NOW)


def change_a_score(store, runs):
    diary.change_run(store, PERSON_ID, replace(runs[0], pain_max=4), NOW)


def tell_of_a_painkiller(store, runs):
    diary.change_run(store, PERSON_ID, replace(runs[0], painkiller=True), NOW)


def delete_one(store, runs):
    diary.delete(store, PERSON_ID, Kind.RUN, runs[0].id, NOW)


def name_shoes(store, _runs):
    diary.keep_shoe(store, PERSON_ID, Shoe(uuid4(), "Old pair"))


@pytest.mark.parametrize("act", [log_another, change_a_score, tell_of_a_painkiller, delete_one, name_shoes])
def test_whatever_changes_a_run_has_it_looked_for_again(store, hilly, act):
    look_and_keep(store)

    act(store, hilly)

    assert kept(store) is None
    assert look_and_keep(store) == kept(store)


def test_what_changes_no_run_leaves_it(store, hilly):
    looked = look_and_keep(store)

    diary.log_pain(store, PERSON_ID, PainEntry(uuid4(), A_DAY, 5), NOW)
    diary.change_run(store, PERSON_ID, replace(hilly[0], note="Windy."), NOW)

    assert kept(store, NOW + 3 * DAY) == looked


def test_a_change_taken_back_finds_it_as_it_was(store, hilly):
    looked = look_and_keep(store)

    before = diary.change_run(store, PERSON_ID, replace(hilly[0], pain_max=0), NOW)
    assert kept(store) is None
    diary.put_back(store, before, NOW)

    assert kept(store) == looked


@pytest.mark.usefixtures("hilly")
def test_other_thresholds_and_earlier_days_have_it_looked_for_again(store):
    look_and_keep(store)

    assert kept(store, profile=replace(PROFILE, pattern_tenths=50)) is None
    assert kept(store, A_DAY - DAY) is None


@pytest.mark.usefixtures("hilly")
def test_nothing_of_it_outlives_the_person(store):
    look_and_keep(store)

    with store.begin() as tx:
        tx.execute(delete(tables.people.person))

        assert table.looked(tx, PERSON_ID) is None


@pytest.mark.parametrize("found", ['\'{"values": [], "entries": []}\'', "'{}'", "'[]'"])
def test_what_no_program_of_ours_wrote_is_damage(store, found):
    look_and_keep(store)
    with store.begin() as tx:
        tx.exec_driver_sql(f"UPDATE pattern SET found = {found}")

    with pytest.raises(CannotStart, match="damaged"), store.begin() as tx:
        table.looked(tx, PERSON_ID)


def test_it_can_be_told_again_from_its_own_values_only():
    with pytest.raises(InvalidInput):
        again({"group": "hill runs"}, ())
    assert Looked("mark").found is None


@pytest.mark.usefixtures("hilly")
def test_the_rules_say_the_same_whether_it_was_kept_or_not(store):
    first = advise(store, PERSON_ID, NOW, {})
    look_and_keep(store)

    assert advise(store, PERSON_ID, NOW, {}) == first
    assert patterns.look(log_of(store), PROFILE).found in first
