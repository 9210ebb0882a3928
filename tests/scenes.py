"""Every page of the window in the states that are looked at: by the pictures, and by tests that walk all pages."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from kneecoach.app import build
from kneecoach.coaching import people
from kneecoach.coaching.check_in import note_flags
from kneecoach.domain.check_in import Family
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag, FlagEntry
from kneecoach.domain.person import HurtingFor
from kneecoach.domain.settings import Theme
from kneecoach.storage import people as people_table
from kneecoach.storage.database import open_store
from kneecoach.ui.exercise_flow import ExerciseFlow
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.pages.diary_words import Shown
from kneecoach.ui.shell import EXERCISE
from tests.fakes import HandClock, ScriptedAwake, ScriptedPrompts, SilentSounds, SilentVoice
from tests.made_up import fill, leave_open
from tests.made_up_diary import DIARY_DAY, fill_diary
from tests.scenes_advice import ADVICE_SCENES
from tests.scenes_ice import ice_timer
from tests.scenes_import import IMPORTS
from tests.scenes_looking_back import morning_check, weekly_review, weekly_review_with_red_flag
from tests.scenes_more import empty_diary, log_run, routines
from tests.scenes_plan import PLANS
from tests.scenes_return import RETURNS
from tests.scenes_today import spoken, today_advice


class Scene:
    """One window on one data folder, its time in our hands."""

    def __init__(self, folder: Path, theme: Theme, size: tuple[int, int]) -> None:
        self.clock = HandClock()
        self.folder = folder
        self._theme, self._size = theme, size
        self.sounds, self.voice = SilentSounds(), SilentVoice()
        self.window: MainWindow | None = None

    def prepare(self, *, used: bool = True, **more) -> None:
        """A folder with the theme and, when used, a runner and her week."""
        store = open_store(self.folder)
        people.change_settings(store, theme=self._theme)
        if used:
            fill(store, self.clock.wall(), **more)
        store.close()

    def open(self) -> MainWindow:
        self.window = build(
            self.folder,
            now=self.clock.now,
            wall=self.clock.wall,
            sounds=self.sounds,
            voice=self.voice,
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


def first_run(scene: Scene) -> Iterator[str]:
    scene.prepare(used=False)
    page = scene.open().flow
    yield "01_first_run"
    page.knee.which.press(Side.LEFT)
    page.knee.hurting.press(HurtingFor.WEEKS)
    page.knee.worst.press_digit(4)
    page.knee.statement.click()
    yield "01_first_run_filled"
    page.go_on.click()
    yield "01_first_run_2"


def empty_today(scene: Scene) -> Iterator[str]:
    scene.prepare(used=False)
    page = scene.open().flow
    page.knee.which.press(Side.LEFT)
    page.knee.statement.click()
    page.skip.click()
    yield "02_today_empty"


def used_today(scene: Scene) -> Iterator[str]:
    scene.prepare()
    scene.open()
    spoken(scene)
    yield "03_today_used"
    scene.window.go_settings()
    yield "11_settings"
    page = scene.window.shell.page("settings")
    page.test_sound()
    yield "11_settings_sound_tested"
    page.sound.no.click()
    yield "12_sound_doctor"


def settings_without_sound(scene: Scene) -> Iterator[str]:
    scene.prepare()
    scene.sounds, scene.voice = SilentSounds(available=False), SilentVoice(available=False)
    scene.open().go_settings()
    page = scene.window.shell.page("settings")
    page.test_sound()
    page.sound.no.click()
    yield "12_sound_doctor_silent"


def today_with_notes(scene: Scene) -> Iterator[str]:
    scene.prepare(hurting_for=HurtingFor.OVER_SIX_WEEKS)
    store = open_store(scene.folder)
    with store.begin() as tx:
        person = people_table.current(tx)
    leave_open(store, person, scene.clock.wall())
    store.close()
    scene.open()
    spoken(scene)
    yield "03_today_left_open"


def red_today(scene: Scene) -> Iterator[str]:
    scene.prepare()
    store = open_store(scene.folder)
    with store.begin() as tx:
        person = people_table.current(tx)
    note_flags(store, person.id, (Flag.LOCKED,), scene.clock.wall())
    store.close()
    scene.open()
    yield "03_today_red_flag"


def check_in(scene: Scene) -> Iterator[str]:
    scene.prepare()
    scene.open().shell.page("today").warm_up.start.click()
    yield "04_check_in_unanswered"
    scene.check_in(3)
    scene.window.flow.knee.map.toggle((Side.LEFT, "pes_anserine"))
    yield "04_check_in"
    row = scene.window.flow.form.questions.rows[Family.SWELLING]
    row.answer.press(True)
    row.chips.chip(Flag.HOT_RED).click()
    yield "04_check_in_red_flag"


def player(scene: Scene) -> Iterator[str]:
    scene.prepare(sore=False)
    scene.open()
    scene.start()
    scene.play_for(6)
    yield "05_player_get_ready"
    scene.play_for(9 + 22)
    yield "06_player_timed"
    scene.play_for(38 + 4)
    yield "07_player_change_side"
    session = scene.window.flow.ticker.session
    while session.position < 6:
        scene.play_for(5)
    scene.play_for(5 + 13)
    yield "06_player_repetitions"
    scene.window.flow.ticker.do(session.pause)
    yield "08_player_paused"
    scene.window.flow.ticker.do(session.resume)
    while session.position < 8:
        scene.play_for(5)
    yield "07_player_rest"
    scene.play_for(700)
    yield "09_summary_unanswered"
    scene.window.flow.pain.strip.press_digit(2)
    yield "09_summary"


def across_the_room(scene: Scene) -> Iterator[str]:
    scene.prepare(sore=False)
    scene.open()
    scene.start()
    page = scene.window.flow
    # Not by F11: the pictures have the sizes that all have
    page.view.set_far(far=True)
    scene.play_for(6)
    yield "10_player_across_get_ready"
    scene.play_for(9 + 22)
    yield "10_player_across_timed"
    page.ticker.do(lambda now: page.ticker.session.jump(now, 6))
    scene.play_for(5 + 13)
    yield "10_player_across_repetitions"
    page.ticker.do(lambda now: page.ticker.session.jump(now, 8))
    scene.play_for(13)
    yield "10_player_across_rest"


def exercise(scene: Scene) -> Iterator[str]:
    scene.prepare(sore=False)
    flows = scene.open().findChild(ExerciseFlow)
    flows.show_exercise("front_lunge", "Inner-knee warm-up")
    figure = scene.window.shell.page(EXERCISE).figure
    settle()
    scene.clock.pass_by(1.2)
    figure.loop.tick()
    yield "13_exercise"
    figure.turn()
    yield "13_exercise_front"
    flows.show_exercise("lateral_walk")
    yield "13_exercise_without_variants"


def diary(scene: Scene) -> Iterator[str]:
    scene.prepare(sore=False)
    store = open_store(scene.folder)
    fill_diary(store, scene.clock.wall())
    store.close()
    scene.open().go_diary()
    page = scene.window.shell.page("diary")
    yield "14_diary"
    page.timeline.choose_day(DIARY_DAY)
    yield "14_diary_entry"
    page.columns.pain.more_button.click()
    yield "14_diary_more"
    page.close_panel()
    page.columns.filter.press(Shown.RUNS)
    page.timeline.step(1)
    yield "14_diary_run"
    page.columns.filter.press(Shown.ALL)
    rows = page.timeline.rows()
    sign = next(row for row in range(rows.rowCount()) if isinstance(rows.line(row).entry, FlagEntry))
    page.timeline.setCurrentIndex(rows.index(sign))
    yield "14_diary_sign"
    page.log_pain()
    yield "14_diary_new"
    page.close_panel()
    page.columns.month.bin.click()
    yield "14_diary_bin"


SCENES: tuple[Callable[[Scene], Iterator[str]], ...] = (
    first_run,
    empty_today,
    used_today,
    settings_without_sound,
    today_with_notes,
    red_today,
    today_advice,
    check_in,
    player,
    across_the_room,
    routines,
    exercise,
    diary,
    empty_diary,
    log_run,
    *IMPORTS,
    morning_check,
    weekly_review,
    weekly_review_with_red_flag,
    ice_timer,
    *RETURNS,
    *PLANS,
    *ADVICE_SCENES,
)
