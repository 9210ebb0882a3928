"""The page for the doctor: one sheet whatever was entered, its type inside it, and nothing over its edges."""

import re

import pytest
from PySide6.QtGui import QPageSize, QPainter, QPicture

from kneecoach.domain.exercise import Side
from kneecoach.domain.person import Country, Units
from kneecoach.ui.paper.doctor_knees import shown_views
from kneecoach.ui.paper.doctor_sheet import as_pdf, page_of, paint
from kneecoach.ui.widgets.knee_drawing import View
from tests.ui.paper import told

pytestmark = pytest.mark.usefixtures("qapp")
FACTS = {
    "nothing": told.nothing,
    "usual": told.usual,
    "changed later": told.changed_later,
    "too much": told.too_much,
    "too much and changed": told.too_much_changed,
}


@pytest.mark.parametrize("amount", FACTS)
def test_it_is_one_sheet_with_its_type_in_it(amount):
    content = as_pdf(FACTS[amount]())

    assert len(re.findall(rb"/Type /Page\b(?!s)", content)) == 1
    assert content.count(b"/FontFile2") == content.count(b"/FontName") > 0
    assert not re.search(rb"/Subtype\s*/Image", content)


@pytest.mark.parametrize("amount", FACTS)
@pytest.mark.parametrize("page", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
def test_nothing_runs_into_the_foot(amount, page, monkeypatch):
    facts = FACTS[amount]()
    monkeypatch.setattr("kneecoach.ui.paper.doctor_sheet.page_of", lambda _facts: QPageSize(page))
    drawn = QPicture()
    painter = QPainter(drawn)

    over = paint(painter, facts)

    painter.end()
    assert over <= 0
    wide = QPageSize(page).sizePoints().width() * 120 / 72
    assert drawn.boundingRect().right() <= wide
    assert drawn.boundingRect().left() >= 0


def test_the_paper_is_that_of_the_country():
    assert page_of(told.usual(country=Country.UNITED_STATES)).id() is QPageSize.PageSizeId.Letter
    assert page_of(told.usual(country=Country.IRELAND)).id() is QPageSize.PageSizeId.A4


def test_distances_are_in_the_units_of_the_person():
    assert as_pdf(told.usual(units=Units.MILES)) != as_pdf(told.usual(units=Units.KM))


def test_the_views_are_those_that_show_what_was_marked():
    facts = told.usual()

    assert shown_views(facts.places, 2) == (View.INNER,)
    assert shown_views((), 2) == (View.INNER,)
    assert len(shown_views(told.too_much().places, 2)) == 2
    assert {one.side for one in facts.places} == {Side.LEFT}


def test_without_a_name_there_is_a_line_to_write_it_on():
    assert len(as_pdf(told.usual(), with_name=False)) > 1_000
