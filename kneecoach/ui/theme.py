"""Puts a theme on the application: palette, fonts and one small style sheet."""

from dataclasses import replace
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kneecoach.domain.settings import Theme
from kneecoach.ui.fonts import FALLBACK, TEXT, Role, load_fonts, role_font
from kneecoach.ui.tokens import DARK, LIGHT, PROPERTY, Tokens, app_tokens, pain_word, set_tokens, tokens_of

__all__ = [
    "DARK",
    "LIGHT",
    "Theme",
    "Tokens",
    "app_tokens",
    "apply_theme",
    "pain_word",
    "set_tokens",
    "style_sheet",
    "tokens_of",
]

FONTS_LOADED = "fonts_loaded"
STYLED = "styled"
# The comment makes the sheets of two text sizes differ, so that every widget hears of the change
SHEET = Template(
    f"""/* $scale */
QLineEdit, QPlainTextEdit, QSpinBox, QComboBox {{ background: $surface; color: $ink; border: 1px solid $line2;
  border-radius: 4px; padding: 8px 12px; selection-background-color: $ink; selection-color: $surface;
  placeholder-text-color: $ink3; }}
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QComboBox:focus {{ border: 2px solid $focus;
  padding: 7px 11px; }}
QLineEdit[wrong=true] {{ border: 2px solid $stop; padding: 7px 11px; }}
QSpinBox QLineEdit, QSpinBox QLineEdit:focus {{ border: 0; padding: 0 8px 0 12px; background: transparent; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: 0; }}
QComboBox {{ padding-right: 32px; }}
QComboBox::drop-down {{ border: 0; width: 0; }}
QComboBox QAbstractItemView {{ background: $surface; color: $ink; border: 1px solid $line2; outline: 0; padding: 4px;
  selection-background-color: $ink; selection-color: $surface; }}
QToolTip {{ background: $ink; color: $surface; border: 0; padding: 6px 8px; font: ${{tip}}px '{TEXT}', '{FALLBACK}'; }}
QMenu {{ background: $surface; color: $ink; border: 1px solid $line2; padding: 4px; }}
QMenu::item {{ padding: 8px 16px; }}
QMenu::item:selected {{ background: $ink; color: $surface; }}
QScrollArea {{ border: 0; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: $line2; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:hover {{ background: $ink2; }}
QScrollBar::handle:vertical {{ min-height: 40px; }}
QScrollBar::handle:horizontal {{ min-width: 40px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
)


def new_application(name: str) -> QApplication:
    """An application in the one style that can be coloured.

    Asked for on the command line: the call would bring every enum of QStyle into Python, before the first paint.
    """
    app = QApplication([name, "-style", "Fusion"])
    app.setProperty(STYLED, "yes")
    return app


def apply_theme(app: QApplication, choice: Theme, *, text_scale: float = 1.0) -> Tokens:
    """Show everything in this theme. `text_scale` is 1.0 for 100 %.

    The palette is always our own: asking for a colour scheme does nothing on plain X11 and offscreen.
    """
    if not app.property(FONTS_LOADED):
        load_fonts()
        app.setProperty(FONTS_LOADED, "yes")
    if not app.property(STYLED):
        app.setStyle("Fusion")
        app.setProperty(STYLED, "yes")
    hints = app.styleHints()
    wanted = {Theme.LIGHT: Qt.ColorScheme.Light, Theme.DARK: Qt.ColorScheme.Dark}.get(choice, Qt.ColorScheme.Unknown)
    hints.setColorScheme(wanted)
    dark = choice is Theme.DARK or (choice is Theme.SYSTEM and hints.colorScheme() is Qt.ColorScheme.Dark)
    tokens = replace(DARK if dark else LIGHT, text_scale=text_scale)
    app.setProperty(PROPERTY, tokens)
    app.setFont(role_font(Role.BODY, text_scale))
    app.setPalette(tokens.palette())
    app.setStyleSheet(style_sheet(tokens))
    return tokens


def style_sheet(tokens: Tokens) -> str:
    """Only what Qt itself paints: fields, lists, tool tips, menus and scroll bars."""
    names = ("surface", "line2", "ink", "ink2", "ink3", "focus", "stop")
    colours = {name: getattr(tokens, name).name() for name in names}
    return SHEET.substitute(colours, scale=tokens.text_scale, tip=round(13 * tokens.text_scale))
