"""What is said at the moment a pain is kept."""

from dataclasses import replace
from uuid import UUID

import pytest

from kneecoach.domain.flag import Flag
from kneecoach.domain.screening import Verdict, warning_of
from tests.screening import NOW, a_check_in, a_flag, a_pain, a_record

RUN = UUID(int=9)


@pytest.mark.parametrize(("score", "verdict"), [(5, None), (6, Verdict.CALM_ONLY), (8, Verdict.CALM_ONLY)])
def test_high_pain_is_told_at_once(score, verdict):
    pain = a_pain(score, phase=None)

    said = warning_of(a_record(pain), pain.id, NOW)

    assert (said.verdict if said else None) is verdict


def test_less_than_was_allowed_without_the_entry_is_told():
    pain = a_pain(4)

    said = warning_of(a_record(a_check_in(1), pain), pain.id, NOW)

    assert said is not None
    assert said.verdict is Verdict.EASIER


def test_what_changes_nothing_is_not_told():
    pain = a_pain(2)

    assert warning_of(a_record(a_check_in(1), pain), pain.id, NOW) is None


def test_an_open_sign_is_told_with_every_entry():
    pain = a_pain(1)

    said = warning_of(a_record(a_flag(Flag.LOCKED), pain), pain.id, NOW)

    assert said is not None
    assert said.red_flag


def test_the_pains_of_a_run_are_read_by_its_id():
    pain = replace(a_pain(7), of=RUN)

    assert warning_of(a_record(pain), RUN, NOW) is not None


def test_of_what_is_not_there_nothing_is_told():
    assert warning_of(a_record(a_pain(9)), RUN, NOW) is None
