"""`python3 dev.py screenshots`: every page with made-up data, light and dark, at both sizes, into docs/screenshots/."""

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

# Before Qt is imported: pictures are the same on every machine
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kneecoach.app import build
from kneecoach.coaching import people
from kneecoach.domain.check_in import Family
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag
from kneecoach.domain.person import HurtingFor
from kneecoach.domain.settings import Settings, Theme
from kneecoach.storage import people as people_table
from kneecoach.storage.database import open_store
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.theme import new_application
from tests.fakes import HandClock, ScriptedAwake, ScriptedPrompts, SilentSounds
from tests.made_up import fill, leave_open

INTO = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
SIZES = ((1280, 800), (1024, 640))
COLOURS = 256


class Scene:
    """One window on one data folder, its time in our hands."""

    def __init__(self, folder: Path, theme: Theme, size: tuple[int, int]) -> None:
        self.clock = HandClock()
        self.folder = folder
        self._theme, self._size = theme, size
        self.window: MainWindow | None = None

    def prepare(self, *, used: bool = True, **more) -> None:
        """A folder with the theme and, when used, a runner and her week."""
        store = open_store(self.folder)
        people.change_settings(store, replace(Settings(), theme=self._theme))
        if used:
            fill(store, self.clock.wall(), **more)
        store.close()

    def open(self) -> MainWindow:
        self.window = build(
            self.folder,
            now=self.clock.now,
            wall=self.clock.wall,
            sounds=SilentSounds(),
            awake=ScriptedAwake(),
            prompts=ScriptedPrompts(),
        )
        self.window.resize(*self._size)
        self.window.show()
        self.window.findChild(LateStore).get()
        settle()
        return self.window

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        settle()

    def check_in(self, pain: int, *, yes: Family | None = None) -> None:
        form = self.window.flow.form
        form.strip.press_digit(pain)
        for family, row in form.questions.rows.items():
            row.answer.press(family is yes)
        settle()

    def start(self, pain: int = 3) -> None:
        self.window.shell.page("today").warm_up.start.click()
        self.check_in(pain)
        self.window.flow.footer.press_primary()
        settle()

    def play_for(self, seconds: float) -> None:
        player = self.window.flow
        while seconds > 0 and self.window.flow is player:
            self.clock.pass_by(min(0.5, seconds))
            seconds -= 0.5
            player.ticker.tick()
        settle()


def settle() -> None:
    """Let layouts and waiting deletions happen before the picture is taken."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def first_run(scene: Scene) -> Iterator[tuple[str, QWidget]]:
    scene.prepare(used=False)
    page = scene.open().flow
    yield "01_first_run", scene.window
    page.knee.which.press(Side.LEFT)
    page.knee.hurting.press(HurtingFor.WEEKS)
    page.knee.worst.press_digit(4)
    page.knee.statement.click()
    yield "01_first_run_filled", scene.window
    page.go_on.click()
    yield "01_first_run_2", scene.window


def empty_today(scene: Scene) -> Iterator[tuple[str, QWidget]]:
    scene.prepare(used=False)
    page = scene.open().flow
    page.knee.which.press(Side.LEFT)
    page.knee.statement.click()
    page.skip.click()
    yield "02_today_empty", scene.window


def used_today(scene: Scene) -> Iterator[tuple[str, QWidget]]:
    scene.prepare()
    yield "03_today_used", scene.open()
    scene.window.go_settings()
    yield "11_settings", scene.window


def today_with_notes(scene: Scene) -> Iterator[tuple[str, QWidget]]:
    scene.prepare(hurting_for=HurtingFor.OVER_SIX_WEEKS)
    store = open_store(scene.folder)
    with store.begin() as tx:
        person = people_table.current(tx)
    leave_open(store, person, scene.clock.wall())
    store.close()
    yield "03_today_left_open", scene.open()


def red_today(scene: Scene) -> Iterator[tuple[str, QWidget]]:
    scene.prepare()
    store = open_store(scene.folder)
    with store.begin() as tx:
        person = people_table.current(tx)
    people.note_flag(store, person.id, Flag.LOCKED, scene.clock.wall())
    store.close()
    yield "03_today_red_flag", scene.open()


def check_in(scene: Scene) -> Iterator[tuple[str, QWidget]]:
    scene.prepare()
    scene.open().shell.page("today").warm_up.start.click()
    yield "04_check_in_unanswered", scene.window
    scene.check_in(3)
    scene.window.flow.knee.map.toggle((Side.LEFT, "pes_anserine"))
    yield "04_check_in", scene.window
    row = scene.window.flow.form.questions.rows[Family.SWELLING]
    row.answer.press(True)
    row.chips.chip(Flag.HOT_RED).click()
    yield "04_check_in_red_flag", scene.window


def player(scene: Scene) -> Iterator[tuple[str, QWidget]]:
    scene.prepare(sore=False)
    scene.open()
    scene.start()
    scene.play_for(6)
    yield "05_player_get_ready", scene.window
    scene.play_for(9 + 22)
    yield "06_player_timed", scene.window
    scene.play_for(38 + 4)
    yield "07_player_change_side", scene.window
    session = scene.window.flow.ticker.session
    while session.position < 6:
        scene.play_for(5)
    scene.play_for(5 + 13)
    yield "06_player_repetitions", scene.window
    scene.window.flow.ticker.do(session.pause)
    yield "08_player_paused", scene.window
    scene.window.flow.ticker.do(session.resume)
    while session.position < 8:
        scene.play_for(5)
    yield "07_player_rest", scene.window
    scene.play_for(700)
    yield "09_summary_unanswered", scene.window
    scene.window.flow.pain.strip.press_digit(2)
    yield "09_summary", scene.window


SCENES: tuple[Callable[[Scene], Iterator[tuple[str, QWidget]]], ...] = (
    first_run,
    empty_today,
    used_today,
    today_with_notes,
    red_today,
    check_in,
    player,
)


def save(widget: QWidget, path: Path) -> None:
    """With its own 256 commonest colours: pages are flat, and the repository keeps every version."""
    settle()
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    commonest = Counter(memoryview(image.constBits()).cast("I")).most_common(COLOURS)
    table = [colour | 0xFF000000 for colour, _ in commonest]
    plain = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    image.convertToFormat(QImage.Format.Format_Indexed8, table, plain).save(str(path), "PNG", 0)


def main(names: list[str]) -> int:
    """Only the scenes that are named, else all."""
    app = new_application("kneecoach")
    INTO.mkdir(parents=True, exist_ok=True)
    for theme in (Theme.LIGHT, Theme.DARK):
        for size in SIZES:
            for show in [one for one in SCENES if not names or one.__name__ in names]:
                with tempfile.TemporaryDirectory() as folder:
                    scene = Scene(Path(folder) / "kneecoach", theme, size)
                    for name, widget in show(scene):
                        save(widget, INTO / f"{name}_{theme.value}_{size[0]}x{size[1]}.png")
                    scene.close()
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
