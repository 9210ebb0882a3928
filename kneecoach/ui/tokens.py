"""The colours of the design, light and dark, and which of them a widget paints with."""

from dataclasses import dataclass, replace
from weakref import WeakSet

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

PROPERTY = "tokens"
APART = "tokens_apart"
"""Of the application: the widgets that were given tokens of their own. While there are none nobody has to be asked."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of one theme. `pain` runs from 0 to 10; `text_scale` is the text size of the settings."""

    dark: bool
    window: QColor
    surface: QColor
    sunken: QColor
    line: QColor
    line2: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    accent: QColor
    accent_hover: QColor
    on_accent: QColor
    accent_tint: QColor
    ok: QColor
    ok_tint: QColor
    warn: QColor
    warn_tint: QColor
    stop: QColor
    stop_tint: QColor
    info: QColor
    info_tint: QColor
    rest: QColor
    focus: QColor
    skin: QColor
    bone: QColor
    tissue: QColor
    bar: QColor
    figure_near: QColor
    figure_far: QColor
    on_stop: QColor
    danger_face: QColor
    pain: tuple[QColor, ...]
    on_pain: tuple[QColor, ...]
    text_scale: float = 1.0

    def pain_fill(self, value: int) -> QColor:
        return self.pain[max(0, min(10, value))]

    def pain_text(self, value: int) -> QColor:
        return self.on_pain[max(0, min(10, value))]

    def at_rest(self) -> "Tokens":
        """The player's rest phase: everything in white on teal; "It hurts" keeps its own white face."""
        white, pale = QColor("#FFFFFF"), QColor("#DCEBF0")
        return replace(
            self,
            window=self.rest,
            surface=self.rest,
            sunken=self.rest,
            line=QColor("#4B7F92"),
            line2=QColor("#8FB6C4"),
            ink=white,
            ink2=pale,
            ink3=pale,
            accent=white,
            on_accent=self.rest,
            accent_hover=pale,
            stop=QColor("#9C1740"),
            danger_face=white,
            focus=white,
        )

    def palette(self) -> QPalette:
        made = QPalette()
        roles = QPalette.ColorRole
        for role, colour in {
            roles.Window: self.window,
            roles.WindowText: self.ink,
            roles.Base: self.surface,
            roles.AlternateBase: self.sunken,
            roles.Text: self.ink,
            roles.Button: self.surface,
            roles.ButtonText: self.ink,
            roles.BrightText: self.stop,
            roles.PlaceholderText: self.ink3,
            roles.Highlight: self.ink,
            roles.HighlightedText: self.surface,
            roles.Link: self.info,
            roles.LinkVisited: self.info,
            roles.ToolTipBase: self.surface,
            roles.ToolTipText: self.ink,
            roles.Light: self.surface,
            roles.Midlight: self.line,
            roles.Mid: self.line2,
            roles.Dark: self.line2,
            roles.Shadow: self.line2,
            roles.Accent: self.accent,
        }.items():
            made.setColor(role, colour)
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            made.setColor(QPalette.ColorGroup.Disabled, role, self.ink3)
        return made


def pain_word(value: int) -> str:
    """The word of the scale for a pain from 0 to 10: none 0, mild 1-3, moderate 4-6, severe 7-9, worst 10."""
    return ("None", "Mild", "Moderate", "Severe", "Worst")[(value + 2) // 3 if value else 0]


def tokens_of(widget: QWidget) -> Tokens:
    """What `widget` paints with: the nearest tokens given to it or a parent, else the application's."""
    if apart := _apart():
        at: QWidget | None = widget
        while at is not None:
            if at in apart:
                return at.property(PROPERTY)
            at = at.parentWidget()
    return app_tokens()


def _apart() -> "WeakSet[QWidget] | None":
    """Those with tokens of their own, without the ones that Qt has deleted since; None when there never were any."""
    app = QApplication.instance()
    apart: WeakSet[QWidget] | None = app.property(APART) if app is not None else None
    if apart:
        for widget in [one for one in apart if not isValid(one)]:
            apart.discard(widget)
    return apart


def app_tokens() -> Tokens:
    app = QApplication.instance()
    return (app.property(PROPERTY) if app is not None else None) or LIGHT


def set_tokens(widget: QWidget, tokens: Tokens | None) -> None:
    """Paint `widget` and everything in it with these tokens; None goes back to the application's."""
    widget.setProperty(PROPERTY, tokens)
    if (apart := _apart()) is None:
        apart = WeakSet()
    apart.discard(widget) if tokens is None else apart.add(widget)
    if (app := QApplication.instance()) is not None:
        app.setProperty(APART, apart)
    widget.setPalette(QPalette() if tokens is None else tokens.palette())
    # Under a style sheet Qt does not hand palettes on, so everyone inside is told
    for inside in widget.findChildren(QWidget):
        QApplication.sendEvent(inside, QEvent(QEvent.Type.PaletteChange))


def _colours(names: str) -> tuple[QColor, ...]:
    return tuple(QColor(name) for name in names.split())


LIGHT = Tokens(
    dark=False,
    window=QColor("#EEF1F0"),
    surface=QColor("#FFFFFF"),
    sunken=QColor("#F6F8F7"),
    line=QColor("#D5DBD9"),
    line2=QColor("#7F8A87"),
    ink=QColor("#141A1A"),
    ink2=QColor("#4A5553"),
    ink3=QColor("#5F6A68"),
    accent=QColor("#BF4209"),
    accent_hover=QColor("#A33606"),
    on_accent=QColor("#FFFFFF"),
    accent_tint=QColor("#FBEBE2"),
    ok=QColor("#1F6B4A"),
    ok_tint=QColor("#E6F1EB"),
    warn=QColor("#7D5300"),
    warn_tint=QColor("#FAF0DA"),
    stop=QColor("#9C1740"),
    stop_tint=QColor("#F9E8EC"),
    info=QColor("#1D5A70"),
    info_tint=QColor("#E4EFF3"),
    rest=QColor("#1D5A70"),
    focus=QColor("#1D5A70"),
    skin=QColor("#E7ECEA"),
    bone=QColor("#B4BEBB"),
    tissue=QColor("#CBD3D0"),
    bar=QColor("#9DA9A6"),
    figure_near=QColor("#7F8A87"),
    figure_far=QColor("#B4BEBB"),
    on_stop=QColor("#FFFFFF"),
    danger_face=QColor("#FFFFFF"),
    pain=_colours("#F8ECD2 #F8CFAC #F4B38D #ED9674 #E17B61 #D06254 #BC4C4C #A43945 #8A2B3E #6E2036 #52192C"),
    on_pain=_colours("#141A1A #141A1A #141A1A #141A1A #141A1A #141A1A #FFFFFF #FFFFFF #FFFFFF #FFFFFF #FFFFFF"),
)
DARK = Tokens(
    dark=True,
    window=QColor("#0F1415"),
    surface=QColor("#171D1E"),
    sunken=QColor("#121819"),
    line=QColor("#2C3536"),
    line2=QColor("#73807E"),
    ink=QColor("#EEF2F1"),
    ink2=QColor("#B3BDBB"),
    ink3=QColor("#93A09D"),
    accent=QColor("#F0804A"),
    accent_hover=QColor("#F79A6C"),
    on_accent=QColor("#1B0D05"),
    accent_tint=QColor("#3A2216"),
    ok=QColor("#6CC79B"),
    ok_tint=QColor("#16291F"),
    warn=QColor("#E0B24F"),
    warn_tint=QColor("#2D2410"),
    stop=QColor("#F2849F"),
    stop_tint=QColor("#351720"),
    info=QColor("#7FBDD3"),
    info_tint=QColor("#14272E"),
    rest=QColor("#17485A"),
    focus=QColor("#7FBDD3"),
    skin=QColor("#242C2D"),
    bone=QColor("#4C5857"),
    tissue=QColor("#384342"),
    bar=QColor("#5C6967"),
    figure_near=QColor("#7C8987"),
    figure_far=QColor("#4C5857"),
    on_stop=QColor("#171D1E"),
    danger_face=QColor("#171D1E"),
    pain=_colours("#502C3C #67364B #7F4057 #974B61 #AE5968 #C3696F #D57B75 #E5917E #F0A78B #F8BF9E #FED7B7"),
    on_pain=_colours("#FFFFFF #FFFFFF #FFFFFF #FFFFFF #FFFFFF #141A1A #141A1A #141A1A #141A1A #141A1A #141A1A"),
)
