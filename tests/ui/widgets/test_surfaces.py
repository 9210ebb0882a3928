"""Cards, banners, footers and texts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.ui.fonts import Role
from kneecoach.ui.theme import Theme, apply_theme
from kneecoach.ui.tokens import DARK, LIGHT, set_tokens
from kneecoach.ui.widgets.buttons import PrimaryButton, SecondaryButton
from kneecoach.ui.widgets.card import Area, Banner, Card, FlowFooter, Hairline, Kind, LeadText
from kneecoach.ui.widgets.flow_layout import FlowLayout
from kneecoach.ui.widgets.text import Heading, Label, Tone
from kneecoach.ui.widgets.two_lines import Title, two_lines
from tests.ui.widgets.screen import colours, pixel, show

SENTENCE = "Pain has stayed at 3 or below for 9 days. Keep this week near 17 km. Go sooner if pain passes 5."


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_a_card_has_a_hairline_round_its_surface(qtbot, tokens):
    card = show(qtbot, Card(), 200, 100)
    set_tokens(card, tokens)

    assert pixel(card, 100, 0) == tokens.line.name()
    assert pixel(card, 100, 50) == tokens.surface.name()


@pytest.mark.parametrize("kind", list(Kind))
def test_a_banner_shows_its_kind_by_rule_and_icon(qtbot, light, kind):
    banner = show(qtbot, Banner(kind, "Steady.", SENTENCE), 500, 90)

    assert pixel(banner, 1, 45) == getattr(light, kind.value).name()
    assert banner.accessibleName() == f"Steady. {SENTENCE}"


def test_a_stop_banner_is_tinted(qtbot, light):
    banner = show(qtbot, Banner(Kind.INFO, "Steady.", "Go on."), 500, 60)

    banner.show_message(Kind.STOP, "Stop.", "Have this knee looked at.")

    assert pixel(banner, 480, 30) == light.stop_tint.name()


def test_a_banner_tells_when_its_link_is_used(qtbot):
    banner = show(qtbot, Banner(Kind.INFO, "Steady.", "Go on.", link="Why this advice"), 500, 60)
    link = next(child for child in banner.children() if getattr(child, "text", str)() == "Why this advice")

    with qtbot.waitSignal(banner.link_clicked, timeout=100):
        qtbot.keyClick(link, Qt.Key.Key_Return)


def test_a_banner_without_a_link_shows_none(qtbot):
    banner = show(qtbot, Banner(Kind.INFO, "Steady.", "Go on."), 500, 60)

    focusable = [child for child in banner.findChildren(QWidget) if child.focusPolicy() and child.isVisible()]

    assert focusable == []


def test_a_longer_message_makes_its_banner_taller(qtbot):
    words = LeadText("Steady.", SENTENCE)
    qtbot.addWidget(words)

    assert words.heightForWidth(900) == 22
    assert words.heightForWidth(300) >= 3 * 22


def test_the_footer_turns_to_stop_and_back(qtbot, light):
    footer = show(qtbot, FlowFooter(), 900, 80)

    footer.show_message(Kind.STOP, "No run and no warm-up today.", "Have this knee looked at.")
    stopped = (pixel(footer, 450, 0), pixel(footer, 450, 5))
    footer.show_message(Kind.OK, "Fine to warm up.")

    assert stopped == (light.stop.name(), light.stop_tint.name())
    assert (pixel(footer, 450, 0), pixel(footer, 450, 5)) == (light.line.name(), light.surface.name())


def test_the_footer_keeps_its_buttons_whole_with_longer_words(qtbot):
    footer = FlowFooter()
    buttons = [
        SecondaryButton("Zusammenfassung für die Praxis"),
        PrimaryButton("Aufwärmprogramm starten", key="Eingabe"),
    ]
    for button in buttons:
        footer.add_button(button)
    footer.show_message(Kind.OK, "Aufwärmen ist in Ordnung. Heute nur locker laufen.", SENTENCE)
    show(qtbot, footer, 1_024, footer.sizeHint().height())

    assert all(button.width() >= button.sizeHint().width() for button in buttons)


def test_an_area_takes_the_colour_it_is_given(qtbot, light):
    area = show(qtbot, Area("sunken"), 40, 40)
    sunken = pixel(area, 20, 20)

    area.set_colour("rest")

    assert (sunken, pixel(area, 20, 20)) == (light.sunken.name(), light.rest.name())


def test_a_hairline_is_one_pixel_of_line(qtbot, light):
    line = show(qtbot, Hairline(), 50, 1)

    assert colours(line) == {light.line.name()}


@pytest.mark.parametrize("tone", list(Tone))
def test_a_text_has_the_colour_of_its_tone_and_follows_the_theme(qtbot, qapp, light, tone):
    label = show(qtbot, Label("M" * 20, Role.H1, tone))
    before = colours(label)

    apply_theme(qapp, Theme.DARK)
    after = colours(label)

    assert getattr(light, tone.value).name() in before
    assert getattr(DARK, tone.value).name() in after


def test_a_text_shows_what_looks_like_html_as_it_was_typed(qtbot):
    label = Label("<b>Jana</b>")
    qtbot.addWidget(label)

    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_text_grows_with_the_text_size_and_not_when_it_follows_the_window(qtbot, qapp):
    body, player = Label("Warm-up"), Label("Warm-up", Role.H1)
    for label in (body, player):
        qtbot.addWidget(label)
    player.set_size_px(48)

    apply_theme(qapp, Theme.LIGHT, text_scale=1.3)

    assert (body.font().pixelSize(), player.font().pixelSize()) == (20, 48)


@pytest.mark.parametrize("more", ["", " und noch ein gutes Stück"])
def test_a_heading_gets_the_height_that_its_words_need(qtbot, more):
    host = QWidget()
    column = QVBoxLayout(host)
    heading = Heading("How is the knee right now?" + more)
    column.addWidget(heading)
    column.addWidget(Label("Takes about 30 seconds"))
    show(qtbot, host, 260, 400)

    assert heading.height() >= heading.heightForWidth(heading.width())


def test_a_title_has_two_lines_and_then_an_ellipsis(qtbot):
    title = show(qtbot, Title("Side-lying hip abduction with the upper leg straight", Role.H2), 160, 60)
    title.grab()

    lines = two_lines(title.text(), title._font(), 160)

    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert title.toolTip() == title.text()


def test_a_title_that_fits_has_no_tool_tip(qtbot):
    title = show(qtbot, Title("Front lunge", Role.H2), 300, 30)
    title.grab()

    assert title.toolTip() == ""


def test_a_button_that_is_deleted_leaves_its_flow(qtbot):
    host = QWidget()
    flow = FlowLayout(host, gap_px=8)
    buttons = [SecondaryButton(word) for word in ("Back", "Pause", "Skip")]
    for button in buttons:
        flow.addWidget(button)
    show(qtbot, host, 600, 60)

    with qtbot.waitSignal(buttons[1].destroyed):
        buttons[1].deleteLater()

    assert flow.count() == 2
    assert flow.sizeHint().width() == buttons[0].width() + 8 + buttons[2].width()


def test_buttons_in_a_flow_wrap_into_a_second_row_and_keep_their_size(qtbot):
    host = QWidget()
    flow = FlowLayout(host, gap_px=8)
    buttons = [SecondaryButton(word) for word in ("Back", "Pause", "Skip", "Set done")]
    for button in buttons:
        flow.addWidget(button)
    show(qtbot, host, 220, 200)

    assert len({button.y() for button in buttons}) > 1
    assert all(button.size() == button.sizeHint() for button in buttons)
    assert flow.heightForWidth(220) > flow.heightForWidth(2_000)


def test_the_ink_of_a_large_number_stands_on_the_edge_of_the_texts_above(qtbot, light):
    number = show(qtbot, Label("14", Role.HERO))
    image = number.grab().toImage()

    first = next(
        x for x in range(image.width()) if any(image.pixelColor(x, y) == light.ink for y in range(image.height()))
    )

    assert first <= 2


GROWING = [
    lambda more: Label("Left knee" + more, Role.SMALL),
    lambda more: Heading("How is the knee right now?" + more),
    lambda more: Title("Side-lying hip abduction" + more),
    lambda more: LeadText("Steady.", SENTENCE + more),
]


@pytest.mark.parametrize("make", GROWING)
def test_longer_words_get_more_room(qtbot, make):
    short, longer = make(""), make(" und noch einmal mehr als ein Drittel so viel")
    for widget in (short, longer):
        qtbot.addWidget(widget)

    room = [(widget.sizeHint().width(), widget.heightForWidth(180)) for widget in (short, longer)]

    assert room[1] > room[0]


@pytest.mark.parametrize("make", GROWING)
def test_a_larger_text_size_gets_more_room(qtbot, qapp, make):
    widget = make("")
    qtbot.addWidget(widget)
    before = widget.heightForWidth(180) if widget.hasHeightForWidth() else widget.sizeHint().height()

    apply_theme(qapp, Theme.LIGHT, text_scale=1.3)

    after = widget.heightForWidth(180) if widget.hasHeightForWidth() else widget.sizeHint().height()
    assert after > before
