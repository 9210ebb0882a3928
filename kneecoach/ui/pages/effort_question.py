"""How hard it was, with the load that follows, and a note: what a run and an activity both ask."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from kneecoach.domain.effort import EFFORT_WORDS, load
from kneecoach.ui.widgets.effort_scale import EffortScale
from kneecoach.ui.widgets.named import Named
from kneecoach.ui.widgets.text import Label, Role, Tone

NOTE_PX = 64
UNKNOWN = "–"
QUESTION = "Effort, 0 to 10"


def effort_words(effort: int | None) -> str:
    """What the effort feels like; "" while it is not given."""
    return "" if effort is None else EFFORT_WORDS[effort]


def load_words(effort: int | None, seconds: float | None) -> str:
    """ "Load 151", or a dash while it is unknown."""
    known = load(effort, seconds)
    return f"Load {UNKNOWN if known is None else known}"


class NoteEdit(QPlainTextEdit):
    """A few lines; Tab leaves them."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Note")
        self.setPlaceholderText("Note, optional")
        self.setTabChangesFocus(True)
        self.setMinimumHeight(NOTE_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(200, NOTE_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(108, NOTE_PX)


class EffortQuestion(Named):
    """The scale with its words, and the load that follows from it."""

    def __init__(self, *, name: str = QUESTION, cell_px: int = 44, clearable: bool = True, parent: QWidget) -> None:
        self._name = name
        self.scale = EffortScale(name=name, cell_px=cell_px)
        if clearable:
            self.scale.make_clearable()
        self.load = Label(load_words(None, None), Role.SMALL, Tone.INK3)
        super().__init__(name, self.scale, end=self.load, parent=parent)
        self.load.setToolTip("Effort times minutes")

    def show_load(self, seconds: float | None) -> None:
        effort = self.scale.value()
        words = effort_words(effort)
        self.label.setText(f"Effort {effort}: {words}" if words else self._name)
        self.load.setText(load_words(effort, seconds))
