"""R25 among the other findings: only on the way back to running."""

from kneecoach.domain.advice.returning import STAGES
from kneecoach.domain.advice.stage_finding import stage_finding
from tests.domain.advice.logs import PROFILE, a_log, a_run
from tests.domain.advice.test_attempts import a_time, mornings


def told(*entries, today):
    finding = stage_finding(a_log(today, *entries), PROFILE)
    return None if finding is None else finding.key


def test_without_a_time_at_a_stage_nothing_is_said_of_one():
    assert told(a_run(1), today=2) is None


def test_a_time_at_a_stage_tells_what_comes_next():
    assert told(*a_time(3), *mornings(0, 1, 2, 3, 4), today=4) == "R25.repeat"
    assert told(*a_time(3, pain_max=7), today=3) == "R25.back"


def test_two_weeks_later_the_way_back_is_left():
    assert told(*a_time(3), today=17) is not None
    assert told(*a_time(3), today=18) is None


def test_once_all_stages_are_done_nothing_more_is_said():
    times = [(number, place // 2) for place, number in enumerate(range(4, 4 + 4 * len(STAGES), 2))]
    entries = [one for number, stage in times for one in a_time(number, stage)]
    last = times[-1][0]

    assert told(*entries, *mornings(*range(last)), today=last - 1) == "R25.repeat"
    assert told(*entries, *mornings(*range(last + 2)), today=last + 1) is None
