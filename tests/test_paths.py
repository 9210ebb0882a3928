"""Where things are: what was shipped, and what is the user's."""

import subprocess
import sys
from pathlib import Path

import pytest

from kneecoach import paths


def a_package(root: Path, *resources: str) -> Path:
    package = root / "kneecoach"
    package.mkdir()
    for relative in resources:
        (root / relative).parent.mkdir(parents=True, exist_ok=True)
        (root / relative).write_text(relative, encoding="utf-8")
    return package


def test_a_checkout_has_its_resources_beside_the_package(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "_PACKAGE", a_package(tmp_path, "resources/sounds/end.wav"))

    found = paths.resource("sounds/end.wav")

    assert found == tmp_path / "resources/sounds/end.wav"


def test_an_installed_copy_looks_inside_itself_first(monkeypatch, tmp_path):
    inside = "kneecoach/resources/sounds/end.wav"
    package = tmp_path / "kneecoach"
    package.mkdir()
    for relative in (inside, "resources/sounds/end.wav"):
        (tmp_path / relative).parent.mkdir(parents=True)
        (tmp_path / relative).touch()
    monkeypatch.setattr(paths, "_PACKAGE", package)

    found = paths.resource("sounds/end.wav")

    assert found == tmp_path / inside


def test_a_missing_resource_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "_PACKAGE", a_package(tmp_path))

    with pytest.raises(FileNotFoundError, match=r"^KneeCoach is missing sounds/end\.wav\. Please install it again\.$"):
        paths.resource("sounds/end.wav")


def test_the_argument_wins_over_the_environment(tmp_path):
    environ = {"KNEECOACH_DATA_DIR": str(tmp_path / "named")}

    assert paths.data_folder(tmp_path / "given", environ) == tmp_path / "given"
    assert paths.data_folder(None, environ) == tmp_path / "named"


def test_without_either_the_data_lives_where_the_desktop_keeps_data(home_of_its_own):
    assert paths.data_folder(None, {}) == home_of_its_own / "data" / "kneecoach"


def test_an_empty_variable_counts_as_none(home_of_its_own):
    assert paths.data_folder(None, {"KNEECOACH_DATA_DIR": ""}) == home_of_its_own / "data" / "kneecoach"


def test_a_relative_folder_stays_where_it_was_named(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    folder = paths.data_folder(Path("diary"), {})

    monkeypatch.chdir("/")
    assert folder == tmp_path / "diary"


def test_a_tilde_is_the_home(home_of_its_own):
    assert paths.data_folder(None, {"KNEECOACH_DATA_DIR": "~/diary"}) == home_of_its_own / "diary"


def test_asking_for_a_named_folder_makes_nothing_and_loads_nothing(tmp_path):
    code = (
        "import sys; from pathlib import Path; from kneecoach import paths; "
        f"paths.data_folder(Path({str(tmp_path / 'new')!r}), {{}}); print('appdirs' in sys.modules)"
    )

    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert answer.stdout == "False\n"
    assert not (tmp_path / "new").exists()
