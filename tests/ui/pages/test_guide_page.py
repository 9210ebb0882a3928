"""A topic of the guide: each claim with its source and how sure it is, and the disagreements said openly."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kneecoach.exchange.guide import load_guide
from kneecoach.ui.pages.guide_page import DISAGREE, GuidePage
from kneecoach.ui.widgets.marked_text import MarkedText

GUIDE = load_guide()


def a_guide_page(qtbot, topic, section=None, marks=(), size=(1072, 700)):
    page = GuidePage(GUIDE)
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    page.show_topic(GUIDE.topic(topic), section, marks)
    page.setFocus()
    return page


def reads(page):
    labels = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    return "\n".join([*labels, *(one.text() for one in page.findChildren(MarkedText) if one.isVisible())])


@pytest.mark.parametrize("topic", GUIDE.topics, ids=lambda topic: topic.id)
def test_every_claim_stands_with_its_sources_and_they_in_full(qtbot, topic):
    page = a_guide_page(qtbot, topic.id)
    told = reads(page)

    assert topic.lead in told
    for section in topic.sections:
        assert section.disagree in told
        for claim in section.claims:
            names = ", ".join(GUIDE.sources[one].short for one in claim.sources)
            assert claim.text in told
            assert f"{claim.evidence.word}: {names}" in told
            assert all(GUIDE.sources[one].whole in told for one in claim.sources)
    assert told.count(DISAGREE) == sum(bool(section.disagree) for section in topic.sections)


def test_a_hit_opens_at_its_section_with_the_words_marked(qtbot):
    (hit,) = [one for one in GUIDE.search("stress fracture") if one.section.title == "A stress fracture"]
    page = a_guide_page(qtbot, hit.topic.id, hit.section, ("stress", "fracture"))

    (card,) = [one for one in page.sections if one.section is hit.section]
    assert card.title.marked() == ["stress", "fracture"]
    assert page._scrolled.verticalScrollBar().value() > 0
    assert not card.visibleRegion().isEmpty()


def test_the_other_topics_are_one_press_away(qtbot):
    page = a_guide_page(qtbot, "before_a_run")

    assert [row.text() for row in page.topics] == [one.title for one in GUIDE.topics if one.id != "before_a_run"]
    page.topics[0].click()
    assert page.topic() is GUIDE.topics[0]


def test_the_arrow_keys_turn_the_pages_and_escape_leads_back(qtbot):
    page = a_guide_page(qtbot, GUIDE.topics[-1].id)

    QTest.keyClick(page, Qt.Key.Key_Right)
    assert page.topic() is GUIDE.topics[0]
    QTest.keyClick(page, Qt.Key.Key_Left)
    assert page.topic() is GUIDE.topics[-1]
    with qtbot.waitSignal(page.back_requested):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_the_keyboard_scrolls(qtbot):
    page = a_guide_page(qtbot, "where_the_pain_comes_from")
    page._scrolled.bring_into_view(page.sections[0])
    bar = page._scrolled.verticalScrollBar()

    QTest.keyClick(page, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    QTest.keyClick(page, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_it_fits_a_narrow_window(qtbot):
    page = a_guide_page(qtbot, "before_a_run", size=(816, 600))

    assert page._side.width() == 280
