"""Which two activities are one: from a file twice, or from two files of the same hour."""

from datetime import timedelta
from uuid import UUID

import pytest

from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.same_run import same_activity
from tests.builders import A_DAY

WALK, BIKE = ActivityKind.WALK, ActivityKind.BIKE


def an_activity(seconds_later=0, kind=WALK, minutes=100, digest=""):
    return Activity(UUID(int=seconds_later), A_DAY + timedelta(seconds=seconds_later), kind, minutes, digest=digest)


@pytest.mark.parametrize(
    ("seconds", "kind", "minutes", "same"),
    [
        (0, WALK, 100, True),
        (120, WALK, 98, True),
        (121, WALK, 100, False),
        (0, WALK, 97, False),
        (0, BIKE, 100, False),
    ],
)
def test_kind_start_and_length_make_the_same_activity(seconds, kind, minutes, same):
    one, other = an_activity(), an_activity(seconds, kind, minutes)

    assert same_activity(one, other) is same
    assert same_activity(other, one) is same


@pytest.mark.parametrize(("shorter", "same"), [(20, True), (19, True), (18, False)])
def test_a_minute_is_forgiven_to_a_short_one(shorter, same):
    assert same_activity(an_activity(minutes=20), an_activity(minutes=shorter)) is same


@pytest.mark.parametrize(
    ("digest", "other", "later", "same"), [("abc", "abc", 0, True), ("abc", "def", 0, False), ("abc", "abc", 1, False)]
)
def test_a_file_is_itself_whatever_its_length_has_become(digest, other, later, same):
    one, changed = an_activity(digest=digest), an_activity(later, minutes=10, digest=other)

    assert same_activity(one, changed) is same
