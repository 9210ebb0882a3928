"""People and settings: whose turn it is, changed answers, and someone who is gone for good."""

from uuid import UUID

import pytest

from kneecoach.domain.errors import CannotStart
from kneecoach.domain.flag import Flag
from kneecoach.domain.once import OnceAnswer
from kneecoach.domain.person import Units
from kneecoach.domain.settings import Settings, Theme
from kneecoach.storage import people, settings
from tests.builders import A_DAY, PERSON_ID, a_person

BO = UUID(int=77)


def test_before_the_first_person_it_is_nobodys_turn(memory):
    with memory.begin() as tx:
        assert people.current(tx) is None
        assert people.people(tx) == ()


def test_the_first_person_is_current_until_someone_else_is(memory):
    with memory.begin() as tx:
        people.add(tx, a_person(name="Ada"))
        people.add(tx, a_person(id=BO, name="Bo"))
        first = people.current(tx).name
        people.make_current(tx, BO)

        assert (first, people.current(tx).name) == ("Ada", "Bo")
        assert [person.name for person in people.people(tx)] == ["Ada", "Bo"]


def test_a_changed_answer_replaces_the_old_one(memory):
    with memory.begin() as tx:
        people.add(tx, a_person())
        people.replace(tx, a_person(units=Units.MILES, birth_year=1985))

        assert people.current(tx) == a_person(units=Units.MILES, birth_year=1985)


def test_no_yes_and_unanswered_are_three_things_for_each_person_alone(memory):
    no, yes = OnceAnswer(Flag.NIGHT_PAIN, yes=False, at=A_DAY), OnceAnswer(Flag.NEW_LUMP, yes=True, at=A_DAY)
    with memory.begin() as tx:
        people.add(tx, a_person(name="Ada"))
        people.add(tx, a_person(id=BO, name="Bo"))
        people.keep_once(tx, PERSON_ID, no)
        people.keep_once(tx, PERSON_ID, yes)

        assert people.once_answers(tx, PERSON_ID) == {Flag.NIGHT_PAIN: no, Flag.NEW_LUMP: yes}
        assert people.once_answers(tx, BO) == {}


def test_an_answer_takes_the_place_of_the_one_before_and_can_be_forgotten(memory):
    no = OnceAnswer(Flag.NIGHT_PAIN, yes=False, at=A_DAY)
    with memory.begin() as tx:
        people.add(tx, a_person())
        people.keep_once(tx, PERSON_ID, OnceAnswer(Flag.NIGHT_PAIN, yes=True, at=A_DAY))
        people.keep_once(tx, PERSON_ID, no)
        kept = people.once_answers(tx, PERSON_ID)
        people.forget_once(tx, PERSON_ID, Flag.NIGHT_PAIN)

        assert kept == {Flag.NIGHT_PAIN: no}
        assert people.once_answers(tx, PERSON_ID) == {}


def test_an_answer_that_is_neither_is_damage(memory):
    with memory.begin() as tx:
        people.add(tx, a_person())
        people.keep_once(tx, PERSON_ID, OnceAnswer(Flag.NIGHT_PAIN, yes=True, at=A_DAY))
        tx.exec_driver_sql("UPDATE once_answer SET flag = 'sunburn'")

        with pytest.raises(CannotStart):
            people.once_answers(tx, PERSON_ID)


def test_someone_unknown_is_made_once_and_has_accepted_nothing(memory):
    with memory.begin() as tx:
        made = people.ensure(tx)

        assert people.ensure(tx) == made
        assert people.people(tx) == (made,)
        assert not made.safety_accepted


def test_settings_that_were_never_set_are_the_usual_ones(memory):
    with memory.begin() as tx:
        assert settings.read(tx) == Settings()


def test_changing_settings_does_not_change_whose_turn_it_is(memory):
    with memory.begin() as tx:
        people.add(tx, a_person())
        settings.write(tx, Settings(theme=Theme.DARK))
        settings.write(tx, Settings(theme=Theme.LIGHT, volume=3))

        assert settings.read(tx) == Settings(theme=Theme.LIGHT, volume=3)
        assert people.current(tx) == a_person()
