"""People and settings: whose turn it is, changed answers, and someone who is gone for good."""

from uuid import UUID

from kneecoach.domain.person import Units
from kneecoach.domain.settings import Settings, Theme
from kneecoach.storage import people, settings
from tests.builders import a_person

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
