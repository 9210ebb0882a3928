"""The one finding that matters most, on Today; the rest is one tap away."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.finding import STAGE_RULE, Level
from kneecoach.domain.person import Person, Units
from kneecoach.domain.screening import Permission, Verdict
from kneecoach.ui.tokens import Tokens, tokens_of
from kneecoach.ui.widgets.buttons import LinkButton
from kneecoach.ui.widgets.card import RADIUS_PX, LeadText
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.painting import outline
from kneecoach.ui.widgets.text import Tone

if TYPE_CHECKING:
    from kneecoach.coaching.advice import Advised
    from kneecoach.domain.finding import Finding

WHY, ALL, STAGE = "Why this advice", "All advice", "Today\N{RIGHT SINGLE QUOTATION MARK}s stage"
READING = "Advice: being read"
UNREAD = "The advice can\N{RIGHT SINGLE QUOTATION MARK}t be read now."
NOTHING = "Nothing to say today."
TOO_LITTLE = "Too little logged to advise you."
NOT_GOOD_NEWS, NO_ALL_CLEAR = "That is not the same as all well.", "That is not an all-clear."
LONGEST = (
    "A longer run than in the last month.",
    (
        "You logged 12.5 km; the longest of the 30 days before was 10.0 km. In a large group of runners, injury was "
        "about 1.6 times as likely as after runs no more than a tenth longer. A link, not a cause. Keep the next one "
        "to 11.0 km."
    ),
)
"""The place that is kept: nothing on Today moves when what was found comes."""
SUMMARY = "Summary for the doctor"
TINTS = {Tone.STOP: "stop_tint", Tone.WARN: "warn_tint"}


class RoomyText(LeadText):
    """Words that take the room of the longest ones from the beginning."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._room = LeadText(*LONGEST, parent=self)
        self._room.hide()

    def heightForWidth(self, width: int) -> int:
        return max(super().heightForWidth(width), self._room.heightForWidth(width))


class Links(QWidget):
    """Two links that take the room of both while none is there, and one that takes its own only when it is."""

    def __init__(
        self, first: LinkButton, second: LinkButton, extra: LinkButton, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._first, self._second, self._extra = first, second, extra
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(first, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(second, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(extra, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)

    def sizeHint(self) -> QSize:
        shown = [self._first, self._second, *([] if self._extra.isHidden() else [self._extra])]
        sizes = [one.sizeHint() for one in shown]
        return QSize(max(size.width() for size in sizes), sum(size.height() for size in sizes))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class TodayAdvice(QWidget):
    """A banner that keeps its place while it is empty. It knows no rule: it is told what stands first."""

    advice_requested = Signal(object)
    """The finding to explain, None for the page of all advice."""
    summary_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("read_first")
        self._permission: Permission | None = None
        self._found: tuple[Finding, ...] | None = None
        self._waiting, self._trouble = 0, ""
        self._why_of: Finding | None = None
        self._tone, self._tinted = Tone.INFO, False
        self._icon = Icon("info", 20, Tone.INFO, parent=self)
        self.words = RoomyText(parent=self)
        self.why = LinkButton(WHY, parent=self)
        self.more = LinkButton("", parent=self)
        self.why.clicked.connect(self._ask_why)
        self.more.clicked.connect(self._ask_for_all)
        self.summary = LinkButton(SUMMARY, parent=self)
        self.summary.clicked.connect(self.summary_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 20, 12)
        row.setSpacing(16)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        row.addWidget(Links(self.why, self.more, self.summary, parent=self))
        self._show()

    def judge(self, permission: Permission) -> None:
        """What may start now: where it is nothing, or a calm-down day only, that stands before all else."""
        before, self._permission = self._stops(), permission if permission.verdict <= Verdict.CALM_ONLY else None
        if before and not self._stops():
            # What was found under it is not what is found without it
            self._found = None
        self._show()

    def show_advised(self, advised: "Advised", person: Person | None) -> None:
        """The same as it was read, in the units of the person."""
        from kneecoach.domain.advice.words import in_units  # noqa: PLC0415

        units = person.units if person is not None else Units.KM
        self.show_found([in_units(one, units) for one in advised.findings], len(advised.waiting))

    def show_found(self, found: "Sequence[Finding]", waiting: int) -> None:
        """What the rules found, the gravest first, and how many of them wait for more data."""
        self._found, self._waiting, self._trouble = tuple(found), waiting, ""
        self._show()

    def show_trouble(self, sentence: str) -> None:
        """Nothing could be read: that is said, for silence would reassure."""
        self._found, self._trouble = None, sentence
        self._show()

    @property
    def no_run(self) -> bool:
        """Whether a red flag stands, or a rule says stop: then nothing beside it speaks of a run."""
        red = self._permission is not None and self._permission.red_flag
        return red or any(one.level is Level.STOP for one in self._found or ())

    def lead(self) -> str:
        """The title that is shown, "" while nothing is known yet."""
        return self.words.accessibleName()

    def _stops(self) -> bool:
        return self._permission is not None

    def _show(self) -> None:
        if self._permission is not None:
            self._show_verdict(self._permission)
        elif self._found:
            self._show_first(self._found)
        elif self._found is None and self._trouble:
            self._say("warn", Tone.WARN, UNREAD, self._trouble)
        elif self._found is None:
            self._say("info", Tone.INFO, "", "")
        else:
            said = (TOO_LITTLE, NO_ALL_CLEAR) if self._waiting else (NOTHING, NOT_GOOD_NEWS)
            self._say("info", Tone.INFO, *said)
        known = bool(self.words.accessibleName())
        self._icon.setVisible(known)
        self.setAccessibleName(self.words.accessibleName() if known else READING)
        self.update()

    def _show_verdict(self, stopped: Permission) -> None:
        named = {one.rule for one in stopped.findings if one.urgency is stopped.urgency}
        others = [one for one in self._found or () if one.rule not in named]
        first = stopped.findings[0] if stopped.red_flag else None
        red = stopped.red_flag
        self._say("stop" if red else "warn", Tone.STOP if red else Tone.WARN, stopped.title, stopped.words)
        self._tinted = True
        self.summary.setVisible(red)
        self._link(first, len(others))

    def _show_first(self, found: "tuple[Finding, ...]") -> None:
        # Not needed before there is something to show
        from kneecoach.domain.advice.engine import is_red  # noqa: PLC0415
        from kneecoach.ui.pages.advice_words import sign_of  # noqa: PLC0415

        first = found[0]
        sign = sign_of(first)
        self._say(sign.icon, sign.tone, f"{first.title.removesuffix('.')}.", first.text)
        self._tinted = is_red(first) or sign.tone is Tone.WARN
        self.summary.setVisible(is_red(first))
        self._link(first, len(found) - 1)

    def _say(self, icon: str, tone: Tone, lead: str, text: str) -> None:
        self._tone, self._tinted = tone, False
        self._icon.set_icon(icon, tone)
        self.words.set_text(lead, text)
        self.why.hide()
        self.more.hide()
        self.summary.hide()

    def _link(self, first: "Finding | None", others: int) -> None:
        self._why_of = first
        self.why.set_words(STAGE if first is not None and first.rule == STAGE_RULE else WHY)
        self.why.setVisible(first is not None)
        self.more.set_words(f"{others} more" if others else ALL)
        self.more.setVisible(others > 0 or first is None)

    def _ask_why(self) -> None:
        self.advice_requested.emit(self._why_of)

    def _ask_for_all(self) -> None:
        self.advice_requested.emit(None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline(painter, self.rect(), tokens.line, self._face(tokens), radius=RADIUS_PX)
        if self.words.accessibleName():
            painter.fillPath(_edge(self.rect()), getattr(tokens, self._tone.value))

    def _face(self, tokens: Tokens):
        return getattr(tokens, TINTS.get(self._tone, "surface") if self._tinted else "surface")


def _edge(at: QRect) -> QPainterPath:
    whole, edge = QPainterPath(), QPainterPath()
    whole.addRoundedRect(QRectF(at), RADIUS_PX, RADIUS_PX)
    edge.addRect(0, 0, 4, at.height())
    return whole & edge
