"""The one page for the doctor, drawn from the facts: as a PDF with its fonts in it, never more than one sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter, QPen, QPicture

from kneecoach.domain.doctor_facts import DoctorFacts
from kneecoach.domain.pain import MAX_PAIN
from kneecoach.domain.person import Country
from kneecoach.ui.fonts import Role
from kneecoach.ui.paper import doctor_words
from kneecoach.ui.paper.doctor_chart import DoctorChart
from kneecoach.ui.paper.doctor_knees import DoctorKnees
from kneecoach.ui.paper.paper import DPI, Align, Paper, Part, height, line_height
from kneecoach.ui.widgets.painting import fill
from kneecoach.ui.words import named

LETTER = {Country.UNITED_STATES, Country.CANADA}
SIDE_PX, TOP_PX, BOTTOM_PX = 62.0, 46.0, 40.0
GAP_PX, KNEES_PX = 30.0, 232.0
NOTE_LINES = 2
FOOT_PX, BETWEEN_PX = 26.0, 13.0
WRITE_PX, LEAST_WRITE, MOST_WRITE = 25.0, 2, 8
SHARP_DPI = 1_200


@dataclass(frozen=True, slots=True)
class Fit:
    """How much of each thing is shown; what is left out is counted and said."""

    signs: int = 16
    below: int = 3
    long: int = 4
    listed: int = 3
    views: int = 2
    places: int = 4


FITS = (Fit(), Fit(views=1), Fit(long=3, listed=2, views=1, places=3), Fit(16, 2, 2, 1, 1, 2), Fit(14, 1, 1, 1, 1, 1))
"""From generous to tight: the first that leaves the page in one piece is taken."""


def page_of(facts: DoctorFacts) -> QPageSize:
    """The paper of the country: Letter in North America, else A4."""
    letter = facts.person is not None and facts.person.country in LETTER
    return QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4)


def as_pdf(facts: DoctorFacts, *, with_name: bool = True) -> bytes:
    """The content of the file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(SHARP_DPI)
    writer.setPageSize(page_of(facts))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(doctor_words.TITLE)
    writer.setCreator("KneeCoach")
    painter = QPainter(writer)
    painter.scale(SHARP_DPI / DPI, SHARP_DPI / DPI)
    paint(painter, facts, with_name=with_name)
    painter.end()
    return bytes(buffer.data().data())


def paint(painter: QPainter, facts: DoctorFacts, *, with_name: bool = True) -> float:
    """Draw the page in units of `DPI`; how far below its foot it reaches, never more than 0."""
    size = page_of(facts).sizePoints()
    wide, tall = size.width() * DPI / 72, size.height() * DPI / 72
    over = 0.0
    for fit in FITS:
        trial = QPicture()
        trying = QPainter(trial)
        over = Sheet(Paper(trying), facts, fit, wide, tall).draw(with_name=with_name)
        trying.end()
        if over <= 0:
            break
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    Sheet(Paper(painter), facts, fit, wide, tall).draw(with_name=with_name)
    return over


class Sheet:
    """From the top down; what is left below the facts becomes lines to write on."""

    def __init__(self, paper: Paper, facts: DoctorFacts, fit: Fit, wide: float, tall: float) -> None:
        self._paper, self._facts, self._fit = paper, facts, fit
        self._x, self._width, self._bottom = SIDE_PX, wide - 2 * SIDE_PX, tall - BOTTOM_PX
        self._y = TOP_PX

    def draw(self, *, with_name: bool) -> float:
        """How far below the foot it reaches; nothing or less when all of it has room."""
        self._head(with_name=with_name)
        self._signs()
        self._pictures()
        self._columns()
        questions = self._questions_px()
        self._notes(self._bottom - FOOT_PX - questions - LEAST_WRITE * WRITE_PX)
        self._questions()
        over = self._y - (self._bottom - FOOT_PX)
        self._lines()
        self._foot()
        return over

    def _head(self, *, with_name: bool) -> None:
        paper, facts, half = self._paper, self._facts, self._width / 2
        person = facts.person
        name = named(person.name) if with_name and person is not None else ""
        about = doctor_words.about(person, named=with_name)
        right = (self._x + half, self._y)
        if name:
            paper.words(right, name, half, role=Role.H3, align=Align.RIGHT)
        else:
            paper.words(right, "Name:" + "\N{NO-BREAK SPACE}" + "_" * 30, half, tone="ink2", align=Align.RIGHT)
        lines = [about, f"Written {doctor_words.day(facts.now.date())}, {facts.now:%H:%M}"]
        y = self._y + line_height(Role.H3)
        for line in [one for one in lines if one]:
            y += paper.words((right[0], y), line, half, tone="ink2", align=Align.RIGHT)
        left = self._y + paper.words((self._x, self._y - 3), doctor_words.TITLE, half, role=Role.H1)
        left += paper.words((self._x, left), doctor_words.period(facts), half, role=Role.BODY, tone="ink2")
        self._y = max(left, y) + 8
        paper.rule(self._x, self._y, self._width, tone="ink", thick=1.6)
        self._y += BETWEEN_PX

    def _signs(self) -> None:
        paper, facts = self._paper, self._facts
        told = doctor_words.all_signs(facts)
        is_open = any(one.is_open for one in facts.signs) or any(one.is_open for one in facts.injuries)
        tone, inner, pain_px = "stop" if is_open else "line2", 18.0, 132.0
        x, width = self._x + inner + 6, self._width - 2 * inner - 6 - pain_px
        top, self._y = self._y, self._y + 11
        title = "Warning signs, as I ticked them"
        self._y += paper.words((x, self._y), title, width, role=Role.H3, tone="stop" if is_open else "ink") + 3
        if not told:
            self._y += paper.words((x, self._y), doctor_words.NO_SIGN, width, tone="ink2", most=2)
        half = (width - 16) / 2 if len(told) > 1 else width
        self._y = self._grid(told[: self._fit.signs], x, half)
        if (rest := len(told) - self._fit.signs) > 0:
            said = doctor_words.more(rest, "signs" if rest > 1 else "sign")
            self._y += paper.words((x, self._y), said, width, tone="ink2")
        for line in doctor_words.below_signs(facts):
            self._y += 3 + paper.words((x, self._y + 3), line, width, tone="ink2", most=self._fit.below)
        self._pain_now(self._x + self._width - pain_px - 6, top + 11, pain_px)
        self._y = max(self._y + 11, top + 96)
        self._box(QRectF(self._x, top, self._width, self._y - top), tone)
        self._y += BETWEEN_PX

    def _grid(self, told: Sequence[tuple[str, str]], x: float, half: float) -> float:
        y = self._y
        for number in range(0, len(told), 2 if len(told) > 1 else 1):
            pair = told[number : number + 2] if len(told) > 1 else told
            parts = [[Part(what, Role.SMALL_BOLD), Part(f", {when}", Role.SMALL, "ink2")] for what, when in pair]
            for place, words in enumerate(parts):
                self._paper.words((x + place * (half + 16), y), words, half, most=3)
            y += max(height(words, half, most=3) for words in parts) + 3
        return y

    def _pain_now(self, x: float, y: float, width: float) -> None:
        paper, pain = self._paper, self._facts.pain_now
        paper.words((x, y), "Pain now", width, role=Role.H3, align=Align.CENTRE)
        y += line_height(Role.H3)
        if pain is None:
            paper.words((x, y + 8), "not said", width, role=Role.BODY, tone="ink2", align=Align.CENTRE)
            return
        number = [Part(str(pain), Role.METRIC), Part(f" / {MAX_PAIN}", Role.BODY, "ink2")]
        paper.words((x, y - 4), number, width, role=Role.METRIC, align=Align.CENTRE)

    def _box(self, at: QRectF, tone: str) -> None:
        painter = self._paper.painter
        painter.setPen(QPen(self._paper.colour(tone), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(at)
        fill(painter, QRectF(at.left(), at.top(), 6, at.height()), self._paper.colour(tone))

    def _pictures(self) -> None:
        chart = DoctorChart(self._paper, self._facts, self._width - KNEES_PX - GAP_PX)
        knees = DoctorKnees(self._paper, self._facts, KNEES_PX, views=self._fit.views, places=self._fit.places)
        left = chart.draw(self._x, self._y)
        right = knees.draw(self._x + self._width - KNEES_PX, self._y)
        self._y += max(left, right) + BETWEEN_PX
        self._paper.rule(self._x, self._y, self._width, tone="line2", thick=0.8)
        self._y += BETWEEN_PX - 3

    def _columns(self) -> None:
        sections = doctor_words.sections(self._facts)
        half = (self._width - GAP_PX) / 2
        lengths = [self._section_px(lines, half) for _, lines in sections]
        split = min(range(1, len(sections)), key=lambda at: max(sum(lengths[:at]), sum(lengths[at:])))
        ends = []
        for column, some in enumerate((sections[:split], sections[split:])):
            y = self._y
            for title, lines in some:
                y += self._section(title, lines, self._x + column * (half + GAP_PX), y, half)
            ends.append(y)
        self._y = max(ends)

    def _section(self, title: str, lines: Sequence[str], x: float, y: float, width: float) -> float:
        top = y
        y += self._paper.words((x, y), title, width, role=Role.SMALL_BOLD) + 1
        for line, most in self._few(lines):
            y += self._paper.words((x, y), line, width, tone="ink2", most=most)
        return y + 8 - top

    def _section_px(self, lines: Sequence[str], width: float) -> float:
        texts = sum(height(line, width, most=most) for line, most in self._few(lines))
        return line_height(Role.SMALL_BOLD) + 1 + texts + 8

    def _notes(self, until: float) -> None:
        """As many as there is room for; the newest first."""
        notes, title = doctor_words.notes(self._facts), "Notes in my own words"
        least = line_height(Role.SMALL_BOLD) + 2 * line_height(Role.SMALL)
        if not notes:
            return
        if self._y + least > until:
            said = doctor_words.more(len(notes), "notes in my own words" if len(notes) > 1 else "note in my own words")
            self._y += self._paper.words((self._x, self._y), f"{said[:1].upper()}{said[1:]}", self._width, tone="ink3")
            return
        self._y += self._paper.words((self._x, self._y), title, self._width, role=Role.SMALL_BOLD) + 1
        line = line_height(Role.SMALL)
        for number, note in enumerate(notes):
            tall = height(note, self._width, most=NOTE_LINES)
            rest = len(notes) - number
            if self._y + tall + (line if rest > 1 else 0) > until:
                said = doctor_words.more(rest, "notes" if rest > 1 else "note")
                self._y += self._paper.words((self._x, self._y), said, self._width, tone="ink3")
                break
            self._y += self._paper.words((self._x, self._y), note, self._width, tone="ink2", most=NOTE_LINES)
        self._y += 8

    def _questions_px(self) -> float:
        return 2 * BETWEEN_PX + line_height(Role.SMALL_BOLD) + 2 * 2 * line_height(Role.SMALL) + 6

    def _questions(self) -> None:
        paper, half = self._paper, (self._width - GAP_PX) / 2
        paper.rule(self._x, self._y, self._width, tone="line2", thick=0.8)
        self._y += BETWEEN_PX - 3
        title = "Questions I would like to ask"
        self._y += paper.words((self._x, self._y), title, self._width, role=Role.SMALL_BOLD) + 1
        asked = doctor_words.QUESTIONS
        for number in range(0, len(asked), 2):
            pair = asked[number : number + 2]
            for place, words in enumerate(pair):
                paper.words((self._x + place * (half + GAP_PX), self._y), words, half, tone="ink2", most=2)
            self._y += max(height(words, half, most=2) for words in pair) + 2

    def _lines(self) -> None:
        """To write on at the visit; none where there is no room for two."""
        room = min(MOST_WRITE, int((self._bottom - FOOT_PX - self._y - 6) // WRITE_PX))
        if room < LEAST_WRITE:
            return
        self._paper.words((self._x, self._y + 6), "Noted at the visit", self._width, role=Role.SMALL_BOLD)
        self._y += 6
        for _ in range(room):
            self._y += WRITE_PX
            self._paper.rule(self._x, self._y, self._width, thick=0.8)

    def _foot(self) -> None:
        y = self._bottom - line_height(Role.HINT)
        self._paper.rule(self._x, y - 6, self._width, thick=0.8)
        self._paper.words((self._x, y), doctor_words.FOOT, self._width - 60, role=Role.HINT, tone="ink2")
        self._paper.words((self._x, y), "1 of 1", self._width, role=Role.HINT, tone="ink2", align=Align.RIGHT)

    def _few(self, lines: Sequence[str]) -> list[tuple[str, int]]:
        """Each line with how many it may take on paper; of a list the first few, and how many more there are."""
        fit = self._fit
        if len(lines) == 1:
            return [(lines[0], fit.long)]
        shown = [(line, min(fit.long, NOTE_LINES)) for line in lines[: fit.listed]]
        rest = len(lines) - fit.listed
        return shown if rest <= 0 else [*shown, (doctor_words.more(rest, "of them"), 1)]
