"""One answer to "what was the last pain" and "what was the worst of that day", for every page."""

from kneecoach.domain.known import last_pain, worst_of_day
from tests.screening import NOW, a_check_in, a_pain, a_record


def test_the_newest_pain_counts_whoever_asked_for_it():
    record = a_record(a_pain(5, 0.1), a_check_in(3))

    assert last_pain(record).score == 3
    assert worst_of_day(record, NOW.date()) == 5


def test_of_two_said_at_one_moment_the_higher_counts():
    assert last_pain(a_record(a_pain(6), a_pain(2))).score == 6


def test_nothing_said_is_not_zero():
    assert last_pain(a_record()) is None
    assert worst_of_day(a_record(a_pain(4, 3)), NOW.date()) is None
