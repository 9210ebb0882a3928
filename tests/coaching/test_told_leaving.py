"""What was told before a change leaves with the diary whatever clock told it, and whatever days are chosen."""

import json
from contextlib import closing
from dataclasses import replace
from uuid import uuid4

import pytest

from kneecoach.coaching import diary, diary_files
from kneecoach.coaching.advice import advise
from kneecoach.coaching.diary_files import Form
from kneecoach.domain.run import Run
from kneecoach.exchange import diary_file
from kneecoach.exchange.catalogue import load_exercises
from tests.coaching.diaries import DAY, HOUR, NOW, Folder

EXERCISES = load_exercises()


@pytest.fixture
def here():
    with closing(Folder()) as folder:
        yield folder


@pytest.fixture
def there(here):
    with closing(Folder(replace(here.person, id=uuid4()))) as folder:
        yield folder


def changed(folder, told, when, **now):
    """A run that hurt, told at that time, and what became of it at another one."""
    run = diary.log_run(folder.store, folder.person.id, Run(uuid4(), told - 2 * HOUR, 5_000, 1_800, pain_max=7), told)
    diary.change_run(folder.store, folder.person.id, replace(run, pain_max=1, **now), when)
    return run


def written(folder, form=Form.JSON, **days):
    return diary_files.as_text(folder.store, folder.person.id, form, NOW, **days)


def findings(folder, now):
    return advise(folder.store, folder.person.id, now, EXERCISES)


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("told", [NOW - 3 * DAY, NOW])
def test_a_change_made_while_the_clock_was_ahead_is_read_elsewhere_and_warns_there(here, there, form, told):
    changed(here, told, NOW + 5 * DAY)

    diary_files.keep(there.store, there.person.id, diary_file.read(written(here, form).encode()), NOW)

    for days in (0, 1, 6):
        now = NOW + days * DAY
        assert findings(there, now) == findings(here, now)
        assert "R11" in {one.rule for one in findings(there, now)}


@pytest.mark.parametrize("asked", [{"since": -10}, {"until": -40}, {"since": -6, "until": -5}])
def test_a_run_that_was_moved_is_of_each_day_that_was_told_of_it(here, asked):
    run = changed(here, NOW - 5 * DAY, NOW - 2 * DAY, at=NOW - 60 * DAY)
    days = {name: (NOW + number * DAY).date() for name, number in asked.items()}

    entries = json.loads(written(here, **days))["entries"]

    assert [one["type"] for one in entries if one["type"] in {"run", "told"}] == ["run", "told"]
    assert str(run.id) in {one["id"] for one in entries}


def test_a_run_none_of_whose_days_are_asked_for_stays_at_home(here):
    changed(here, NOW - 5 * DAY, NOW - 2 * DAY, at=NOW - 60 * DAY)

    found = json.loads(written(here, since=(NOW - 30 * DAY).date(), until=(NOW - 20 * DAY).date()))["entries"]

    assert found == []
