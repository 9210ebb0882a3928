"""The focus ring, the rail, fields and icons."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kneecoach.ui.theme import DARK, Theme, apply_theme
from kneecoach.ui.widgets.buttons import SecondaryButton
from kneecoach.ui.widgets.field import Combo, LineField
from kneecoach.ui.widgets.focus import FocusRing, ring_of
from kneecoach.ui.widgets.icon import Icon, icon
from kneecoach.ui.widgets.keycap import Keycap
from kneecoach.ui.widgets.pain_strip import PainStrip
from kneecoach.ui.widgets.pain_swatch import PainSwatch
from kneecoach.ui.widgets.rail import Rail
from tests.ui.widgets.screen import colours, pixel, show

PAGES = [("today", "today", "Today"), ("routines", "routine", "Routines")]


@pytest.fixture
def two_buttons(qtbot):
    host = QWidget()
    row = QHBoxLayout(host)
    row.setContentsMargins(40, 40, 40, 40)
    row.setSpacing(24)
    buttons = [SecondaryButton("Back"), SecondaryButton("Skip")]
    for button in buttons:
        row.addWidget(button)
    show(qtbot, host, 320, 120)
    return host, *buttons


def beside(host, button):
    """Three pixels left of the button's edge, where its ring would be."""
    at = button.mapTo(host, button.rect().topLeft())
    return pixel(host, at.x() - 3, at.y() + button.height() // 2)


def test_the_ring_stands_two_pixels_outside_the_control_that_has_the_keyboard(two_buttons, light):
    host, back, skip = two_buttons

    back.setFocus()

    assert beside(host, back) == light.focus.name()
    assert beside(host, skip) != light.focus.name()


def test_the_ring_follows_the_tab_key(qtbot, two_buttons, light):
    host, back, skip = two_buttons
    back.setFocus()

    qtbot.keyClick(back, Qt.Key.Key_Tab)

    assert skip.hasFocus()
    assert beside(host, skip) == light.focus.name()
    assert beside(host, back) != light.focus.name()


def test_the_ring_follows_a_control_that_moves(two_buttons, light):
    host, back, _ = two_buttons
    back.setFocus()

    host.resize(500, 200)

    assert beside(host, back) == light.focus.name()


def test_the_ring_goes_with_a_hidden_control(two_buttons):
    host, back, _ = two_buttons
    back.setFocus()

    host.setFocus()
    back.hide()

    assert ring_of(host).isHidden()


def test_a_window_has_one_ring_and_it_lets_the_pointer_through(two_buttons):
    host, back, skip = two_buttons

    for button in (back, skip, back):
        button.setFocus()

    assert len(host.findChildren(FocusRing)) == 1
    assert host.childAt(back.geometry().center()) is back


def test_the_ring_is_cut_where_a_scroll_area_ends(qtbot):
    area = QScrollArea()
    inside = QWidget()
    column = QVBoxLayout(inside)
    buttons = [SecondaryButton(f"Button {i}") for i in range(12)]
    for button in buttons:
        column.addWidget(button)
    area.setWidget(inside)
    host = QWidget()
    QVBoxLayout(host).addWidget(area)
    show(qtbot, host, 240, 160)

    buttons[-1].setFocus()
    area.verticalScrollBar().setValue(0)

    assert ring_of(host).geometry().isEmpty() or area.geometry().contains(ring_of(host).geometry())


def test_the_ring_survives_a_page_that_is_thrown_away(qtbot, two_buttons):
    host, back, skip = two_buttons
    skip.setFocus()

    skip.deleteLater()
    with qtbot.waitSignal(skip.destroyed, timeout=500):
        pass
    host.resize(400, 140)
    back.setFocus()

    assert ring_of(host).isVisible()


def test_the_ring_of_the_pain_strip_lies_round_its_cells_only(qtbot, light):
    host = QWidget()
    column = QVBoxLayout(host)
    column.setContentsMargins(20, 20, 20, 20)
    strip = PainStrip()
    column.addWidget(strip)
    show(qtbot, host, 500, 180)

    strip.setFocus()

    top = strip.y() + strip.focus_rect().top()
    assert pixel(host, 250, top - 3) == light.focus.name()
    assert pixel(host, 250, strip.y() - 3) != light.focus.name()


def test_a_field_shows_a_sentence_and_a_stop_border_when_it_is_wrong(qtbot, light):
    field = show(qtbot, LineField("Name"), 240, 100)

    field.set_error("Please give a name.")
    wrong = light.stop.name() in colours(field.edit)
    field.set_error("")

    assert wrong
    assert light.stop.name() not in colours(field.edit)
    assert field.edit.accessibleName() == "Name"


def test_a_field_tells_every_key_and_the_end(qtbot):
    field = show(qtbot, LineField("Name"), 240, 80)
    heard = []
    field.changed.connect(heard.append)

    qtbot.keyClicks(field.edit, "Jo")
    with qtbot.waitSignal(field.finished, timeout=100) as finished:
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)

    assert heard == ["J", "Jo"]
    assert finished.args == ["Jo"]


def test_a_list_keeps_values_apart_from_words(qtbot):
    combo = show(qtbot, Combo("Language"), 190, 40)
    combo.set_options([("en", "English"), ("de", "Deutsch")])

    combo.set_value("de")

    assert (combo.value(), combo.currentText(), combo.accessibleName()) == ("de", "Deutsch", "Language")


@pytest.fixture
def rail(qtbot):
    made = Rail(PAGES, [("settings", "gear", "Settings")])
    return show(qtbot, made, 208, 600)


def test_a_click_on_the_rail_asks_for_a_page_and_the_window_decides(qtbot, rail):
    rail.set_page("today")

    with qtbot.waitSignal(rail.page_requested, timeout=100) as asked:
        qtbot.mouseClick(rail.item("settings"), Qt.MouseButton.LeftButton)

    assert asked.args == ["settings"]
    assert rail.item("today").isChecked()
    assert not rail.item("settings").isChecked()


def test_the_shown_page_has_the_accent_mark(rail, light):
    rail.set_page("routines")

    assert pixel(rail.item("routines"), 1, 20) == light.accent.name()
    assert pixel(rail.item("today"), 1, 20) != light.accent.name()


def test_the_rail_shows_icons_only_in_a_narrow_window_with_the_word_as_tool_tip(rail):
    rail.set_window_width(1_024)
    narrow = (rail.width(), rail.item("today").toolTip(), rail.item("today").accessibleName())
    rail.set_window_width(1_100)

    assert narrow == (64, "Today", "Today")
    assert (rail.width(), rail.item("today").toolTip()) == (208, "")


def test_the_bottom_of_the_rail_is_for_its_own_items(rail):
    assert rail.item("settings").y() > rail.item("routines").geometry().bottom() + 100


def test_the_rail_follows_the_theme(qapp, rail):
    apply_theme(qapp, Theme.DARK)

    assert pixel(rail, 100, 400) == DARK.window.name()


def test_an_icon_is_painted_in_the_colour_of_its_tone(qtbot, light):
    mark = show(qtbot, Icon("pause", 40))

    assert pixel(mark, 13, 20) == light.ink.name()


@pytest.mark.parametrize("size", [16, 20, 32])
def test_an_icon_for_menus_is_sharp_at_every_scale(light, size):
    made = icon("play", light.ink, size)

    assert [one.width() for one in made.availableSizes()] == [size, 2 * size, 3 * size]


def test_an_unknown_icon_is_a_mistake(light):
    with pytest.raises(KeyError):
        icon("unicorn", light.ink)


def test_a_key_cap_is_as_wide_as_its_word(qtbot, light):
    short, longer = show(qtbot, Keycap("P")), show(qtbot, Keycap("Space"))

    assert longer.width() > short.width()
    assert light.sunken.name() in colours(short)


def test_a_swatch_has_the_colour_and_the_name_of_its_pain(qtbot, light):
    swatch = show(qtbot, PainSwatch(7))

    assert pixel(swatch, 4, 4) == light.pain_fill(7).name()
    assert swatch.accessibleName() == "Pain 7 of 10, severe"
