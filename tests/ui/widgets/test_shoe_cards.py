"""The cards of the shoes: chosen, taken back, and wrapping."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from kneecoach.domain.shoe import Wear
from kneecoach.ui.widgets.shoe_cards import ShoeCards, ShoeShown
from tests.ui.widgets.screen import colours, show

PAIRS = tuple(
    ShoeShown(UUID(int=number), f"Pair {number}", f"{number * 100} km", wear)
    for number, wear in enumerate((Wear.FINE, Wear.INFO, Wear.CAUTION), start=1)
)


@pytest.fixture
def cards(qtbot):
    made = ShoeCards()
    made.show_shoes(PAIRS)
    return show(qtbot, made, 582)


def test_a_click_chooses_a_pair_and_a_second_one_none(qtbot, cards):
    heard = []
    cards.changed.connect(heard.append)

    for _ in range(2):
        qtbot.mouseClick(cards.card(UUID(int=2)), Qt.MouseButton.LeftButton)

    assert heard == [UUID(int=2), None]
    assert cards.value() is None


def test_enter_chooses_as_a_click_does(qtbot, cards):
    qtbot.keyClick(cards.card(UUID(int=1)), Qt.Key.Key_Return)

    assert cards.value() == UUID(int=1)


def test_adding_is_asked_for(qtbot, cards):
    with qtbot.waitSignal(cards.add_requested):
        cards.add.click()


@pytest.mark.parametrize("width", [582, 470, 360, 200])
def test_cards_and_button_lie_side_by_side_and_never_over_each_other(cards, width):
    places = cards.places(width)

    assert max(place.right() for place in places) < width
    assert not any(one.intersects(other) for one in places for other in places if one is not other)


def test_the_line_has_the_colour_of_what_it_says(cards, light):
    assert light.info.name() in colours(cards.card(UUID(int=2)))
    assert light.warn.name() in colours(cards.card(UUID(int=3)))


def test_other_words_keep_the_card_and_its_keyboard(cards):
    card = cards.card(UUID(int=1))
    cards.set_value(UUID(int=1))

    cards.show_shoes((ShoeShown(UUID(int=1), "Pair 1", "106 km after this run"), *PAIRS[1:]))

    assert cards.card(UUID(int=1)) is card
    assert card.accessibleDescription() == "106 km after this run"
    assert card.isChecked()
