"""The shipped fonts and the type roles of the design."""

from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from kneecoach.paths import resource

TEXT = "KneeCoach Text"
DISPLAY = "KneeCoach Display"
FALLBACK = "Noto Sans"
FILES = (
    "KneeCoachText-Regular.ttf",
    "KneeCoachText-Medium.ttf",
    "KneeCoachText-SemiBold.ttf",
    "KneeCoachDisplay-SemiBold.ttf",
)


@dataclass(frozen=True, slots=True)
class Type:
    """One line of the type scale; `tracking` is a share of the size."""

    family: str
    size_px: int
    weight: int
    tracking: float = 0.0


class Role(Enum):
    """What a text is for; the role decides its size and weight."""

    HERO = Type(DISPLAY, 64, 600, -0.02)
    METRIC = Type(DISPLAY, 44, 600, -0.02)
    H1 = Type(DISPLAY, 28, 600, -0.01)
    H1_FLOW = Type(DISPLAY, 24, 600, -0.01)
    H2 = Type(DISPLAY, 20, 600, -0.005)
    H3 = Type(TEXT, 15, 600)
    UNIT = Type(TEXT, 18, 400)
    BODY = Type(TEXT, 15, 400)
    BODY_MEDIUM = Type(TEXT, 15, 500)
    BUTTON = Type(TEXT, 14, 600)
    SMALL = Type(TEXT, 13, 400)
    SMALL_BOLD = Type(TEXT, 13, 600)
    LABEL = Type(TEXT, 13, 500)
    HINT = Type(TEXT, 12, 500)


def load_fonts() -> None:
    """Make the shipped fonts known to Qt; the texts fall back to the system's when a file is missing or broken."""
    for name in FILES:
        try:
            QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}")))
        except FileNotFoundError:
            continue
    width_px.cache_clear()
    height_px.cache_clear()


def font(family: str, size_px: float, weight: int, tracking: float = 0.0) -> QFont:
    # A copy, so that nobody changes everybody's
    return QFont(_made(family, size_px, weight, tracking))


@cache
def _made(family: str, size_px: float, weight: int, tracking: float) -> QFont:
    made = QFont([family, FALLBACK])
    made.setPixelSize(max(1, round(size_px)))
    made.setWeight(QFont.Weight(weight))
    if tracking:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking * size_px)
    return made


@lru_cache(maxsize=4_096)
def width_px(text: str, family: str, size_px: float, weight: int, tracking: float = 0.0) -> int:
    """How far a text reaches in one line. One layout asks for the same few widths some thousand times."""
    return QFontMetrics(_made(family, size_px, weight, tracking)).horizontalAdvance(text)


@lru_cache(maxsize=512)
def height_px(family: str, size_px: float, weight: int) -> int:
    """How high a line is."""
    return QFontMetrics(_made(family, size_px, weight, 0.0)).height()


def role_font(role: Role, scale: float = 1.0) -> QFont:
    """The font of a role at the text size of the settings, 1.0 being 100 %."""
    kind = role.value
    return font(kind.family, kind.size_px * scale, kind.weight, kind.tracking)


def role_width_px(text: str, role: Role, scale: float = 1.0) -> int:
    kind = role.value
    return width_px(text, kind.family, kind.size_px * scale, kind.weight, kind.tracking)
