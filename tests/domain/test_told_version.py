"""What was told before a change is of a day before it, and its pains are its own."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.told_version import NOT_ITS_PAINS, NOT_LATER, ToldVersion
from tests.builders import A_DAY

DAY = timedelta(days=1)
RUN = Run(uuid4(), A_DAY - 3 * DAY, 5_000, pain_max=7)
PAIN = PainEntry(uuid4(), A_DAY - 3 * DAY, 7, of=RUN.id)
TOLD = ToldVersion(uuid4(), A_DAY, RUN.at.date(), RUN, (PAIN,))


def test_what_took_its_place_may_have_been_told_on_any_day_up_to_the_change():
    for day in (RUN.at.date(), A_DAY.date()):
        assert replace(TOLD, next_told_on=day).next_told_on == day


@pytest.mark.parametrize("wrong", [{"told_on": A_DAY.date()}, {"next_told_on": (A_DAY + DAY).date()}])
def test_a_change_on_the_day_it_was_told_is_none(wrong):
    with pytest.raises(InvalidInput, match=NOT_LATER):
        replace(TOLD, **wrong)


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
