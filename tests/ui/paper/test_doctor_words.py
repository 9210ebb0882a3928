"""The sentences of the page for the doctor: facts with their days, nothing made of what was not said, and no advice."""

import re
from dataclasses import replace

import pytest
from PySide6.QtGui import QFont

from kneecoach.ui.fonts import Role
from kneecoach.ui.paper import doctor_words
from kneecoach.ui.paper.paper import SHORTENED, Part, laid_out, paper_font
from tests.ui.paper import told

pytestmark = pytest.mark.usefixtures("qapp")
ADVICE = re.compile(r"\b(should|must|avoid|you have|see a doctor|contact|diagnosed|stop running)\b", re.IGNORECASE)


def test_the_usual_page_says_what_was_entered():
    text = doctor_words.as_text(told.usual(), named=True)

    for line in (
        "Six weeks, 11 October to 21 November 2026",
        "Born 1985, left knee",
        "Knee hot or red: since 21 November.",
        "Twist on 18 November: pop: yes, snap: not known, bruising: no, swelling within hours: not known.",
        "Knee catches or clicks painfully: 1 November, gone on 7 November.",
        "Limping: 12 November, seen by a clinician on 14 November.",
        "Asked on 21 November and answered no: feverish, shivering or unwell; knee stuck, will not straighten.",
        "Gradually. Had hurt for weeks when the record was begun. Worst pain until then: 4 of 10.",
        "20 October: Shoes and surface, “firmer”",
        "Yes on 1 of 42 days, last on 20 November; no on 0; not said on 41.",
        "1 morning answered: highest pain 2, stiff on 1, swollen on 0, pain in the night on 0.",
        "Bike once, sleeve on 1 day.",
        "Around the lake with my sister",
        "21 November: On the bend.",
    ):
        assert line in text


@pytest.mark.parametrize("facts", [told.nothing, told.usual, told.too_much])
def test_no_sentence_of_ours_gives_advice_or_names_a_disease(facts):
    known = facts()
    ours = replace(known, notes=(), novelties=(), goal="")

    said = doctor_words.as_text(ours, named=False).split("Questions I would like to ask")[0]
    assert not ADVICE.search(said)


def test_what_was_not_said_is_said_to_be_so():
    text = doctor_words.as_text(told.nothing(), named=True)

    assert text.count(doctor_words.NOT_SAID) == 4
    assert text.count(doctor_words.NOTHING_NOTED) == 4
    assert "No morning was answered." in text
    assert doctor_words.NO_SIGN in text


def test_a_place_without_a_knee_says_so():
    unsaid = [one for one in told.too_much().places if one.side is None]

    assert "(which knee was not said)" in doctor_words.place(unsaid[0], told.NOW.date())


def test_what_is_too_long_is_cut_and_said_to_be():
    shown, lines = laid_out([Part("many words of a note " * 50)], 300, 2)
    whole, few = laid_out([Part("a few words")], 300, 2)

    assert (lines, few) == (2, 1)
    assert shown.text().endswith(SHORTENED)
    assert whole.text() == "a few words"
    assert laid_out([Part("W" * 500)], 300, 1)[1] == 1


def test_what_is_copied_from_the_page_is_what_stands_on_it():
    # With contextual forms, "17:20" would be copied as "1720"
    assert paper_font(Role.SMALL).featureValue(QFont.Tag("calt")) == 0
