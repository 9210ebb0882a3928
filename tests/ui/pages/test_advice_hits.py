"""What a search lays out."""

from datetime import date

import pytest

from kneecoach.exchange.guide import load_guide
from kneecoach.ui.pages.advice_hits import MOST_HITS, OF_ONE_LETTER, Hits


@pytest.mark.parametrize(("text", "most"), [("s", OF_ONE_LETTER), ("st", MOST_HITS)])
def test_one_letter_lays_out_few_of_all_that_hold_it(qtbot, text, most):
    hits = Hits()
    qtbot.addWidget(hits)
    held = load_guide().search(text)

    hits.show_hits(text, (), (), held, date(2026, 11, 21))

    assert len(held) > MOST_HITS
    assert len(hits.cards) == most
