"""What the ice timer knows before it starts, and what it keeps of the minutes."""

from datetime import timedelta
from uuid import UUID

import pytest

from kneecoach.coaching import diary, ice, people
from kneecoach.domain.diary import told_later
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.ice import Ice
from kneecoach.domain.pain import PainEntry
from tests.builders import A_DAY, PERSON_ID

A_MINUTE = timedelta(minutes=1)


def cooled(at, minutes=20, number=1):
    return Ice(UUID(int=number), at, minutes, cloth=True)


@pytest.mark.parametrize(("ago", "found"), [(timedelta(hours=1), True), (timedelta(hours=25), False)])
def test_the_last_ice_of_the_past_day_is_known(store, ago, found):
    ice.keep(store, PERSON_ID, cooled(A_DAY - ago - A_MINUTE, number=2))
    kept = ice.keep(store, PERSON_ID, cooled(A_DAY - ago))

    assert ice.before(store, PERSON_ID, A_DAY).last == (kept if found else None)


def test_the_last_place_and_its_pain_are_known(store):
    sore = PainEntry(UUID(int=5), A_DAY, 3, Side.LEFT, ("pes_anserine",))
    diary.log_pain(store, PERSON_ID, sore, A_DAY)

    assert ice.before(store, PERSON_ID, A_DAY).pain == sore


def test_who_may_not_ice_is_asked_once(store):
    assert not ice.before(store, PERSON_ID, A_DAY).asked

    people.change_person(store, PERSON_ID, may_ice=True)

    assert ice.before(store, PERSON_ID, A_DAY).asked


def test_minute_after_minute_is_one_entry_told_as_it_happened(store):
    for minutes in (1, 2, 20):
        ice.keep(store, PERSON_ID, cooled(A_DAY, minutes))

    (kept,) = diary.read_diary(store, PERSON_ID).entries
    assert kept == cooled(A_DAY, 20)
    assert not told_later(kept)


def test_two_coolings_at_once_are_refused(store):
    ice.log(store, PERSON_ID, cooled(A_DAY, 25), A_DAY + 60 * A_MINUTE)

    with pytest.raises(InvalidInput, match="already: 25 minutes from"):
        ice.log(store, PERSON_ID, cooled(A_DAY + 10 * A_MINUTE, number=2), A_DAY + 60 * A_MINUTE)

    assert ice.around(store, PERSON_ID, A_DAY) == (cooled_as_kept(store),)


def cooled_as_kept(store):
    return ice.before(store, PERSON_ID, A_DAY + 60 * A_MINUTE).last


def test_the_cautions_are_of_the_cooling_before_it_not_of_the_one_after(store):
    now = A_DAY + 300 * A_MINUTE
    first, second = cooled(A_DAY), cooled(A_DAY + 40 * A_MINUTE, number=2)
    ice.log(store, PERSON_ID, second, now)
    ice.log(store, PERSON_ID, first, now)

    assert ice.cautions(store, PERSON_ID, first) == ()
    (soon,) = ice.cautions(store, PERSON_ID, second)
    assert soon.because == ("The last ice came off 20 min ago",)


@pytest.mark.parametrize(("minutes", "said"), [(19, True), (49, True), (50, False)])
def test_a_run_within_half_an_hour_after_ice_has_a_caution(store, minutes, said):
    ice.log(store, PERSON_ID, cooled(A_DAY), A_DAY + 60 * A_MINUTE)

    assert (ice.run_caution(store, PERSON_ID, A_DAY + minutes * A_MINUTE) is not None) is said
