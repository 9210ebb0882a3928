"""The thresholds in a file: whole and sound, or refused in a sentence that names the file and what is wrong."""

import re

import pytest

from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.thresholds import default_profile, read_profile
from tests.domain.advice.logs import DEFAULT

WHOLE = DEFAULT.read_text(encoding="utf-8")


def a_file(folder, text):
    file = folder / "physio.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def without(name):
    return re.sub(rf"(?m)^{name} = .*\n", "", WHOLE)


def with_value(name, value):
    return re.sub(rf"(?m)^{name} = .*$", f"{name} = {value}", WHOLE)


def test_what_ships_is_whole_and_has_a_name():
    profile = read_profile(DEFAULT)

    assert profile == default_profile()
    assert profile.name == "KneeCoach"
    assert (profile.green_max, profile.amber_max) == (2, 5)
    assert (profile.spike_small, profile.spike_moderate, profile.spike_large) == (110, 130, 200)


def test_a_physio_may_set_other_ones(tmp_path):
    profile = read_profile(a_file(tmp_path, with_value("green_max", 1).replace("KneeCoach", "After an operation")))

    assert profile.green_max == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (without("amber_max"), "physio.toml lack amber_max"),
        (without("name"), "physio.toml lack name"),
        (WHOLE + "\nsweet_spot = 130\n", "physio.toml have sweet_spot, which is none"),
        (with_value("name", 7), "physio.toml have no name"),
        (with_value("name", '"  "'), "has a name"),
        (with_value("rise", '"three"'), "rise is a whole number"),
        (with_value("rise", "3.0"), "rise is a whole number"),
        (with_value("rise", "true"), "rise is a whole number"),
        (with_value("rise", "-1"), "rise is a whole number"),
        (with_value("rise", "[3]"), "rise is a whole number"),
        (with_value("green_max", 5), "Green ends below amber"),
        (with_value("amber_max", 10), "Green ends below amber"),
        (with_value("spike_small", 99), "rise from 100 percent"),
        (with_value("spike_moderate", 110), "rise from 100 percent"),
        (with_value("spike_large", 130), "rise from 100 percent"),
        (with_value("shoe_info_m", 0), "first for information"),
        (with_value("shoe_caution_m", 480_000), "first for information"),
        ("green_max = ", "physio.toml can't be read"),
        ("", "physio.toml lack name"),
        (b"\xff\xfe\x00", "physio.toml can't be read"),
        (WHOLE + "\nrise = 4\n", "physio.toml can't be read"),
    ],
)
def test_what_is_not_whole_and_sound_is_refused(tmp_path, text, said):
    with pytest.raises(InvalidInput, match=re.escape(said)):
        read_profile(a_file(tmp_path, text))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InvalidInput, match=r"gone\.toml can't be read"):
        read_profile(tmp_path / "gone.toml")


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(InvalidInput, match="can't be read"):
        read_profile(tmp_path)
