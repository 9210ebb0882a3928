"""Words and lines on a sheet of paper, in units of a 120th of an inch, with nothing running over its edge."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from kneecoach.ui.fonts import Role, role_font
from kneecoach.ui.tokens import LIGHT, Tokens
from kneecoach.ui.widgets.painting import fill
from kneecoach.ui.words import named

DPI = 120
"""Sizes of type and spacing are those of the screen: 15 px are nine points on paper."""
LEADING = 1.32
SHORTENED = "… (shortened)"


class Align(Enum):
    """Where words stand in their width."""

    LEFT = Qt.AlignmentFlag.AlignLeft
    RIGHT = Qt.AlignmentFlag.AlignRight
    CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a paragraph in a type and a colour of their own."""

    text: str
    role: Role = Role.SMALL
    tone: str = "ink"


Words = str | Sequence[Part]


class Paper:
    """Draws on a painter whose units are those of `DPI`; colours are those of the light theme."""

    def __init__(self, painter: QPainter, tokens: Tokens = LIGHT) -> None:
        self.painter, self.tokens = painter, tokens

    def colour(self, tone: str) -> QColor:
        return getattr(self.tokens, tone)

    def words(
        self,
        at: tuple[float, float],
        words: Words,
        width: float,
        *,
        role: Role = Role.SMALL,
        tone: str = "ink",
        most: int = 1,
        align: Align = Align.LEFT,
    ) -> float:
        """Draw a paragraph from its top left corner in at most so many lines; how high it is."""
        layout, lines = laid_out(_parts(words, role, tone), width, most, align, self.tokens)
        layout.draw(self.painter, QPointF(*at))
        return lines * line_height(role)

    def rule(self, x: float, y: float, width: float, *, tone: str = "line", thick: float = 1.0) -> None:
        fill(self.painter, QRectF(x, y, width, thick), self.colour(tone))


def line_height(role: Role) -> float:
    """From one line of this type to the next."""
    return role.value.size_px * LEADING


def height(words: Words, width: float, *, role: Role = Role.SMALL, most: int = 1) -> float:
    """How high a paragraph will be."""
    return laid_out(_parts(words, role, "ink"), width, most)[1] * line_height(role)


def paper_font(role: Role) -> QFont:
    """The type as on the screen, but with the widths that it has at any size."""
    made = role_font(role)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Colons and brackets that fit the digits beside them would be other signs to whoever copies or has it read out
    made.setFeature(QFont.Tag("calt"), 0)
    return made


def laid_out(
    parts: Sequence[Part], width: float, most: int, align: Align = Align.LEFT, tokens: Tokens = LIGHT
) -> tuple[QTextLayout, int]:
    """The lines of a paragraph and how many they are; what does not fit is cut and said to be."""
    whole = _layout(parts, width, align, tokens)
    if whole.lineCount() <= most:
        return whole, whole.lineCount()
    fits, fails = 0, sum(len(part.text) for part in parts)
    while fails - fits > 1:
        half = (fits + fails) // 2
        if _layout(_cut(parts, half), width, align, tokens).lineCount() <= most:
            fits = half
        else:
            fails = half
    shortened = _layout(_cut(parts, fits), width, align, tokens)
    return shortened, shortened.lineCount()


def _cut(parts: Sequence[Part], length: int) -> list[Part]:
    """The first characters, and that there were more."""
    kept: list[Part] = []
    for part in parts:
        taken = part.text[: max(0, length - sum(len(one.text) for one in kept))]
        kept.append(Part(taken, part.role, part.tone))
    while kept and not kept[-1].text.strip():
        kept.pop()
    last = kept.pop() if kept else Part("", parts[0].role)
    return [*kept, Part(last.text.rstrip(" ,;."), last.role, last.tone), Part(SHORTENED, last.role, "ink3")]


def _parts(words: Words, role: Role, tone: str) -> Sequence[Part]:
    return [Part(words, role, tone)] if isinstance(words, str) else words


def _layout(parts: Sequence[Part], width: float, align: Align, tokens: Tokens) -> QTextLayout:
    # What somebody wrote stands in one paragraph, and can't turn the order of what stands beside it
    shown = [named(" ".join(part.text.replace("\0", "\N{REPLACEMENT CHARACTER}").split("\n"))) for part in parts]
    layout = QTextLayout("".join(shown), paper_font(parts[0].role))
    option = QTextOption(Qt.AlignmentFlag.AlignAbsolute | align.value)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    ranges, start = [], 0
    for part, text in zip(parts, shown, strict=True):
        one = QTextLayout.FormatRange()
        one.start, one.length = start, _utf16(text)
        one.format = _format(part, tokens)
        ranges.append(one)
        start += one.length
    layout.setFormats(ranges)
    layout.beginLayout()
    y, step = 0.0, max(line_height(part.role) for part in parts)
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y + (step - line.height()) / 2))
        y += step
    layout.endLayout()
    return layout


def _format(part: Part, tokens: Tokens) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(paper_font(part.role))
    made.setForeground(QBrush(getattr(tokens, part.tone)))
    return made


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
