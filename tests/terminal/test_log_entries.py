"""What happened to the knee, noted from the command line."""

import json
from contextlib import closing
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kneecoach.coaching.check_in import read_record
from kneecoach.domain.flag import Flag
from kneecoach.domain.screening import may_start
from kneecoach.storage import people
from kneecoach.storage.database import open_store
from tests.fakes import HandClock
from tests.terminal.stand_ins import Desk

REFUSED = [
    (("log", "pain", "11"), "Pain is a whole number from 0 to 10."),
    (("log", "pain", "nan"), "Pain is a whole number from 0 to 10."),
    (("log", "pain", "3", "--region", "elbow"), "The knee map has no place called 'elbow'."),
    (("log", "pain", "3", "--side", "up"), "Argument --side: invalid choice: 'up'"),
    (("log", "pain", "3", "--at", "18:00"), "That time is in the future."),
    (("log", "pain", "3", "--note", "x" * 2_001), "A note has at most 2000 characters."),
    (("log", "run", "0"), "The distance must be more than nothing."),
    (("log", "run", "far"), "Write the distance as a number of kilometres, such as 6 or 6.2."),
    (("log", "run", "10", "--minutes", "24"), "That is faster than 2:30 a km."),
    (("log", "run", "10", "--minutes", "soon"), "Write the time as minutes and seconds"),
    (("log", "run", "10", "--minutes", "60", "--at", "16:50"), "That run would end in the future."),
    (("log", "run", "10", "--effort", "hard"), "Effort is a whole number from 0 to 10."),
    (("log", "run", "10", "--effort", "11"), "Effort is a whole number from 0 to 10."),
    (("log", "run", "10", "--climb", "up"), "Write the climb as a number of metres"),
    (("log", "run", "10", "--shoe", "Nike"), "There are no shoes called Nike. `kneecoach shoes add` adds a pair."),
    (("log", "activity", "chess", "40"), "Argument KIND: invalid choice: 'chess'"),
    (("log", "activity", "walk", "60", "--at", "17:00"), "That activity would end in the future."),
    (("log", "morning", "3", "--at", "2026-11-22T07:00"), "That time is in the future."),
    (("log", "ice", "31"), "Ice is from 1 to 30 minutes."),
    (("log", "ice", "0"), "Ice is from 1 to 30 minutes."),
    (("log", "ice", "long"), "Ice is from 1 to 30 minutes."),
    (("log", "injury", "fall", "--gone"), "There is no open injury of that kind."),
    (("log", "injury", "fall", "--gone", "--pop"), "What is gone or seen was told before"),
    (("log", "injury", "fall", "--seen", "2026-11-22"), "That time is in the future."),
    (("shoes", "add", " "), "Give the shoes a name."),
    (("shoes", "add", "Pegasus", "--km", "10001"), "That is further than 10000 km."),
    (("shoes", "add", "Pegasus", "--first-day", "2026-11-22"), "That day is in the future."),
    (("shoes", "retire", "Pegasus"), "There are no shoes called Pegasus."),
    (("diary", "delete", "0f0f"), "There is nothing with the id 0f0f."),
    (("bin", "restore", "0f0f"), "The bin is empty."),
    (("undo",), "The bin is empty."),
    (("export", "diary", "--to", "diary.txt"), "Give the file a name that ends in .json or .csv."),
    (("export", "diary", "--to", "/"), "Give the file a name that ends in .json or .csv."),
    (("export", "diary"), "The following arguments are required: --to."),
]


@pytest.mark.parametrize(("typed", "sentence"), REFUSED, ids=[" ".join(typed)[:60] for typed, _ in REFUSED])
def test_what_can_not_be_is_refused_in_a_sentence_and_nothing_is_kept(desk, typed, sentence):
    assert desk.run(*typed) == 2

    assert desk.err.startswith(sentence)
    assert desk.err.count("\n") == 1
    assert listed(desk) == []


def listed(desk, *typed):
    assert desk.run("diary", "--json", *typed) == 0
    return json.loads(desk.out)


def record(desk):
    with closing(open_store(desk.folder)) as store:
        with store.begin() as tx:
            person = people.current(tx)
        return read_record(store, person.id)


def test_a_pain_entry_keeps_all_that_was_said(desk):
    typed = ("--region", "pes_anserine", "--region", "medial_joint_line", "--side", "left", "--phase", "after-run")
    more = ("--quality", "dull", "--quality", "tight", "--swelling", "little", "--size", "palm", "--tenderness", "mild")

    assert desk.run("log", "pain", "4", *typed, *more, "--symptom", "stairs", "--note", "=1", "--at", "07:30") == 0

    (entry,) = listed(desk)
    assert desk.run("diary") == 0
    assert "4, after run, left, pes anserine, medial joint line, dull, tight, swelling little, size palm" in desk.out
    assert entry.pop("id")
    assert entry == {
        "type": "pain",
        "at": "2026-11-21T07:30:00+00:00",
        "zone": None,
        "score": 4,
        "side": "left",
        "regions": ["pes_anserine", "medial_joint_line"],
        "phase": "after_run",
        "quality": ["dull", "tight"],
        "swelling": "little",
        "size": "palm",
        "tenderness": "mild",
        "symptoms": ["stairs"],
        "note": "=1",
        "entered": desk.clock.wall().isoformat(),
        "entered_zone": None,
        "of": None,
    }


def test_a_symptom_that_is_a_red_flag_opens_it_and_says_what_follows(desk):
    assert desk.run("log", "pain", "2", "--symptom", "gives_way", "--json") == 0

    pain, flag = json.loads(desk.out)
    assert (pain["symptoms"], flag["flag"], flag["urgency"], flag["closed"]) == (
        ["gives_way"],
        "gives_way",
        "days",
        None,
    )
    assert [entry.flag for entry in record(desk).flags] == [Flag.GIVES_WAY]

    desk.run("log", "pain", "2", "--symptom", "hard_to_bear_weight")
    assert "limp: open until it is gone or seen by a clinician.\nCalm-down day only." in desk.out


def test_a_run_is_noted_with_its_pains_and_shoes(desk):
    desk.run("shoes", "add", "Pegasus 41", "--km", "478", "--first-day", "2026-03-01")
    told = ("--minutes", "38", "--shoe", "pegasus 41", "--kind", "easy", "--pain", "3", "--pain-60", "4", "--no-limp")

    assert desk.run("log", "run", "6.2", *told) == 0

    assert "6.2 km, 38:00, easy, Pegasus 41, pain 4, no limp." in desk.out
    (run,) = listed(desk)
    # It ended an hour ago, because that hour's pain was told
    assert run["at"] == (desk.clock.wall() - timedelta(minutes=98)).isoformat()
    assert {name: run[name] for name in ("km", "minutes", "shoe", "pain_max", "pain_60", "limp", "surface")} == {
        "km": 6.2, "minutes": 38, "shoe": "Pegasus 41", "pain_max": 3, "pain_60": 4, "limp": False, "surface": None,
    }  # fmt: skip
    assert sorted(pain.score for pain in record(desk).pains) == [3, 4]
    desk.run("shoes")
    assert "484 km" in desk.out
    assert "check the sole" in desk.out


def test_shoes_are_retired_once(desk):
    desk.run("shoes")
    assert desk.out == "No shoes yet. `kneecoach shoes add NAME` adds the pair that you run in.\n"
    desk.run("shoes", "add", "Pegasus")

    assert desk.run("shoes", "add", "pegasus") == 2
    assert desk.err == "There are shoes of that name already.\n"
    assert desk.run("shoes", "retire", "PEGASUS", "--on", "2026-11-22") == 2
    assert desk.err == "That day is in the future.\n"
    assert desk.run("shoes", "retire", "PEGASUS", "--json") == 0
    assert [(shoe["name"], shoe["km"], shoe["retired"]) for shoe in json.loads(desk.out)] == [
        ("Pegasus", 0, "2026-11-21")
    ]
    assert desk.run("shoes", "retire", "pegasus") == 2
    assert desk.err == "These shoes are retired already.\n"
    assert desk.run("log", "run", "5", "--shoe", "Nike") == 2
    assert desk.err == "There are no shoes called Nike. There are: Pegasus.\n"


def test_the_rest_of_a_day_is_noted_too(desk):
    desk.run("log", "activity", "bike", "1:10:00", "--effort", "3", "--note", "home trainer")
    desk.run("log", "morning", "2", "--stiff", "--swelling", "little", "--night", "4", "--at", "07:00")
    desk.run("log", "ice", "20", "--no-cloth")
    desk.run("log", "injury", "twist", "--pop", "--no-snap", "--at", "2026-11-20T18:00")
    desk.run("log", "flag", "catches")

    entries = {entry["type"]: entry for entry in listed(desk)}
    assert set(entries) == {"activity", "morning", "ice", "injury", "flag"}
    assert (entries["activity"]["minutes"], entries["activity"]["effort"]) == (70, 3)
    assert (entries["morning"]["on"], entries["morning"]["stiff"], entries["morning"]["night"]) == (
        "2026-11-21",
        True,
        True,
    )
    assert (entries["ice"]["minutes"], entries["ice"]["cloth"]) == (20, False)
    assert (entries["injury"]["pop"], entries["injury"]["snap"], entries["injury"]["bruise"]) == (True, False, None)
    desk.run("diary", "--type", "injury", "--type", "morning")
    assert "twist, pop, no snap, open (added later)" in desk.out
    assert "2, stiff, swelling little, pain at night" in desk.out
    assert "bike" not in desk.out


def test_ice_over_ice_is_refused_and_nothing_is_kept(desk):
    assert desk.run("log", "ice", "25") == 0
    assert desk.run("log", "ice", "25") == 2

    assert desk.err.startswith("There was ice on the knee then already: 25 minutes from ")
    assert len(listed(desk)) == 1


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        (("25",), "Longer than 20 minutes. "),
        (("20", "--no-cloth"), "Ice on bare skin. "),
        (("10",), "The last ice was less than two hours ago. "),
    ],
)
def test_ice_is_logged_with_what_the_timer_would_have_said(desk, typed, title):
    if typed == ("10",):
        desk.run("log", "ice", "20", "--at", "16:00")
        assert desk.out.count(".") == 1

    assert desk.run("log", "ice", *typed) == 0

    assert desk.out.splitlines()[1].startswith(title)


def cautions(desk, *typed):
    assert desk.run("log", *typed, "--json") == 0
    return json.loads(desk.out)[0]["cautions"]


def test_the_document_of_what_was_logged_holds_the_cautions_too(desk):
    assert cautions(desk, "ice", "20", "--cloth", "--at", "12:00") == []
    assert [one.split(".")[0] for one in cautions(desk, "ice", "25", "--no-cloth", "--at", "16:00")] == [
        "Longer than 20 minutes",
        "Ice on bare skin",
    ]

    (soon, *others) = cautions(desk, "run", "3", "--minutes", "20", "--at", "16:30", "--limp", "--pain", "6")
    assert soon.startswith("A run soon after ice. Cold dulls pain")
    assert others[0] == may_start(record(desk), desk.clock.wall()).sentence
    assert others[1].startswith("No run until it has settled. You logged 6 of 10 and a limp on the run of")
    assert cautions(desk, "activity", "bike", "20") == []


@pytest.mark.parametrize("said", [("--limp",), ("--pain", "6"), ("--limp", "--pain", "1")])
def test_a_limp_or_high_pain_in_a_run_is_answered_as_in_the_window(desk, said):
    assert desk.run("log", "run", "6", *said) == 0

    assert "No run until it has settled." in desk.out
    assert "No run for at least 48 hours, and not before walking and the morning are as usual" in desk.out
    assert desk.out.count("Calm-down day only.") == (said == ("--pain", "6"))


def test_a_run_without_trouble_asks_for_no_caution(desk):
    assert desk.run("log", "run", "6", "--no-limp") == 0

    assert desk.out.count("\n") == 1


def test_a_run_soon_after_ice_is_logged_with_a_caution(desk):
    desk.run("log", "ice", "20", "--at", "16:00")

    desk.run("log", "run", "3", "--minutes", "20", "--at", "16:30")
    assert "A run soon after ice. Cold dulls pain" in desk.out
    desk.run("log", "run", "3", "--minutes", "20", "--at", "16:50")
    assert "ice" not in desk.out


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        # Two o'clock comes twice: the first one, unless the offset says the other
        ("2026-10-25T02:30", "2026-10-25T02:30:00+02:00"),
        ("2026-10-25T02:30+01:00", "2026-10-25T02:30:00+01:00"),
        ("2026-10-24", "2026-10-24T00:00:00+02:00"),
    ],
)
def test_a_time_is_meant_as_the_clock_on_the_wall_shows_it(tmp_path, typed, at):
    desk = Desk(tmp_path / "data", clock=HandClock(starts=datetime(2026, 10, 26, 9, tzinfo=ZoneInfo("Europe/Berlin"))))

    assert desk.run("log", "pain", "3", "--at", typed) == 0

    assert [(entry["at"], entry["zone"]) for entry in listed(desk)] == [(at, "Europe/Berlin")]


@pytest.mark.parametrize("command", [("pain", "3"), ("run", "3"), ("flag", "limp")])
@pytest.mark.parametrize(
    ("typed", "says"), [("2026-10-25T02:30", True), ("2026-10-25T02:30+02:00", False), ("2026-10-25T03:00", False)]
)
def test_of_an_hour_that_came_twice_it_is_said_which_one_was_taken(tmp_path, command, typed, says):
    desk = Desk(tmp_path / "data", clock=HandClock(starts=datetime(2026, 10, 26, 9, tzinfo=ZoneInfo("Europe/Berlin"))))

    assert desk.run("log", *command, "--at", typed) == 0

    said = "02:30 came twice that day: the first one was taken, +02:00. The second one is 2026-10-25T02:30+01:00."
    assert (said in desk.out) is says
    assert ("twice" in desk.out) is says


def test_an_hour_that_the_clocks_left_out_is_refused(tmp_path):
    desk = Desk(tmp_path / "data", clock=HandClock(starts=datetime(2026, 3, 30, 9, tzinfo=ZoneInfo("Europe/Berlin"))))

    for command in (("log", "pain", "3"), ("log", "flag", "limp"), ("log", "run", "6")):
        assert desk.run(*command, "--at", "2026-03-29T02:30") == 2
        assert desk.err == "The clocks went forward past that time. Choose another one.\n"
