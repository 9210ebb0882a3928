"""What a person tells about themselves is kept whole, and can be answered again."""

from datetime import timedelta

import pytest

from kneecoach.coaching import people
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.flag import Closing, Flag
from kneecoach.domain.settings import Settings, Theme
from kneecoach.storage import diary
from kneecoach.storage import people as people_table
from kneecoach.storage import settings as settings_table
from kneecoach.storage.database import open_in_memory
from tests.builders import A_DAY
from tests.made_up import a_runner


@pytest.fixture
def store():
    opened = open_in_memory()
    yield opened
    opened.close()


def flags_of(store, person):
    with store.begin() as tx:
        return diary.flags(tx, person.id)


def current(store):
    with store.begin() as tx:
        return people_table.current(tx)


def test_first_run_keeps_the_person_and_opens_a_flag_for_each_yes(store):
    person = people.introduce(store, a_runner(), (Flag.NIGHT_PAIN, Flag.NEW_LUMP), A_DAY)

    assert current(store) == person
    assert [(entry.flag, entry.at, entry.is_open) for entry in flags_of(store, person)] == [
        (Flag.NIGHT_PAIN, A_DAY, True),
        (Flag.NEW_LUMP, A_DAY, True),
    ]


def test_someone_whom_the_terminal_made_keeps_their_id(store):
    with store.begin() as tx:
        made = people_table.ensure(tx)

    person = people.introduce(store, a_runner(), (), A_DAY)

    assert person.id == made.id
    assert current(store).name == "Jana Weber"
    with store.begin() as tx:
        assert len(people_table.people(tx)) == 1


def test_having_been_seen_is_kept(store):
    person = people.introduce(store, a_runner(), (), A_DAY)

    people.seen(store, person)

    assert current(store).seen_by_clinician


def test_a_flag_is_opened_once(store):
    person = people.introduce(store, a_runner(), (), A_DAY)

    first = people.note_flag(store, person.id, Flag.CONSTANT_PAIN, A_DAY)
    again = people.note_flag(store, person.id, Flag.CONSTANT_PAIN, A_DAY + timedelta(days=1))

    assert again == first
    assert len(flags_of(store, person)) == 1


@pytest.mark.parametrize("how", [Closing.GONE, Closing.MISTAKE])
def test_a_flag_ends_on_the_day_it_is_answered(store, how):
    person = people.introduce(store, a_runner(), (Flag.NIGHT_PAIN, Flag.NEW_LUMP), A_DAY)

    people.end_flag(store, person.id, Flag.NIGHT_PAIN, A_DAY + timedelta(days=3), how)

    night, lump = flags_of(store, person)
    assert (night.closed.how, night.closed.on) == (how, (A_DAY + timedelta(days=3)).date())
    assert lump.is_open


def test_an_emergency_sign_does_not_end_by_itself_and_the_record_can_still_be_read(store):
    person = people.introduce(store, a_runner(), (Flag.DEFORMITY,), A_DAY)

    with pytest.raises(InvalidInput, match="emergency"):
        people.end_flag(store, person.id, Flag.DEFORMITY, A_DAY)

    (flag,) = flags_of(store, person)
    assert flag.is_open


def test_settings_are_kept_and_those_not_named_stay_as_they_are(store):
    people.change_settings(store, theme=Theme.DARK, before_run="strength-day")

    people.change_settings(store, volume=3)

    with store.begin() as tx:
        assert settings_table.read(tx) == Settings(theme=Theme.DARK, volume=3, before_run="strength-day")
