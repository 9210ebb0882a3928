"""What was told before a change is of a day before it, and its pains are its own."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.told_version import NOT_ITS_PAINS, SAME_DAY, ToldVersion
from tests.builders import A_DAY

DAY = timedelta(days=1)
RUN = Run(uuid4(), A_DAY - 3 * DAY, 5_000, pain_max=7)
PAIN = PainEntry(uuid4(), A_DAY - 3 * DAY, 7, of=RUN.id)
TOLD = ToldVersion(uuid4(), A_DAY, RUN.at.date(), RUN, (PAIN,))


def test_what_took_its_place_may_have_been_told_on_any_day_also_by_a_clock_that_was_ahead():
    for day in (RUN.at.date(), A_DAY.date(), (A_DAY + DAY).date()):
        assert replace(TOLD, next_told_on=day).next_told_on == day


def test_a_change_on_the_day_it_was_told_is_none():
    with pytest.raises(InvalidInput, match=SAME_DAY):
        replace(TOLD, told_on=A_DAY.date())


def test_what_a_clock_that_was_ahead_told_was_changed_as_well():
    assert replace(TOLD, told_on=(A_DAY + DAY).date()).at == A_DAY


@pytest.mark.parametrize(
    "wrong",
    [
        {"follows": (replace(PAIN, of=None),)},
        {"follows": (replace(PAIN, of=uuid4()),)},
        {"value": PAIN, "follows": ()},
        {"value": replace(PAIN, of=None), "follows": (PAIN,)},
    ],
)
def test_no_pain_of_another_entry_belongs_to_it(wrong):
    with pytest.raises(InvalidInput, match=NOT_ITS_PAINS):
        replace(TOLD, **wrong)
