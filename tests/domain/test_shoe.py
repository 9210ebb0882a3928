"""Shoes: a name, what they had gone before, and how far they have gone since."""

from datetime import date
from uuid import UUID

import pytest

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.run import Run
from kneecoach.domain.shoe import Shoe, Wear, shoe_distance_m
from kneecoach.exchange.thresholds import default_profile
from tests.builders import A_DAY
from tests.limits import with_limits

PAIR, OTHER = UUID(int=1), UUID(int=2)


def a_shoe(**more):
    return Shoe(**{"id": PAIR, "name": "Pegasus"} | more)


@pytest.mark.parametrize("name", ["", "   ", "x" * 201])
def test_shoes_have_a_name_of_some_length(name):
    assert a_shoe(name="x" * 200).name == "x" * 200

    with pytest.raises(InvalidInput, match=r"^Shoes have a name of 1 to 200 characters\.$"):
        a_shoe(name=name)


@pytest.mark.parametrize("start_m", [-1, 10_000_001])
def test_shoes_start_somewhere_possible(start_m):
    assert a_shoe(start_m=10_000_000).start_m == 10_000_000

    with pytest.raises(InvalidInput, match=r"^Shoes start between 0 and 10000 km\.$"):
        a_shoe(start_m=start_m)


@pytest.mark.parametrize(
    ("first_day", "retired"),
    [(None, None), (date(2026, 5, 1), None), (None, date(2026, 5, 1)), (date(2026, 5, 1), date(2026, 5, 1))],
)
def test_shoes_may_retire_on_their_first_day_and_have_no_days_at_all(first_day, retired):
    assert a_shoe(first_day=first_day, retired=retired).retired == retired


def test_shoes_do_not_retire_before_their_first_day():
    with pytest.raises(InvalidInput, match=r"^Shoes can't be retired before their first day\.$"):
        a_shoe(first_day=date(2026, 5, 1), retired=date(2026, 4, 30))


def test_shoes_have_gone_what_they_had_gone_before_and_their_own_runs():
    runs = [
        Run(UUID(int=10 + number), A_DAY, metres, shoe=shoe)
        for number, (metres, shoe) in enumerate([(5_000, PAIR), (7_001, OTHER), (6_200, PAIR), (900, None)])
    ]

    assert shoe_distance_m(a_shoe(start_m=400_000), runs) == 411_200
    assert shoe_distance_m(a_shoe(), ()) == 0


@pytest.mark.parametrize(
    ("metres", "wanted"),
    [
        (0, Wear.FINE),
        (479_999, Wear.FINE),
        (480_000, Wear.INFO),
        (799_999, Wear.INFO),
        (800_000, Wear.CAUTION),
        (5_000_000, Wear.CAUTION),
    ],
)
def test_hints_come_at_480_and_800_km(metres, wanted):
    assert default_profile().wear(metres) is wanted


@pytest.mark.parametrize(("metres", "wanted"), [(299_999, Wear.FINE), (300_000, Wear.INFO), (500_000, Wear.CAUTION)])
def test_hints_come_where_a_physio_wants_them(metres, wanted):
    assert with_limits("shoe_info_m=300000 shoe_caution_m=500000").wear(metres) is wanted
