"""What was told before a change stands in a file of the diary, and is believed no sooner than the rest of it."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.told_version import NOT_ITS_PAINS, SAME_DAY, ToldVersion
from kneecoach.exchange.diary_file import TOO_NEW, TWICE, as_csv, as_json, read
from kneecoach.exchange.diary_told import NO_SUCH_ENTRY, NO_SUCH_KIND
from tests.storage import values

CHANGED = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
RUN = {"type": "run", "id": "6f6f6f6f-0000-4000-8000-000000000001", "at": "2026-11-01T08:00:00+01:00", "km": 6}
FOLLOWS = {
    "type": "pain",
    "id": "6f6f6f6f-0000-4000-8000-000000000002",
    "at": "2026-11-01T09:00:00+01:00",
    "score": 7,
    "of": RUN["id"],
}
TOLD = {
    "type": "told",
    "id": "6f6f6f6f-0000-4000-8000-000000000003",
    "at": "2026-11-20T18:00:00+01:00",
    "told_on": "2026-11-01",
    "next_told_on": "2026-11-20",
    "undone": False,
    "was": {**RUN, "pain_max": 7},
    "follows": [FOLLOWS],
}
few = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
own_pains = values.some_pain.map(lambda pain: replace(pain, of=None))
changeable = st.one_of(own_pains, values.some_runs, values.some_checks, values.some_sessions)


def whole(*entries, version=2):
    return json.dumps({"format": "kneecoach-diary", "version": version, "entries": entries}).encode()


@st.composite
def changed(draw):
    """An entry as it is, and as it was told."""
    value = draw(changeable.filter(lambda one: not hasattr(one, "on") or 1900 <= one.on.year < 3000))
    pains = () if hasattr(value, "phase") else draw(st.lists(values.some_pain, max_size=2))
    told_on = draw(st.dates(date(2026, 10, 20), date(2026, 11, 19)))
    next_on = draw(st.none() | st.dates(told_on, CHANGED.date()))
    follows = tuple(replace(pain, of=value.id) for pain in pains)
    version = ToldVersion(draw(st.uuids()), CHANGED, told_on, value, follows, next_on, draw(st.booleans()))
    return value, version


@few
@given(changed(), st.sampled_from([as_json, as_csv]))
def test_it_is_read_back_equal(entry, write):
    text = write(entry)

    # No table holds a NUL
    assert "\N{REPLACEMENT CHARACTER}" in text or [one.value for one in read(text.encode())] == list(entry)


def test_it_is_found_wherever_it_stands_in_the_file():
    assert [type(one.value) for one in read(whole(TOLD, RUN))] == [ToldVersion, type(read(whole(RUN))[0].value)]


def test_only_a_file_that_holds_it_says_the_second_version():
    run, told = (one.value for one in read(whole(RUN, TOLD)))

    assert json.loads(as_json([run]))["version"] == 1
    assert json.loads(as_json([run, told]))["version"] == 2
    assert "told_on" not in as_csv([run])
    assert "told_on" in as_csv([run, told])


def test_a_file_of_the_first_version_is_read_as_ever_and_one_of_a_later_is_refused():
    assert len(read(whole(RUN, version=1))) == 1
    with pytest.raises(InvalidInput, match=TOO_NEW):
        read(whole(RUN, version=3))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"told_on": "2026-11-20"}, SAME_DAY),
        ({"told_on": None}, "“told_on” is missing"),
        ({"told_on": "soon"}, "“told_on” is missing or can't be understood"),
        ({"undone": "no"}, "“undone” is missing"),
        ({"at": "2026-11-20"}, "“at” is missing"),
        ({"was": None}, "“was” is missing"),
        ({"was": [RUN]}, "“was” is missing"),
        ({"was": {}}, NO_SUCH_KIND),
        ({"was": {**RUN, "type": "ice", "minutes": 20}}, NO_SUCH_KIND),
        ({"was": {**RUN, "km": "far"}}, "“km” is missing"),
        ({"was": {**RUN, "mood": "good"}}, "KneeCoach does not know “mood” of it"),
        ({"was": {**RUN, "pain_max": 11}}, "0 to 10"),
        ({"was": {"type": "session"}}, "played with a routine that is not in the file"),
        ({"was": {**RUN, "id": TOLD["id"]}, "follows": []}, NO_SUCH_ENTRY),
        ({"was": {**FOLLOWS, "id": RUN["id"]}, "follows": []}, NOT_ITS_PAINS),
        ({"was": {**FOLLOWS, "id": RUN["id"], "of": None}, "follows": []}, NO_SUCH_ENTRY),
        ({"was": {**FOLLOWS, "id": RUN["id"], "of": None}}, NOT_ITS_PAINS),
        ({"follows": [{**FOLLOWS, "of": None}]}, NOT_ITS_PAINS),
        ({"follows": [RUN]}, NO_SUCH_KIND),
        ({"follows": [7]}, "“follows” is missing"),
        ({"follows": None}, "“follows” is missing"),
        ({"more": 1}, "KneeCoach does not know “more” of it"),
        ({"id": RUN["id"]}, TWICE),
    ],
)
def test_a_broken_one_is_refused_with_its_place_and_the_reason(wrong, why):
    with pytest.raises(InvalidInput, match=r"Entry 2 \(told\): ") as refused:
        read(whole(RUN, TOLD | wrong))

    assert why in str(refused.value)


def test_in_a_table_it_is_refused_with_its_line():
    run, told = (one.value for one in read(whole(RUN, TOLD)))
    table = as_csv([run, told])

    assert [one.value for one in read(table.encode())] == [run, told]
    with pytest.raises(InvalidInput, match=r"Line 3 \(told\): “was” can't be understood"):
        read(table.replace('""km"":', '""km""', 1).encode())
    assert run.id == UUID(RUN["id"])
