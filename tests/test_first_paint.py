"""What is loaded before Today is on the screen, in a process of its own as a real start is."""

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kneecoach.domain.advice.chosen import Chosen
from kneecoach.storage import people, thresholds
from kneecoach.storage.database import open_store
from tests.builders import A_DAY
from tests.limits import with_limits
from tests.made_up import used_folder

ROOT = Path(__file__).resolve().parent.parent
HEAVY = (
    *("sqlalchemy", "alembic", "cryptography", "rich", "wakepy", "PySide6.QtMultimedia", "PySide6.QtTextToSpeech"),
    "kneecoach.figure",
    "kneecoach.coaching",
    "kneecoach.domain.advice.engine",
    "kneecoach.domain.advice.texts",
    "kneecoach.domain.advice.profile",
    "kneecoach.exchange.thresholds",
    "kneecoach.terminal.arguments",
    "kneecoach.ui.areas",
    "kneecoach.ui.session_flow",
)

# Starts as `kneecoach` does and looks at what is there when the first page was painted
LOOKING = """
import json, sys
from pathlib import Path

from kneecoach import clock
from kneecoach.app import build
from kneecoach.paths import resource
from kneecoach.ui.awake import ScreenAwake
from kneecoach.ui.prompts import DesktopPrompts
from kneecoach.ui.sounds import QtSounds
from kneecoach.ui.theme import new_application
from kneecoach.ui.voice import GuardedVoice

app = new_application("kneecoach")
window = build(
    Path(sys.argv[1]),
    now=clock.moment,
    wall=clock.wall_now,
    sounds=QtSounds(resource("sounds")),
    voice=GuardedVoice(Path(sys.argv[1]) / "cache"),
    awake=ScreenAwake(),
    prompts=DesktopPrompts(),
)
window.painted.disconnect()


def look():
    from PySide6.QtWidgets import QWidget

    names = [one.accessibleName() for one in window.findChildren(QWidget) if one.isVisible()]
    print(json.dumps({"modules": sorted(sys.modules), "names": names, "flow": window.flow is not None}))
    app.quit()


window.painted.connect(look)
window.show()
app.exec()
"""


def looked(folder):
    program = subprocess.run(
        [sys.executable, "-c", LOOKING, str(folder)],
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert program.returncode == 0, program.stderr
    return json.loads(program.stdout)


@pytest.mark.slow
def test_today_is_painted_before_anything_heavy_is_loaded(tmp_path):
    used_folder(tmp_path / "data")
    with closing(open_store(tmp_path / "data")) as store, store.begin() as tx:
        thresholds.keep(tx, people.current(tx).id, Chosen(with_limits("green_max=1"), A_DAY))

    seen = looked(tmp_path / "data")

    assert not seen["flow"]
    assert {"12 minutes", "Start warm-up", "Today", "Settings"} <= set(seen["names"])
    assert [name for name in HEAVY if name in seen["modules"]] == []


@pytest.mark.slow
def test_first_run_is_painted_before_anything_heavy_is_loaded(tmp_path):
    seen = looked(tmp_path / "data")

    assert seen["flow"]
    assert [name for name in HEAVY if name in seen["modules"]] == []
