"""The thresholds in a file: sound and no less safe than they may be, or refused in a sentence that names the file."""

import os
import re
from dataclasses import fields, replace

import pytest
from hypothesis import given

from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.threshold import THRESHOLDS
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.pain_gate import Zones
from kneecoach.exchange.thresholds import MAX_BYTES, default_profile, read_profile, written
from tests.domain.advice.logs import DEFAULT
from tests.limits import some_profiles

OURS = default_profile()
WHOLE = written(OURS)


def a_file(folder, text):
    file = folder / "physio.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def with_value(name, value):
    return re.sub(rf"(?m)^{name} = .*$", lambda _: f"{name} = {value}", WHOLE)


def test_what_ships_is_whole_but_for_the_zones_which_stand_in_one_place():
    shipped = DEFAULT.read_text(encoding="utf-8")

    stands = [name for name in THRESHOLDS if re.search(rf"(?m)^{name} = \d+$", shipped)]

    assert [name for name in THRESHOLDS if name not in stands] == ["green_max", "amber_max", "rise"]
    assert [one.name for one in fields(Profile)][1:-1] == list(THRESHOLDS)
    assert OURS.zones == Zones()
    assert OURS.is_ours
    assert (OURS.spike_small, OURS.spike_moderate, OURS.spike_large) == (110, 130, 200)


@pytest.mark.parametrize("name", THRESHOLDS)
def test_what_ships_lies_within_what_each_may_be(name):
    known = THRESHOLDS[name]

    assert known.low <= getattr(OURS, name) <= known.high


def test_a_file_names_what_is_other_and_leaves_out_the_rest(tmp_path):
    profile = read_profile(a_file(tmp_path, 'name = "After an operation"\nmade_by = "A physio"\ngreen_max = 1\n'))

    assert profile == replace(OURS, name="After an operation", made_by="A physio", green_max=1)
    assert not profile.is_ours


def test_what_is_written_to_start_from_can_be_chosen_as_it_is(tmp_path):
    profile = read_profile(a_file(tmp_path, WHOLE))

    assert profile == replace(OURS, name="For one patient")
    assert "green_max = 2  # 0 to 3 of 10" in WHOLE
    assert "episode_gap = 14  # always 14 days" in WHOLE
    assert "Thomeé 1997; Silbernagel 2007" in WHOLE


@given(some_profiles())
def test_what_is_written_is_read_again(tmp_path_factory, profile):
    file = a_file(tmp_path_factory.mktemp("one"), written(profile))

    assert read_profile(file) == profile


@pytest.mark.parametrize("name", THRESHOLDS)
def test_a_figure_beyond_what_it_may_be_is_refused_with_what_it_may_be(tmp_path, name):
    known = THRESHOLDS[name]

    for value in (known.low - 1, known.high + 1):
        with pytest.raises(InvalidInput, match=rf"physio\.toml can't be used: the threshold {name} can be") as refused:
            read_profile(a_file(tmp_path, f'name = "Own"\n{name} = {value}\n'))
        assert str(known.low) in str(refused.value)
        assert str(refused.value).endswith(f"and not {value}.")


@pytest.mark.parametrize("name", ["amber_max", "rise", "lasting_days", "lasting_least", "long_days", "long_score"])
def test_a_limit_that_sends_people_to_someone_can_only_be_made_stricter(name):
    assert THRESHOLDS[name].high == getattr(OURS, name)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("green_max = 1", "physio.toml have no name"),
        ("", "physio.toml have no name"),
        (WHOLE + "\nsweet_spot = 130\n", "physio.toml have 'sweet_spot', which is none"),
        (WHOLE + "\n[red_flags]\nR08 = false\n", "physio.toml have 'red_flags', which is none"),
        (with_value("name", 7), "the name of a profile is a text in quotation marks"),
        (with_value("name", '"  "'), "a profile of thresholds has a name"),
        (with_value("name", f'"{"x" * 61}"'), "one line of at most 60 characters"),
        (with_value("name", f'"for {"x" * 25}"'), "The name in physio.toml has a word of more than 24 characters"),
        (with_value("name", r'"two\nlines"'), "one line of at most 60 characters"),
        (with_value("made_by", "true"), "the made_by of a profile is a text in quotation marks"),
        (with_value("name", '"kneecoach "').replace("green_max = 2", "green_max = 1"), "are called KneeCoach"),
        (with_value("rise", '"three"'), "rise is a whole number"),
        (with_value("rise", "3.0"), "rise is a whole number"),
        (with_value("rise", "true"), "rise is a whole number"),
        (with_value("rise", "[3]"), "rise is a whole number"),
        (with_value("rise", "0x" + "f" * 5_000), "rise can be 1 to 3 points."),
        (with_value("amber_max", 2), "green ends below amber"),
        (with_value("spike_moderate", 110), "the steps of a longer run rise"),
        (with_value("spike_large", 130), "the steps of a longer run rise"),
        (with_value("row_info", 4), "a note first, then caution"),
        (with_value("shoe_caution_m", 480_000), "first for information"),
        (with_value("return_off_hours", 60), "whole days"),
        ("green_max = ", "physio.toml can't be read"),
        (b"\xff\xfe\x00", "physio.toml can't be read"),
        (WHOLE + "\nrise = 4\n", "physio.toml can't be read"),
        ("a = " + "[" * 30_000, "physio.toml can't be read"),
        ("a = " + "9" * 5_000, "physio.toml can't be read"),
        ("#" * (MAX_BYTES + 1), "physio.toml is too large"),
    ],
)
def test_what_is_not_sound_is_refused_in_one_sentence(tmp_path, text, said):
    with pytest.raises(InvalidInput, match=re.escape(said)) as refused:
        read_profile(a_file(tmp_path, text))

    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 200


def test_a_file_of_a_windows_editor_is_read(tmp_path):
    text = 'name = "Own"\r\nrise = 2\r\n'.encode("utf-8-sig")

    assert read_profile(a_file(tmp_path, text)).rise == 2


def test_a_file_with_nothing_but_what_ships_is_that(tmp_path):
    assert read_profile(a_file(tmp_path, 'name = "KneeCoach"\n')) == OURS


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InvalidInput, match=r"gone\.toml can't be read"):
        read_profile(tmp_path / "gone.toml")


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(InvalidInput, match="can't be read"):
        read_profile(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are of Unix")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path):
    os.mkfifo(tmp_path / "limits.toml")

    with pytest.raises(InvalidInput, match=r"limits\.toml can't be read"):
        read_profile(tmp_path / "limits.toml")


def test_a_slip_in_a_file_is_named_by_its_line(tmp_path):
    with pytest.raises(InvalidInput, match=r"can't be read\. Look at line 3\."):
        read_profile(a_file(tmp_path, 'name = "Own"\nrise = 2\ngreen_max == 2\n'))
