"""The hour after a run that was changed on a later day (R12): the worse of what was told counts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.advice.response import hour_later
from kneecoach.domain.told_before import CHANGED
from tests.domain.advice.logs import PROFILE, a_log, a_run

SAID = st.none() | st.integers(0, 10)


@pytest.mark.parametrize(
    ("first", "now", "read"),
    [
        ((1, 3), (1, 0), (3, 1)),
        ((1, 3), (1, None), (3, 1)),
        ((1, 3), (4, 3), (3, 1)),
        ((1, 3), (None, 3), (3, 1)),
        ((1, 0), (1, 3), (3, 1)),
        ((1, None), (1, 0), None),
        ((None, 3), (1, 3), (3, 1)),
        ((None, None), (None, 3), None),
    ],
)
def test_r12_takes_the_worse_of_what_was_told_and_what_it_was_changed_to_on_a_later_day(first, now, read):
    run = a_run(0, pain_before=now[0], pain_60=now[1])
    told = replace(run, pain_before=first[0], pain_60=first[1])

    found = hour_later(replace(a_log(1, run), earlier={run.id: (told,)}), PROFILE)

    values = None if found is None else dict(found.values)
    assert (values and (values["later"], values["before"])) == read
    marked = found is not None and CHANGED in found.because
    assert marked is (read is not None and read != (now[1], now[0]))


@given(st.tuples(SAID, SAID), st.tuples(SAID, SAID))
def test_no_change_on_a_later_day_silences_r12(first, now):
    told = a_run(0, pain_before=first[0], pain_60=first[1])
    run = replace(told, pain_before=now[0], pain_60=now[1])
    changed = replace(a_log(1, run), earlier={run.id: (told,)})

    fires = [hour_later(log, PROFILE) is not None for log in (a_log(1, told), a_log(1, run), changed)]

    assert fires[2] or not any(fires)
