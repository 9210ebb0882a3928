"""The mornings that R13 may not let go yet: all that it speaks of are among them, and little else."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.domain.advice.mornings import may_be_open, next_morning
from kneecoach.domain.morning import MorningMark
from kneecoach.domain.pain import Amount
from tests.domain.advice.logs import PROFILE, a_log, a_morning, a_run, day

DRY, LITTLE = Amount.NONE, Amount.LITTLE


def marks(*told):
    """Mornings from the first day on: a pain, or a pain and its swelling."""
    both = [one if isinstance(one, tuple) else (one, None) for one in told]
    return [MorningMark(str(number), day(number), *one) for number, one in enumerate(both)]


@pytest.mark.parametrize(
    ("told", "hidden", "found"),
    [
        ((1, 1, 1, 1, 2), (), [4]),
        ((1, 1, 1, 1, 1), (), []),
        ((1, 1, 1, 1, 2, 1), (), []),
        ((1, 1, 1, 1, 2, 1), (4,), [4]),
        ((1, 1, 2, 2, 2), (), [4]),
        ((0, 0), (), []),
        ((0, 2), (), [1]),
        ((2, 0), (), []),
        (((0, LITTLE), 0), (), [0]),
        (((0, LITTLE), (0, DRY)), (), []),
        (((0, LITTLE), (0, DRY), 1), (), [2]),
        ((), (), []),
    ],
)
def test_a_morning_may_be_open_until_a_later_one_answers_it(told, hidden, found):
    numbers = {(on - day(0)).days for on in may_be_open(marks(*told), {day(number) for number in hidden})}

    # Without three mornings before it a usual one is not known: the first ones may be open, too
    assert numbers - {0, 1, 2, 3} == set(found) - {0, 1, 2, 3}
    assert set(found) <= numbers


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_what_r13_speaks_of_is_always_among_them(seed):
    chance = Random(seed)
    said = [(number, chance.randint(0, 4), chance.choice((None, DRY, LITTLE))) for number in range(30)]
    checks = [a_morning(number, pain, swelling=swelling) for number, pain, swelling in said if chance.random() < 0.8]
    runs = [
        a_run(number, pain_before=chance.choice((None, 0, 3)), painkiller=chance.random() < 0.1)
        for number in range(30)
        if chance.random() < 0.6
    ]
    hidden = {run.at.date() for run in runs if run.painkiller}
    told = [MorningMark(str(one.id), one.on, one.pain, one.swelling) for one in checks]

    found = next_morning(a_log(31, *checks, *runs), PROFILE)

    if found is not None:
        on = {one.id: one.on for one in checks}
        assert on[found.entries[0]] in may_be_open(told, hidden)
