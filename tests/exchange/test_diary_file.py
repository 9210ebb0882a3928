"""A diary is the same after a file of it was read back, and a file that is not sound is refused whole."""

import io
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.person import Began, Beginning
from kneecoach.domain.plan import Plan
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.support import SupportUsed
from kneecoach.exchange import diary_file, diary_table
from kneecoach.exchange.diary_file import MARK, as_csv, as_json, is_diary, read
from kneecoach.exchange.runs.limits import MAX_BYTES, MAX_ROWS
from tests.builders import a_session_record, a_set_record
from tests.storage import values

real_days = st.dates(date(1900, 1, 1), date(2999, 1, 1))
real_checks = st.builds(lambda check, on: replace(check, on=on), values.some_checks, real_days)
real_flags = values.some_flags.filter(lambda flag: flag.closed is None or flag.closed.on.year < 3_000)
real_injuries = values.some_injuries.filter(lambda injury: injury.closed is None or injury.closed.on.year < 3_000)
real_reviews = values.some_reviews.filter(lambda review: review.week.year < 3_000)
real_novelties = st.builds(lambda novelty, on: replace(novelty, on=on), values.some_novelties, real_days)
real_shoes = st.builds(
    lambda shoe: replace(shoe, first_day=None, retired=date(2026, 1, 1)), values.some_shoes
) | values.some_shoes.filter(
    lambda shoe: all(day is None or 1_900 <= day.year < 3_000 for day in (shoe.first_day, shoe.retired))
)
anything = st.one_of(
    *(values.some_pain, values.some_runs, values.some_activities, real_checks, values.some_ice, values.some_supports),
    *(real_flags, real_injuries, real_reviews, real_shoes, values.some_check_ins, values.some_sessions),
    *(values.some_plans, real_novelties, st.builds(Beginning, st.uuids(), st.sampled_from(Began))),
)
few = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
RUN = {"type": "run", "id": "6f6f6f6f-0000-4000-8000-000000000001", "at": "2026-11-01T08:00:00+01:00", "km": 6}
PAIN = {
    "type": "pain",
    "id": "6f6f6f6f-0000-4000-8000-000000000002",
    "at": "2026-11-01T09:00:00+01:00",
    "score": 3,
    "phase": "rest",
}
ICE = {"type": "ice", "id": "6f6f6f6f-0000-4000-8000-000000000003", "at": "2026-11-01T09:00:00+01:00", "minutes": 20}
IDS = [a_set_record(index).id for index in range(3)]


def whole(*entries, **more):
    return json.dumps({"format": MARK, "version": 1, "entries": entries} | more).encode()


def table(*lines):
    return "".join(f"{line}\r\n" for line in lines).encode()


def is_only_one_a_day(entry):
    return isinstance(entry, MorningCheck | SupportUsed | Plan | Beginning)


@few
@given(st.lists(anything, max_size=4, unique_by=lambda value: value.id))
def test_a_json_file_gives_back_what_was_written(entries):
    entries = [entry for entry in entries if not is_only_one_a_day(entry)] + [
        entry for entry in entries if is_only_one_a_day(entry)
    ][:1]

    found = [one.value for one in read(as_json(entries).encode())]

    assert found == entries


@few
@given(st.lists(anything, max_size=4, unique_by=lambda value: value.id))
def test_a_table_gives_back_what_was_written(entries):
    entries = [entry for entry in entries if not is_only_one_a_day(entry)]
    text = as_csv(entries)

    # No table holds a NUL
    assert "\N{REPLACEMENT CHARACTER}" in text or [one.value for one in read(text.encode())] == entries


@few
@given(st.sampled_from(["=", "+", "-", "@", "\t", "\r", "'=", "''+"]), values.some_pain, values.some_text)
def test_no_cell_is_a_formula_and_none_is_changed_by_that(sign, pain, text):
    entry = replace(pain, note=f"{sign}{text}".replace("\0", ""))

    written = as_csv([entry])

    cells = [cell for row in diary_table.csv.reader(io.StringIO(written, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "\N{REPLACEMENT CHARACTER}" in written or [one.value for one in read(written.encode())] == [entry]


def test_a_table_that_a_spreadsheet_saved_is_still_understood():
    lines = ("at;type;id;km;minutes", f"{RUN['at']};run;{RUN['id']};6,25;40", ";;;;")

    (found,) = read(b"\xef\xbb\xbf" + table(*lines[:2], lines[2].replace(";", "")))

    assert (found.where, found.value.distance_m, found.value.seconds) == ("Line 2 (run)", 6_250, 2_400)


def test_a_routine_stands_once_however_often_it_was_played():
    played = [a_session_record(id=entry) for entry in IDS]

    text = as_json(played)

    assert text.count('"type": "routine"') == 1
    assert [one.value for one in read(text.encode())] == [replace(record, person=None) for record in played]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (whole(PAIN | {"score": 11}), "Entry 1 (pain): Pain is a whole number from 0 to 10."),
        (whole(ICE, PAIN | {"score": None}), "Entry 2 (pain): “score” is missing or can't be understood."),
        (whole(PAIN | {"score": "3"}), "“score” is missing or can't be understood."),
        (whole(PAIN | {"score": True}), "“score” is missing"),
        (whole(PAIN | {"score": 3.0}), "“score” is missing"),
        (whole(PAIN | {"regions": "knee"}), "“regions” is missing"),
        (whole(PAIN | {"regions": ["elbow"]}), "The knee map has no place called 'elbow'."),
        (whole(PAIN | {"note": "x" * 2_001}), "“note” is missing"),
        (whole(PAIN | {"at": "2026-11-01T09:00:00"}), "“at” is missing"),
        (whole(PAIN | {"at": "1026-11-01T09:00:00+00:00"}), "“at” is missing"),
        (whole(PAIN | {"mood": 1}), "Entry 1 (pain): KneeCoach does not know “mood” of it."),
        (whole(RUN | {"km": 0}), "Entry 1 (run): A run is longer than nothing"),
        (whole(RUN | {"km": 10, "minutes": 20}), "faster than 2:30"),
        (whole(RUN | {"km": 10**12}), "“km” is missing"),
        (whole(RUN | {"limp": "no"}), "“limp” is missing"),
        (whole(RUN, PAIN, RUN), "Entry 3 (run): It stands in the file twice."),
        (whole(RUN | {"type": "swim"}), "Entry 1 is of a kind that KneeCoach does not know."),
        (whole(RUN | {"type": ["run"]}), "Entry 1 is of a kind"),
        (whole(7), "Entry 1 can't be understood."),
        (whole(RUN)[:-9], "damaged or not finished"),
        (whole(PAIN | {"score": float("nan")}), "holds NaN, which is no number"),
        (whole(RUN, version=3), "newer KneeCoach"),
        (whole(entries={}), "no diary"),
        (json.dumps({"entries": [], "x": MARK}).encode(), "no diary"),
        (b"[]", "no diary"),
        (b"", "no diary"),
        (b"\x00\xff\xfe" * 100, "no diary"),
        (b"{" + b" " * MAX_BYTES, "larger than 20 MB"),
        (whole(*[7] * (MAX_ROWS + 1)).replace(b"7", b"{}"), "more than 50,000 entries"),
        (table("type,id,at,score,phase", f"pain,{PAIN['id']},{PAIN['at']},11,rest"), "Line 2 (pain): Pain is a whole"),
        (table("type,id,at,score,phase", f"pain,{PAIN['id']},{PAIN['at']},nan,rest"), "Line 2 (pain): “score” can't"),
        (table("type,id,at,score,phase", f"pain,{PAIN['id']},{PAIN['at']}"), "stops in the middle of line 2"),
        (table("type,id,at,km", f"run,{RUN['id']},{RUN['at']},6")[:-2], "stops in the middle of line 2"),
        (table("type,id,at,km,limp", f"run,{RUN['id']},{RUN['at']},6,maybe"), "Line 2 (run): “limp” can't"),
        (
            table("type,id,at,km,score", f"run,{RUN['id']},{RUN['at']},6,3"),
            "Line 2: “score” is nothing that a run has.",
        ),
        (table("type,id,at,km", f"swim,{RUN['id']},{RUN['at']},6"), "Line 2 is of a kind"),
        (table("type,id,at,agreed", f"session,{RUN['id']},{RUN['at']},[1"), "Line 2 (session): “agreed” can't"),
        (table("type,id,at,elbow"), "does not know the column “elbow”"),
        (table("type,id,at,at"), "A column stands in it twice."),
        (table(",".join(["type", "id", "at", *(f"c{one}" for one in range(10_000))])), "more than 500 columns"),
        (table("type,id,at,note", f'pain,{PAIN["id"]},{PAIN["at"]},"never closed'), "can't be read as CSV"),
    ],
)
def test_what_is_not_sound_is_refused_in_a_sentence(content, why):
    with pytest.raises(InvalidInput) as refused:
        read(content)

    assert why in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"sets": (a_set_record(0), replace(a_set_record(0), id=IDS[1]))}, "Two of its sets stand at the same place."),
        ({"sets": (a_set_record(0), replace(a_set_record(1), id=a_set_record(0).id))}, "It stands in the file twice."),
        ({"sets": (replace(a_set_record(0), number=0),)}, "One of its sets stands before the first."),
        ({"position": -1}, "One of its sets stands before the first."),
    ],
)
def test_a_session_that_can_not_have_been_is_refused(changes, why):
    record = a_session_record(**changes)

    with pytest.raises(InvalidInput, match=why):
        read(as_json([record]).encode())


def test_a_session_without_its_routine_is_refused():
    text = as_json([a_session_record()]).splitlines()

    without = "\n".join(line for line in text if '"type": "routine"' not in line)

    with pytest.raises(InvalidInput, match="It was played with a routine that is not in the file"):
        read(without.encode())


def test_a_routine_may_stand_behind_its_sessions():
    content = json.loads(as_json([a_session_record()]))
    content["entries"].reverse()

    (found,) = read(json.dumps(content).encode())

    assert isinstance(found.value, SessionRecord)


def test_what_can_not_be_read_back_is_not_written(monkeypatch):
    monkeypatch.setattr(diary_file, "MAX_BYTES", 100)
    with pytest.raises(InvalidInput, match="Export it in parts by its dates"):
        as_json([a_session_record()])

    monkeypatch.setattr(diary_table, "MAX_CELL", 10)
    with pytest.raises(InvalidInput, match="Export the diary as JSON"):
        as_csv([a_session_record()])


@pytest.mark.parametrize(
    ("start", "ours"),
    [
        (as_json([]).encode(), True),
        (as_csv([]).encode(), True),
        (b"\xef\xbb\xbftype;id;at\n", True),
        (b"at,km,time\n", False),
        (b'{"format": "something else"}', False),
        (b"<gpx>", False),
        (b"", False),
    ],
)
def test_a_diary_is_told_by_its_content(start, ours):
    assert is_diary(start) is ours


@pytest.mark.parametrize(
    "content",
    [
        whole(PAIN | {"phase": None}),
        whole({key: said for key, said in PAIN.items() if key != "phase"}),
        table("type,id,at,score,phase", f"pain,{PAIN['id']},{PAIN['at']},3,"),
        table("type,id,at,score", f"pain,{PAIN['id']},{PAIN['at']},3"),
    ],
)
def test_pain_without_when_it_hurt_stays_without(content):
    (found,) = read(content)

    assert found.value.phase is None
