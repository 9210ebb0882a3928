"""A player page in a test's hands: its clock, its disk, its sounds, and what is on it."""

from dataclasses import fields, replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kneecoach.coaching import play
from kneecoach.domain.settings import Settings
from kneecoach.domain.timeline import Timeline, plan
from kneecoach.storage import sessions
from kneecoach.storage.database import open_in_memory
from kneecoach.ui.changes import Changes
from kneecoach.ui.pages.player_page import PlayerPage
from kneecoach.ui.ticker import Ticker
from tests.builders import a_routine, a_timeline, an_exercise
from tests.fakes import FickleStore, HandClock, ScriptedAwake, SilentSounds, SilentVoice


class Playing:
    """A shown player over `dosages`. Its own timer is stopped: time passes by `run` only.

    Any field of the settings may be among `more`.
    """

    def __init__(self, qtbot, *dosages, timeline: Timeline | None = None, size=(1280, 800), session=None, **more):
        self.clock = more.pop("clock", None) or HandClock()
        self.store = more.pop("store", None) or FickleStore(open_in_memory())
        self.sounds = more.pop("sounds", SilentSounds())
        self.voice = more.pop("voice", None) or SilentVoice(seconds=lambda: self.clock.now().monotonic)
        self.awake = more.pop("awake", ScriptedAwake())
        self.timeline = timeline or a_timeline(*dosages)
        self.session = session or play.start(self.store, None, self.timeline, now=self.clock.wall())
        ticker = Ticker(self.session, self.store, now=self.clock.now, wall=self.clock.wall)
        self.changes = Changes()
        self.changed = 0
        self.changes.sessions.connect(self._count)
        names = {field.name for field in fields(Settings)} & more.keys()
        settings = Settings(**{name: more.pop(name) for name in names})
        self.page = PlayerPage(
            ticker,
            changes=self.changes,
            sounds=self.sounds,
            voice=self.voice,
            awake=self.awake,
            settings=settings,
            **more,
        )
        # Held until the end of the test: freed while it is painted it would take everything down
        qtbot.addWidget(self.page, before_close_func=self._leave)
        self.ended = []
        self.page.ended.connect(self.ended.append)
        self.page.resize(*size)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.view = self.page.view
        ticker._timer.stop()

    def _leave(self, page):
        page.put_away()

    def _count(self):
        self.changed += 1

    def run(self, seconds: float, step: float = 0.25) -> None:
        for _ in range(round(seconds / step)):
            self.clock.pass_by(step)
            self.page.ticker.tick()

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        # Not through QTest: it warns of media keys that it has no letter for
        QApplication.sendEvent(self.page, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))

    def to_work(self, index: int = 0) -> None:
        self.page.ticker.do(lambda now: self.session.jump(now, index))
        self.page.ticker.do(self.session.skip)

    @property
    def playing(self):
        return self.session.playing

    def kept(self):
        with self.store.begin() as tx:
            return sessions.session(tx, self.session.id)

    def colour_at(self, x: int, y: int):
        return self.page.grab().toImage().pixelColor(x, y)


def hurting(on: Playing, score: str, *, sharp: bool = False) -> None:
    """It hurts, so much: answered by the keys."""
    on.press(Qt.Key.Key_P)
    QTest.keyClick(on.view.hurts.strip, score)
    QTest.keyClick(on.view.hurts, Qt.Key.Key_Y if sharp else Qt.Key.Key_N)
    QTest.keyClick(on.view.hurts, Qt.Key.Key_Return)


def long_worded(timeline: Timeline, *, share: float = 1.35) -> Timeline:
    """The same timeline in a language whose words are a third longer."""

    def longer(text: str) -> str:
        return text + " " + "mnopq rstuv "[: max(1, round(len(text) * (share - 1)))].strip()

    def grown(exercise):
        return replace(
            exercise,
            name=longer(exercise.name),
            short_name=longer(exercise.short_name),
            steps=tuple(map(longer, exercise.steps)),
            cues=tuple(map(longer, exercise.cues)),
        )

    sets = tuple(replace(one, exercise=grown(one.exercise)) for one in timeline.sets)
    return replace(timeline, sets=sets)


def named(dosage, **words) -> Timeline:
    """One exercise with these words."""
    routine = a_routine(dosage)
    return plan(routine, {"exercise_0": an_exercise("exercise_0", dosage=dosage, **words)})


def shown_children(parent: QWidget) -> list[QWidget]:
    direct = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [child for child in direct if child.isVisible() and child.width() and child.height()]
