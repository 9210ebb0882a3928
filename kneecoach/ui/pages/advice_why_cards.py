"""The cards of "Why this advice": what was read, the rule, what to do, the source, its limits, and what clears it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.coaching.thresholds import limits_of
from kneecoach.domain.advice.conditions import condition_of
from kneecoach.domain.advice.engine import is_red
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.red_rules import rule_of
from kneecoach.domain.advice.rule import Rule
from kneecoach.domain.diary import Entry, day_of
from kneecoach.domain.finding import Finding
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.person import Units
from kneecoach.domain.red_flag_words import capital
from kneecoach.domain.told_before import as_fact
from kneecoach.ui.pages.advice_card import RuledCard
from kneecoach.ui.pages.advice_pictures import Strength, drawing
from kneecoach.ui.pages.advice_why_words import Pair, Reasons, to_do
from kneecoach.ui.pages.advice_words import GENERAL
from kneecoach.ui.pages.diary_words import Terms, line_of
from kneecoach.ui.widgets.buttons import LinkButton, SecondaryButton, Size
from kneecoach.ui.widgets.card import Card, Hairline
from kneecoach.ui.widgets.flow_layout import FlowLayout
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.row_button import RowButton
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.words import plain_day

FEW = 5
NO_ENTRY = "What it read is not an entry of the diary of its own: a pair of shoes, or an answer in the check-in."
SILENT = "What nobody said does not count, either way."
EMPTY = "An empty answer does not clear it."
FIXED = "The limits of red flags are fixed; nobody can change them."
SIDE = (24, 16, 24, 16)


class ReadCard(Card):
    """The numbers, their drawing, and the entries they came from; each leads to its place in the diary."""

    entry_requested = Signal(object)

    def __init__(
        self, behind: Reasons, terms: Terms, today: date, *, over: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(margins=(24, 16, 24, 8), parent=parent)
        self.body.setSpacing(6)
        self._terms, self._today, self._entries = terms, today, behind.entries
        self.rows: list[RowButton] = []
        self.body.addWidget(Label("What KneeCoach read", Role.H3, parent=self))
        self._add_picture(behind, over=over)
        for line in behind.finding.because:
            if is_red(behind.finding):
                self.body.addLayout(_line("check", capital(line), self))
            else:
                self.body.addWidget(Label(capital(line), Role.SMALL, wrap=True, parent=self))
        if behind.also:
            self.body.addWidget(
                Label(f"Also read by: {', '.join(behind.also)}", Role.SMALL, Tone.INK2, wrap=True, parent=self)
            )
        self.body.addSpacing(4)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self.more: LinkButton | None = None
        self._show(behind.entries[:FEW])
        if not behind.entries:
            self.body.addWidget(Label(NO_ENTRY, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        self.body.addStretch(1)

    def _add_picture(self, behind: Reasons, *, over: bool) -> None:
        drawn = drawing(behind.picture, over=over, parent=self)
        if drawn is None:
            return
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(drawn, 3)
        if isinstance(behind.picture, Pair):
            row.addWidget(_figures(behind.picture, self), 2)
        self.body.addLayout(row)
        self.body.addSpacing(4)

    def _show(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            line = line_of(entry, self._terms)
            when = ", ".join(part for part in (plain_day(day_of(entry), self._today), line.time) if part)
            pain = f"Pain {line.pain}, " if isinstance(entry, PainEntry) else ""
            words = f"{pain}{line.title[:1].lower()}{line.title[1:]}" if pain else line.title
            row = RowButton(words, when, icon=line.icon or "pain", edge_px=0, high_px=40, parent=self)
            row.setProperty("entry", (day_of(entry), entry.id))
            row.clicked.connect(self._ask)
            self.rows.append(row)
            self._list.addWidget(row)
            row.show()
        left = len(self._entries) - len(self.rows)
        if left:
            self.more = LinkButton(f"{left} more", parent=self)
            self.more.setAccessibleName(f"{left} more entries that were read")
            self.more.clicked.connect(self.unfold)
            self._list.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def unfold(self) -> None:
        """All of them."""
        if self.more is not None:
            self.more.hide()
            self._list.removeWidget(self.more)
            self.more.deleteLater()
            self.more = None
        first = len(self.rows)
        self._show(self._entries[first:])
        self.rows[first].setFocus()

    def _ask(self) -> None:
        self.entry_requested.emit(self.sender().property("entry"))


def _figures(pair: Pair, parent: QWidget) -> QWidget:
    held = QWidget(parent)
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    number = QHBoxLayout()
    number.setSpacing(8)
    number.addWidget(Label(f"{float(pair.value):g}", Role.METRIC, parent=held))
    number.addWidget(Label(pair.said, Role.BODY, Tone.INK2, wrap=True, parent=held), 1, Qt.AlignmentFlag.AlignBottom)
    column.addLayout(number)
    if pair.before is not None:
        grey = f"Grey: {float(pair.before):g} {pair.grey}"
        column.addWidget(Label(grey, Role.SMALL, Tone.INK2, wrap=True, parent=held))
    return held


def _line(icon: str, words: str, parent: QWidget, tone: Tone = Tone.INK) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(Icon(icon, 14, Tone.INK2, parent=parent), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(words, Role.SMALL, tone, wrap=True, parent=parent), 1)
    return row


class RuleCard(Card):
    """The rule in words, and the limits it goes by with the source of each."""

    def __init__(self, finding: Finding, profile: Profile, units: Units, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=SIDE, parent=parent)
        self.body.setSpacing(6)
        rule = rule_of(finding.rule)
        self.body.addWidget(Label("The rule", Role.H3, parent=self))
        self.body.addWidget(Label(condition_of(rule, profile, units), Role.BODY, wrap=True, parent=self))
        known = limits_of(rule.id, profile, units)
        for limit in known:
            self.body.addWidget(Hairline(parent=self))
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(Label(limit.words, Role.SMALL, Tone.INK2, wrap=True, parent=self), 1)
            row.addWidget(Label(limit.value, Role.SMALL_BOLD, parent=self))
            self.body.addLayout(row)
            self.body.addWidget(Label(capital(limit.source), Role.HINT, Tone.INK3, wrap=True, parent=self))
        self.body.addStretch(1)
        self.body.addWidget(
            Label(_foot(rule, profile, known=bool(known)), Role.SMALL, Tone.INK2, wrap=True, parent=self)
        )


def _foot(rule: Rule, profile: Profile, *, known: bool) -> str:
    name = "A sign" if rule.id == "FLAG" else f"Rule {rule.id}, version {rule.version}"
    if known:
        return f"{name}: {rule.name.lower()}. Limits: {profile.name}. {SILENT}"
    return f"{name}: {rule.name.lower()}. {FIXED if rule.id in _RED else SILENT}"


_RED = frozenset({"FLAG", *(f"R{number:02}" for number in range(1, 10))})


class ToDoCard(Card):
    """What the finding asks for; for a red flag, what to tell a doctor."""

    entry_requested = Signal()
    summary_requested = Signal()

    def __init__(self, finding: Finding, *, leads: bool, parent: QWidget | None = None) -> None:
        """`leads` when there is an entry to go to."""
        super().__init__(margins=SIDE, parent=parent)
        self.body.setSpacing(6)
        red = is_red(finding)
        self.body.addWidget(Label("What to tell a doctor" if red else "What to do", Role.H3, parent=self))
        for words in finding.because if red else ():
            self.body.addLayout(_line("check", capital(as_fact(words)), self))
        self.body.addWidget(Label(to_do(finding), Role.BODY, wrap=True, parent=self))
        self.body.addStretch(1)
        self.summary = SecondaryButton("Summary for the doctor", icon="file", size=Size.SMALL, parent=self)
        self.summary.setVisible(red)
        self.summary.clicked.connect(self.summary_requested)
        self.change = SecondaryButton("Open the entry", size=Size.SMALL, parent=self)
        self.change.setVisible(leads and not red)
        self.change.clicked.connect(self.entry_requested)
        for button in (self.summary, self.change):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


class SourceCard(Card):
    """Where the rule comes from and how sure that is."""

    def __init__(self, finding: Finding, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=SIDE, parent=parent)
        self.body.setSpacing(8)
        rule = rule_of(finding.rule)
        self.body.addWidget(Label("Where it comes from", Role.H3, parent=self))
        source = Label(finding.source, Role.SMALL, wrap=True, parent=self)
        source.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(source)
        self.body.addWidget(Label("How sure", Role.LABEL, Tone.INK2, parent=self))
        self.body.addWidget(Strength(rule.evidence, parent=self))


class LimitsCard(Card):
    """The limits of the rule: what the finding does not mean."""

    def __init__(self, finding: Finding, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=SIDE, parent=parent)
        self.body.setSpacing(6)
        self.body.addWidget(Label("How far it goes", Role.H3, parent=self))
        sentences = [f"{one.rstrip('.')}." for one in rule_of(finding.rule).does_not_mean.split(". ")]
        for sentence in (*sentences, GENERAL):
            self.body.addWidget(Hairline(parent=self))
            self.body.addWidget(Label(sentence, Role.SMALL, wrap=True, parent=self))
        self.body.addStretch(1)


class ClearsCard(RuledCard):
    """What would clear it, and the way to the entry when a number is wrong."""

    entry_requested = Signal()

    def __init__(
        self, finding: Finding, seen: str, *, leads: bool, became: str = "", parent: QWidget | None = None
    ) -> None:
        """`became` is what ended it, "" while it is open."""
        super().__init__(Tone.OK, parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(*SIDE)
        column.setSpacing(6)
        column.addWidget(Label("What ended it" if became else "What would clear it", Role.H3, parent=self))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Icon("check", 18, Tone.OK, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(became or finding.clears_when, Role.BODY, wrap=True, parent=self), 1)
        column.addLayout(row)
        if not became:
            column.addWidget(Label(EMPTY, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        column.addStretch(1)
        column.addWidget(Hairline(parent=self))
        self.wrong = LinkButton("A number is wrong", parent=self)
        self.wrong.setVisible(leads)
        self.wrong.clicked.connect(self.entry_requested)
        foot = FlowLayout(gap_px=16)
        foot.addWidget(self.wrong)
        when = Label(seen, Role.SMALL, Tone.INK2, parent=self)
        when.setMinimumHeight(self.wrong.sizeHint().height())
        foot.addWidget(when)
        column.addLayout(foot)
