"""The page for the doctor with an entry that was changed on a later day: all of it keeps what was told."""

import re
from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from kneecoach.domain.doctor_days import WEEK_DAYS, WEEKS
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.run import Run
from kneecoach.ui.paper import doctor_words
from kneecoach.ui.paper.doctor_chart import AS_NOW, CHANGED_LATER, LABEL_PX, DoctorChart
from kneecoach.ui.paper.doctor_sheet import as_pdf
from kneecoach.ui.paper.paper import Paper
from kneecoach.ui.tokens import LIGHT
from tests.ui.paper import told

pytestmark = pytest.mark.usefixtures("qapp")
WIDE, TALL = 560, 420


def page_text(facts):
    content = QBuffer()
    content.setData(as_pdf(facts))
    content.open(QIODevice.OpenModeFlag.ReadOnly)
    page = QPdfDocument()
    page.load(content)
    text = page.getAllText(0).text()
    page.close()
    return text


def column(facts, days_ago):
    """The colours of the picture at that day, from the top down."""
    image = QImage(WIDE, TALL, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    DoctorChart(Paper(painter), facts, WIDE).draw(0, 0)
    painter.end()
    step = (WIDE - LABEL_PX) / (WEEKS * WEEK_DAYS)
    x = int(LABEL_PX + (WEEKS * WEEK_DAYS - days_ago - 0.5) * step)
    return [image.pixelColor(x, y) for y in range(TALL)]


def test_a_dot_stands_where_it_was_told_with_a_line_down_to_what_it_says_now():
    facts = told.changed_later()

    changed, plain = column(facts, 5), column(told.without_changes(), 5)

    as_told, as_now = LIGHT.pain_fill(7), LIGHT.pain_fill(2)
    assert changed.count(as_told) > 4
    assert as_told not in plain
    assert plain.count(as_now) > 4
    top, low = changed.index(as_told), plain.index(as_now)
    between = changed[top + 16 : low - 2]
    assert len(between) > 30
    assert QColor("white") not in between


def test_a_pain_that_was_moved_leaves_its_dot_where_it_was_told():
    assert LIGHT.pain_fill(6) in column(told.changed_later(), 16)
    assert LIGHT.pain_fill(6) not in column(told.without_changes(), 16)


def test_the_numbers_of_a_week_are_those_that_were_told_and_those_of_now_stand_below():
    text = page_text(told.changed_later())

    assert re.search(
        r"Average, highest.*6\.0, 6\s+6\.0, 6\s+5\.0, 7\s+as it is now\s+no entry\s+2\.5, 3", text, re.DOTALL
    )
    assert text.count(AS_NOW) == 2
    assert text.count(CHANGED_LATER) == 1
    assert "up to 7 before a later change (now 6), 3 times" in " ".join(text.split())


def test_a_page_without_such_a_change_has_nothing_of_it():
    text = page_text(told.without_changes())

    assert AS_NOW not in text
    assert CHANGED_LATER not in text
    assert "changed" not in text.split("What changed")[0]


def test_that_it_was_changed_is_said_in_one_sentence_with_what_it_was():
    said = doctor_words.counted(told.changed_later())

    assert said == (
        "In my entries: pain 7 of 10 on 16 November; changed on a later day: of what was told, the worse counts."
    )


def test_a_place_of_which_nothing_is_said_any_more_is_told_with_its_day():
    facts = told.changed_later()
    gone = replace(facts.places[0], times=0, highest=0)

    said = doctor_words.place(gone, facts.now.date())

    assert said == "Left, inner joint line: up to 7, told on 18 November and changed later"


def test_a_morning_and_a_painkiller_that_were_taken_back_are_said_to_be():
    check = MorningCheck(uuid4(), told.ago(1).date(), told.ago(1), 1)
    run = Run(uuid4(), told.ago(2), 5_000, painkiller=False)
    facts = told.of(
        None,
        runs=(run,),
        mornings=(check,),
        told_runs={run.id: (replace(run, painkiller=True),)},
        told_mornings={check.id: (replace(check, pain=6),)},
    )

    assert doctor_words.mornings(facts) == (
        "1 morning answered: highest pain 6, stiff on 0, swollen on 0, pain in the night on 0. "
        "Changed on a later day: of what was told, the worse counts."
    )
    assert doctor_words.painkiller(facts) == (
        "Yes on 1 of 42 days (1 taken back later), last on 19 November; no on 0; not said on 41."
    )
