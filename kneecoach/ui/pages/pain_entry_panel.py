"""One entry of pain, new or chosen: saved with every change. Done only closes it, as Esc does."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.diary import told_later
from kneecoach.domain.pain import PainEntry, PainPhase, Quality
from kneecoach.domain.screening import Permission
from kneecoach.domain.support import SupportUsed
from kneecoach.ui.pages.diary_names import ADDED_LATER, PHASES, QUALITIES
from kneecoach.ui.pages.pain_entry_moment import moment_title
from kneecoach.ui.pages.pain_entry_more import PainMore
from kneecoach.ui.pages.pain_entry_note import NoteField
from kneecoach.ui.pages.pain_entry_place import PainPlace
from kneecoach.ui.pages.scrolled import SteadyScrolled
from kneecoach.ui.widgets.buttons import DangerButton, IconButton, PrimaryButton, QuietButton, Size
from kneecoach.ui.widgets.card import Area, Banner, Card, Hairline, Kind
from kneecoach.ui.widgets.chips import ChipRow
from kneecoach.ui.widgets.field import Combo
from kneecoach.ui.widgets.pain_strip import PainStrip
from kneecoach.ui.widgets.text import Label, Role, Tone

STRIP_PX, SIDE_PX = 38, 20
NEW, NEW_THEN = "How much does it hurt?", "How much did it hurt?"
MORE, LESS = "More", "Less"
UNSAID = "When it hurt: not said"
BANNER_SIDE_PX = 12
Change = Callable[[PainEntry], PainEntry]


@dataclass(frozen=True, slots=True)
class Draft:
    """What the panel shows. While no pain is `given` yet, nothing is saved."""

    entry: PainEntry
    given: bool = True


class PainPanel(Card):
    """Shows what it is given and says what the person makes of it."""

    changed = Signal(object)
    """The PainEntry as it is now, its pain given."""
    support_answered = Signal(object, bool)
    other_knee = Signal(object)
    delete_requested = Signal()
    close_requested = Signal()

    def __init__(self, wall: Callable[[], datetime], *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(1, 12, 1, 12), parent=parent)
        self._wall = wall
        self._draft: Draft | None = None
        self._warned: UUID | None = None
        self.setAccessibleName("Pain entry")
        self.title = Label("", Role.H3, wrap=True, parent=self)
        self.later = Label(ADDED_LATER, Role.SMALL, Tone.INK3, parent=self)
        self.close_button = IconButton("x", "Close (Esc)", parent=self)
        self.strip = PainStrip(cell_px=STRIP_PX, words=False, parent=self)
        self.place = PainPlace(parent=self)
        self.phase = Combo("When it hurt", parent=self)
        self.phase.set_options([("", UNSAID), *PHASES.items()])
        self.quality = ChipRow(list(QUALITIES.items()), name="What it feels like", narrow=True, parent=self)
        self.note = NoteField(parent=self)
        self.more_button = QuietButton(MORE, icon="chevd", size=Size.SMALL, parent=self)
        self.more = PainMore(wall, self.place, parent=self)
        self.more.hide()
        self.warning = Banner(narrow=True, parent=self)
        self.warning.hide()
        self.delete = DangerButton("Delete", parent=self)
        self.save = PrimaryButton("Done", parent=self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SIDE_PX, 0, 10, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.later)
        head.addLayout(words, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        inside = Area("surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(SIDE_PX, 0, SIDE_PX, 8)
        column.setSpacing(8)
        for part in (self.strip, self.place, self.phase, self.quality, self.note):
            column.addWidget(part)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.more)
        column.addStretch(1)
        self._scrolled = SteadyScrolled(inside, margin_px=SIDE_PX, parent=self)
        foot = QHBoxLayout()
        foot.setContentsMargins(SIDE_PX, 0, SIDE_PX, 0)
        foot.addWidget(self.delete)
        foot.addStretch(1)
        foot.addWidget(self.save)
        self.body.setSpacing(6)
        self.body.addLayout(head)
        self.body.addWidget(self._scrolled, 1)
        self.body.addLayout(self._said_below())
        self.body.addWidget(Hairline(parent=self))
        self.body.addLayout(foot)

    def _said_below(self) -> QHBoxLayout:
        """What follows stays in sight, under all that can be said, so that nothing moves from under the pointer."""
        line = QHBoxLayout()
        line.setContentsMargins(BANNER_SIDE_PX, 0, BANNER_SIDE_PX, 0)
        line.addWidget(self.warning)
        return line

    def _connect(self) -> None:
        self.strip.changed.connect(self._score)
        self.place.changed.connect(self._move)
        self.place.valued.connect(self._score)
        self.place.other_knee.connect(self.other_knee)
        self.phase.activated.connect(self._choose_phase)
        self.quality.changed.connect(self._choose_quality)
        self.note.written.connect(self._write)
        self.more_button.clicked.connect(self._toggle_more)
        self.more.changed.connect(self._change)
        self.more.support_answered.connect(self.support_answered)
        self.delete.clicked.connect(self.delete_requested)
        self.save.clicked.connect(self.finish)
        self.close_button.clicked.connect(self.finish)

    def entry(self) -> PainEntry | None:
        """What is shown, once its pain is given."""
        return self._draft.entry if self._draft is not None and self._draft.given else None

    def shown(self) -> PainEntry | None:
        """What is shown, its pain given or not."""
        return self._draft.entry if self._draft is not None else None

    def show_entry(self, entry: PainEntry) -> None:
        """An entry of the diary; the one that is shown already keeps its place in the panel."""
        same = self._draft is not None and self._draft.entry.id == entry.id
        self._draft = Draft(entry)
        self._fill(offered=same and self.place.offered())
        if not same:
            self._scrolled.verticalScrollBar().setValue(0)

    def show_new(self, entry: PainEntry) -> None:
        """A new one at the place that `entry` has; its pain is still to be given."""
        self._draft = Draft(entry, given=False)
        self._fill(offered=True)
        self.open_more(opened=False)
        self._scrolled.verticalScrollBar().setValue(0)
        self.begin()

    def begin(self) -> None:
        """Give the keyboard to the pain."""
        self.strip.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_warning(self, entry_id: UUID, permission: Permission | None) -> None:
        """What follows from this entry as it was just kept; None when there is nothing to say. It goes with it."""
        self._warned = None if permission is None else entry_id
        if permission is not None:
            kind = Kind.STOP if permission.red_flag else Kind.WARN
            words = " ".join([permission.words, *permission.numbers])
            self.warning.show_message(kind, permission.title, words)
        self._show_warned()

    def _show_warned(self) -> None:
        entry = self.entry()
        self.warning.setVisible(entry is not None and entry.id == self._warned)

    def show_support(self, support: SupportUsed | None) -> None:
        self.more.show_support(support)

    def open_more(self, *, opened: bool) -> None:
        """Show the rest of what can be said, or only the usual."""
        self.more.setVisible(opened)
        self.more_button.set_words(LESS if opened else MORE, icon="chevu" if opened else "chevd")

    def finish(self) -> None:
        """Keep what is being written, then ask to be closed. Everything else is saved already."""
        self.note.settle()
        self.close_requested.emit()

    def settle(self) -> None:
        """Keep what is being written: something else is shown next."""
        self.note.settle()

    def _fill(self, *, offered: bool) -> None:
        draft = self._draft
        assert draft is not None, "there is something to show"
        entry, score = draft.entry, draft.entry.score if draft.given else None
        self._show_title(draft)
        self.strip.set_value(score)
        self.place.show_place((entry.side, entry.regions), score, offered=offered)
        self.phase.set_value(entry.phase or "")
        self.quality.set_value(entry.qualities)
        if self.note.toPlainText().strip() != entry.note:
            self.note.show_note(entry.note)
        self.more.show_entry(entry)
        self._enable(given=draft.given)
        self._show_warned()

    def _show_title(self, draft: Draft) -> None:
        at = draft.entry.at
        then = at.date() != self._wall().date()
        self.title.setText(moment_title(at) if draft.given else NEW_THEN if then else NEW)
        self.later.setText(ADDED_LATER if draft.given else moment_title(at))
        self.later.setVisible(told_later(draft.entry) if draft.given else then)

    def _enable(self, *, given: bool) -> None:
        """While no pain is given there is nothing to save or to delete."""
        self.delete.setEnabled(given)
        self.save.setEnabled(given)

    def _change(self, change: Change) -> None:
        draft = self._draft
        if draft is None:
            return
        self._draft = replace(draft, entry=change(draft.entry))
        if draft.given:
            self.changed.emit(self._draft.entry)

    def _score(self, score: int) -> None:
        draft = self._draft
        if draft is None:
            return
        self._draft = Draft(replace(draft.entry, score=score))
        self.strip.set_value(score)
        self.place.set_score(score)
        self._enable(given=True)
        self._show_title(self._draft)
        self.changed.emit(self._draft.entry)

    def _move(self) -> None:
        side, regions = self.place.place()
        self._change(lambda entry: replace(entry, side=side, regions=regions))

    def _choose_phase(self, _index: int) -> None:
        phase = self.phase.value()
        self._change(lambda entry: replace(entry, phase=phase if isinstance(phase, PainPhase) else None))

    def _choose_quality(self, chosen: frozenset[Quality]) -> None:
        self._change(lambda entry: replace(entry, qualities=tuple(one for one in QUALITIES if one in chosen)))

    def _write(self, note: str) -> None:
        self._change(lambda entry: replace(entry, note=note))

    def _toggle_more(self) -> None:
        opened = self.more.isHidden()
        self.open_more(opened=opened)
        if opened:
            self._scrolled.bring_into_view(self.more)
            self._scrolled.verticalScrollBar().setValue(self.more_button.y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (enter and (ctrl or self.entry() is not None)):
            self.finish()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
