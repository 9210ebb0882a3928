"""`kneecoach advice thresholds`: limits chosen from a file, told, written out and put back in a terminal."""

import json

import pytest

from kneecoach.domain.advice.threshold import THRESHOLDS
from kneecoach.storage.folder_lock import FolderLock

RUN = ("log", "run", "5", "--pain", "2", "--no-limp")
OWN = 'name = "After an operation"\nmade_by = "A physio"\ngreen_max = 1\nspike_least_m = 5000\n'


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "rehab.toml"
    made.write_text(OWN)
    return made


def limits(desk, *typed):
    assert desk.run("advice", "thresholds", *typed, "--json") == 0, desk.err
    return json.loads(desk.out)


def rules(desk):
    assert desk.run("advice", "--json") == 0, desk.err
    return {one["rule"]: one for one in json.loads(desk.out)}


def test_without_a_file_the_usual_ones_hold(desk):
    told = limits(desk)

    assert (told["name"], told["made_by"], told["chosen_at"]) == ("KneeCoach", None, None)
    assert [one["name"] for one in told["thresholds"]] == list(THRESHOLDS)
    assert all(one["now"] == one["usual"] for one in told["thresholds"])
    assert desk.run("advice", "thresholds") == 0
    assert desk.out.startswith("Limits: KneeCoach, the usual ones. The red flags are the same for everybody.\n")


def test_a_chosen_file_holds_when_it_is_gone_and_the_findings_follow_it(desk, file):
    desk.run(*RUN)
    before = rules(desk)
    told = limits(desk, str(file))
    file.unlink()

    after = rules(desk)

    assert (told["name"], told["made_by"]) == ("After an operation", "A physio")
    changed = {one["name"]: (one["usual"], one["now"]) for one in told["thresholds"] if one["usual"] != one["now"]}
    assert changed == {"green_max": (2, 1), "spike_least_m": (3_000, 5_000)}
    assert "R11" not in before
    assert after["R11"]["because"][-1] == "Limits: “After an operation”"
    assert limits(desk)["name"] == "After an operation"


def test_what_differs_is_told_in_words(desk, file):
    assert desk.run("advice", "thresholds", str(file)) == 0

    lines = desk.out.splitlines()
    assert lines[0].startswith("Limits: “After an operation”, made by A physio; chosen on ")
    assert lines[1].split() == ["Rule", "Limit", "Now", "In", "place", "of"]
    assert lines[2].split("  ")[0] == "R10"
    assert "1 of 10" in lines[2]
    assert lines[2].endswith("2 of 10")
    assert "5.0 km" in lines[3]
    assert "advice thresholds default" in lines[-1]


def test_limits_in_which_nothing_differs_say_so(desk, file):
    file.write_text('name = "Same"\n')

    assert desk.run("advice", "thresholds", str(file)) == 0

    assert "None of them differs from KneeCoach's own." in desk.out


def test_the_way_back_is_one_word(desk, file):
    limits(desk, str(file))

    assert limits(desk, "default")["name"] == "KneeCoach"
    assert limits(desk)["chosen_at"] is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('name = "Loose"\namber_max = 7\n', "amber_max can be 1 to 5 of 10, and not 7."),
        ('name = "No flags"\nR08 = 0\n', "have 'R08', which is none."),
        ("rubbish", "The thresholds in rehab.toml can't be read."),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence_and_nothing_changes(desk, file, text, said):
    limits(desk, str(file))
    file.write_text(text)

    assert desk.run("advice", "thresholds", str(file)) == 2

    assert desk.err.strip().endswith(said)
    assert desk.err.count("\n") == 1
    assert limits(desk)["name"] == "After an operation"


def test_what_is_written_to_start_from_is_chosen_again(desk, tmp_path):
    made = tmp_path / "start.toml"

    assert desk.run("advice", "thresholds", "--write", str(made)) == 0
    made.write_text(made.read_text().replace("rise = 3", "rise = 2"))

    assert desk.out == f"The limits are in {made}.\n"
    assert {one["name"]: one["now"] for one in limits(desk, str(made))["thresholds"]}["rise"] == 2


def test_writing_chooses_nothing(desk, file, tmp_path):
    limits(desk, str(file))

    usual = limits(desk, "default", "--write", str(tmp_path / "usual.toml"))
    whole = limits(desk, str(file), "--write", str(tmp_path / "whole.toml"))

    assert (usual["name"], whole["name"]) == ("KneeCoach", "After an operation")
    assert "green_max = 2" in (tmp_path / "usual.toml").read_text()
    assert "green_max = 1" in (tmp_path / "whole.toml").read_text()
    assert limits(desk)["name"] == "After an operation"


def test_a_place_that_can_t_be_written_to_is_said(desk, tmp_path):
    assert desk.run("advice", "thresholds", "--write", str(tmp_path / "gone" / "a.toml")) == 2

    assert desk.err == "There is no such folder to write the file in.\n"


def test_beside_an_open_window_the_limits_are_read(desk, file):
    limits(desk, str(file))

    lock = FolderLock(desk.folder)
    lock.acquire()
    seen, refused = limits(desk), desk.run("advice", "thresholds", "default")
    lock.release()

    assert seen["name"] == "After an operation"
    assert refused == 3
