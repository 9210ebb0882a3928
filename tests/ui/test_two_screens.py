"""Two real screens: the player opens where it was last, moves by a key, and the window comes home whatever ends it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__)
LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "dpr": 1}
TELEVISION = {"name": "television", "x": 1366, "y": 0, "width": 1920, "height": 1080, "dpr": 1}
DPI = {"logicalDpi": 96, "logicalBaseDpi": 96}


@pytest.fixture
def seen(tmp_path):
    plugged = tmp_path / "screens.json"
    plugged.write_text(json.dumps({"screens": [one | DPI for one in (LAPTOP, TELEVISION)]}), encoding="utf-8")
    surroundings = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={plugged}",
        "PYTHONPATH": str(HERE.parents[2]),
    }
    ran = subprocess.run(
        [sys.executable, str(HERE.with_name("two_screens.py"))],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return json.loads(ran.stdout)


def test_the_player_has_its_screen_and_the_window_comes_home_whatever_ends_it(seen):
    home, away = ["laptop", True], ["television", True]

    assert seen["names"] == ["laptop", "television"]
    assert seen["offered"]
    assert seen["told"] == [
        ["at home", *home, False],
        ["opened at home", *home, True],
        ["moved by the key", *away, True],
        ["another flow", *home, False],
        ["opened where it was last", *away, True],
        ["ended", *home, False],
        ["given up", *home, False],
    ]
