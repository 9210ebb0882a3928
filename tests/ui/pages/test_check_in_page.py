"""The check-in as a person goes through it: clicks and keys, what is shown, and what is on disk afterwards."""

from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kneecoach.coaching.check_in import read_record
from kneecoach.domain.check_in import Family
from kneecoach.domain.companions import Asks, Companion
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Closing, Flag, FlagEntry, Injury, Mechanism
from kneecoach.domain.pain import Amount, PainSize, Tenderness
from kneecoach.domain.person import Country
from kneecoach.domain.screening import Verdict
from kneecoach.storage import diary, people
from kneecoach.storage.database import open_store
from kneecoach.ui.changes import Changes
from kneecoach.ui.dialogs.doctor_summary import DoctorSummary
from kneecoach.ui.pages.check_in_page import CheckInPage
from kneecoach.ui.pages.check_in_questions import LISTED, NOTHING
from kneecoach.ui.pages.check_in_rows import STILL
from kneecoach.ui.theme import LIGHT, Theme, apply_theme
from kneecoach.ui.widgets.knee_drawing import View
from tests.builders import PERSON_ID, a_person, a_routine
from tests.screening import NOW, a_flag, a_pain, an_injury

SPOT = (Side.LEFT, "pes_anserine")
BONE = (Side.LEFT, "medial_tibial_plateau")
HOP = Companion(Asks.FLAG, flag=Flag.HOP_PAIN)


@pytest.fixture(autouse=True)
def light(qapp):
    if qapp.property("tokens") != LIGHT:
        apply_theme(qapp, Theme.LIGHT)


@pytest.fixture
def store(tmp_path):
    store = open_store(tmp_path / "data")
    yield store
    store.close()


@pytest.fixture
def open_page(qtbot, store):
    """A check-in over these entries, shown at the size of the mocks, that hears what it signals."""

    def build(*entries, size=(1280, 800), routine="warm-up", **person):
        about = {"birth_year": 1990, "knee": Side.LEFT, "country": Country.EUROPE} | person
        with store.begin() as tx:
            people.add(tx, a_person(**about))
            for entry in entries:
                add = {FlagEntry: diary.add_flag, Injury: diary.add_injury}.get(type(entry), diary.add_pain)
                add(tx, PERSON_ID, entry)
        page = CheckInPage(store, PERSON_ID, a_routine(id=routine, name="Warm-up"), wall=lambda: NOW, changes=Changes())
        page.heard = []
        page.session_requested.connect(lambda routine_id, check_in: page.heard.append((routine_id, check_in.pain)))
        page.stopped.connect(lambda permission: page.heard.append(permission.verdict))
        page.back_requested.connect(lambda: page.heard.append("back"))
        qtbot.addWidget(page)
        page.resize(*size)
        with qtbot.waitExposed(page):
            page.show()
        page.setFocus()
        return page

    return build


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def answer(page, *yes):
    for family, row in page.form.questions.rows.items():
        row.answer.press(family in yes)


def chip(page, family, flag):
    return page.form.questions.rows[family].chips.chip(flag)


def lead(page):
    return page.footer.accessibleName()


def pressable(page):
    footer = page.footer
    buttons = {
        "leave": footer.leave,
        "short": footer.short,
        "start": footer.start,
        "calm": footer.calm,
        "save": footer.save,
        "summary": footer.summary,
    }
    return {name for name, button in buttons.items() if button.isVisibleTo(page) and button.isEnabled()}


def test_nothing_is_chosen_beforehand_and_start_waits(open_page):
    page = open_page()

    assert page.form.strip.value() is None
    assert all(row.yes() is None for row in page.form.questions.rows.values())
    assert pressable(page) == {"leave"}
    assert lead(page).startswith("6 answers to go")


def test_pain_and_five_answers_start_the_warm_up_by_keys_alone(qtbot, open_page, store):
    page = open_page()

    qtbot.keyClicks(page.form.strip, "2")
    for row in page.form.questions.rows.values():
        qtbot.keyClick(row.answer.button(False), Qt.Key.Key_N)
    qtbot.keyClick(page.form.strip, Qt.Key.Key_Return)

    assert page.heard == [("warm-up", 2)]
    (check_in,) = read_record(store, PERSON_ID).check_ins
    assert (check_in.pain, check_in.complete) == (2, True)


def test_one_answer_short_is_not_enough(qtbot, open_page, store):
    page = open_page()
    qtbot.keyClicks(page.form.strip, "2")
    for family in list(Family)[:4]:
        page.form.questions.rows[family].answer.press(False)

    qtbot.keyClick(page.form.strip, Qt.Key.Key_Return)

    assert page.heard == []
    assert lead(page).startswith("One answer to go")
    assert read_record(store, PERSON_ID).check_ins == ()


def test_a_digit_anywhere_gives_the_pain(qtbot, open_page):
    page = open_page()

    qtbot.keyClicks(page.form.questions.rows[Family.WEIGHT].answer.button(False), "10")

    assert page.form.strip.value() == 10


def test_y_and_n_answer_the_row_that_has_the_keyboard(qtbot, open_page):
    page = open_page()
    row = page.form.questions.rows[Family.LOCKING]

    qtbot.keyClick(row.answer.button(False), Qt.Key.Key_Y)
    assert row.yes() is True
    qtbot.keyClick(row.answer.button(True), Qt.Key.Key_N)
    assert row.yes() is False


def test_escape_leaves_and_keeps_nothing(qtbot, open_page, store):
    page = open_page()
    qtbot.keyClicks(page.form.strip, "2")

    qtbot.keyClick(page.form.strip, Qt.Key.Key_Escape)
    click(qtbot, page.back)
    click(qtbot, page.footer.leave)

    assert page.heard == ["back", "back", "back"]
    assert read_record(store, PERSON_ID).check_ins == ()


@pytest.mark.parametrize(
    ("pain", "buttons", "words"),
    [
        (2, {"leave", "start"}, "Fine to warm up."),
        (3, {"leave", "short", "start"}, "Go easier today."),
        (5, {"leave", "short", "start"}, "Go easier today."),
        (6, {"save"}, "Calm-down day only."),
    ],
)
def test_the_foot_rewrites_itself_with_the_pain(open_page, pain, buttons, words):
    page = open_page()
    answer(page)

    page.form.strip.press_digit(pain)

    assert pressable(page) == buttons
    assert lead(page).startswith(words)


def test_easier_offers_the_short_warm_up(qtbot, open_page):
    page = open_page()
    answer(page)
    qtbot.keyClicks(page.form.strip, "4")

    click(qtbot, page.footer.short)

    assert page.heard == [("short-warm-up", 4)]


def test_the_short_warm_up_offers_no_shorter_one(open_page):
    page = open_page(routine="short-warm-up")
    answer(page)

    page.form.strip.press_digit(4)

    assert pressable(page) == {"leave", "start"}
    assert page.footer.start.text() == "Start short warm-up"


def test_the_calm_down_day_starts_only_once_it_was_acknowledged(qtbot, open_page):
    page = open_page()
    answer(page)
    qtbot.keyClicks(page.form.strip, "6")

    qtbot.keyClick(page.form.strip, Qt.Key.Key_Return)
    assert page.heard == []
    click(qtbot, page.footer.acknowledge)
    qtbot.keyClick(page.form.strip, Qt.Key.Key_Return)

    assert page.heard == [("calm-down", 6)]


def test_a_yes_opens_its_chips_and_waits_for_one(qtbot, open_page):
    page = open_page()
    page.form.strip.press_digit(1)

    answer(page, Family.LOCKING)
    assert chip(page, Family.LOCKING, Flag.CATCHES).isVisible()
    assert pressable(page) == {"leave"}
    click(qtbot, chip(page, Family.LOCKING, Flag.CATCHES))

    assert pressable(page) == {"leave", "start"}
    assert "Mention this" in lead(page)


def test_a_red_flag_stops_is_kept_and_offers_the_summary(qtbot, open_page, store):
    page = open_page()
    page.form.strip.press_digit(6)
    answer(page, Family.SWELLING)
    click(qtbot, chip(page, Family.SWELLING, Flag.HOT_RED))

    assert pressable(page) == {"summary", "save"}
    assert "You ticked: knee hot or red." in lead(page)
    click(qtbot, page.footer.save)

    assert page.heard == [Verdict.REFUSED]
    record = read_record(store, PERSON_ID)
    assert [entry.flag for entry in record.flags] == [Flag.HOT_RED]
    assert Flag.SWOLLEN in record.check_ins[0].denied


def test_an_emergency_stops_before_everything_is_answered_and_shows_the_number(qtbot, open_page, store):
    page = open_page()

    page.form.questions.rows[Family.CALF_FEVER_FOOT].answer.press(True)
    click(qtbot, chip(page, Family.CALF_FEVER_FOOT, Flag.BREATHLESS_OR_CHEST_PAIN))

    assert page.footer.number.text() == "112"
    assert page.footer.number.isVisible()
    assert pressable(page) == {"summary", "save"}
    qtbot.keyClick(page.form.strip, Qt.Key.Key_Return)
    assert page.heard == []
    click(qtbot, page.footer.save)
    assert [entry.flag for entry in read_record(store, PERSON_ID).flags] == [Flag.BREATHLESS_OR_CHEST_PAIN]


def test_what_is_not_yet_asked_is_not_shown_as_an_emergency(qtbot, open_page):
    page = open_page()

    page.form.questions.rows[Family.WEIGHT].answer.press(True)
    click(qtbot, chip(page, Family.WEIGHT, Flag.CANNOT_4_STEPS))

    assert lead(page).startswith("Have this seen today.")


def test_a_changed_mind_is_followed(qtbot, open_page):
    page = open_page()
    page.form.strip.press_digit(1)
    answer(page, Family.SWELLING)
    click(qtbot, chip(page, Family.SWELLING, Flag.HOT_RED))

    answer(page)

    assert pressable(page) == {"leave", "start"}
    assert page.footer.number.isHidden()


def test_a_sign_for_days_allows_the_calm_down_day_and_the_summary(qtbot, open_page):
    page = open_page()
    page.form.strip.press_digit(1)
    answer(page, Family.WEIGHT)
    click(qtbot, chip(page, Family.WEIGHT, Flag.LIMP))

    assert pressable(page) == {"summary", "save"}
    click(qtbot, page.footer.acknowledge)
    assert pressable(page) == {"summary", "save", "calm"}


def test_question_four_asks_what_happened_and_each_sign(qtbot, open_page, store):
    page = open_page()
    page.form.strip.press_digit(1)
    answer(page, Family.INJURY)
    form = page.form.questions.rows[Family.INJURY].injury_form

    assert lead(page).startswith("One answer to go")
    click(qtbot, form.what.chip(Mechanism.TWIST))
    assert lead(page).startswith("6 answers to go")
    form.when.press(2)
    for control in form.signs.values():
        control.press(False)
    assert pressable(page) == {"leave"}
    click(qtbot, form.sore.chip(NOTHING))
    assert pressable(page) == {"leave", "start"}
    click(qtbot, page.footer.start)

    record = read_record(store, PERSON_ID)
    (injury,) = record.injuries
    assert (injury.mechanism, injury.at, injury.pop) == (Mechanism.TWIST, NOW - timedelta(days=2), False)
    assert {Flag.KNEECAP_TENDER, Flag.FAST_SWELLING} <= set(record.check_ins[0].denied)


def test_none_of_these_and_a_sign_exclude_each_other(qtbot, open_page):
    page = open_page()
    answer(page, Family.INJURY)
    form = page.form.questions.rows[Family.INJURY].injury_form
    click(qtbot, form.what.chip(Mechanism.FALL))

    click(qtbot, form.sore.chip(NOTHING))
    click(qtbot, form.sore.chip(Flag.KNEECAP_TENDER))
    assert form.ticked() == (Flag.KNEECAP_TENDER,)
    click(qtbot, form.sore.chip(NOTHING))

    assert form.sore.value() == {NOTHING}


def test_only_one_thing_happened(qtbot, open_page):
    page = open_page()
    answer(page, Family.INJURY)
    what = page.form.questions.rows[Family.INJURY].injury_form.what

    click(qtbot, what.chip(Mechanism.FALL))
    click(qtbot, what.chip(Mechanism.BLOW))
    assert what.one() is Mechanism.BLOW
    click(qtbot, what.chip(Mechanism.BLOW))

    assert what.one() is None


def test_a_pop_asks_about_swelling_and_age_is_asked_when_it_is_not_known(qtbot, open_page, store):
    page = open_page(birth_year=None)
    page.form.strip.press_digit(1)
    answer(page, Family.INJURY)
    form = page.form.questions.rows[Family.INJURY].injury_form
    click(qtbot, form.what.chip(Mechanism.LANDING))
    form.when.press(0)
    for asks, control in form.signs.items():
        control.press(asks is Asks.POP)
    click(qtbot, form.sore.chip(NOTHING))

    assert page.form.asked() == (Companion(Asks.BIRTH_YEAR), Companion(Asks.SWELLING))
    assert pressable(page) == {"leave"}
    year = page.form.companion_row(Companion(Asks.BIRTH_YEAR))
    qtbot.keyClicks(year.edit, "198")
    assert pressable(page) == {"leave"}
    qtbot.keyClicks(year.edit, "5")
    page.form.companion_row(Companion(Asks.SWELLING)).press(Amount.NONE)
    click(qtbot, page.footer.start)

    record = read_record(store, PERSON_ID)
    assert record.person.birth_year == 1985
    assert record.pains[0].swelling is Amount.NONE


def test_a_mark_is_kept_with_its_place(qtbot, open_page, store):
    page = open_page()
    page.form.strip.press_digit(2)
    answer(page)

    at = page.knee.map.knees.spot_position(SPOT).toPoint()
    qtbot.mouseClick(page.knee.map.knees, Qt.MouseButton.LeftButton, pos=at)
    click(qtbot, page.footer.start)

    (pain,) = read_record(store, PERSON_ID).pains
    assert (pain.side, pain.regions, pain.score) == (Side.LEFT, ("pes_anserine",), 2)


def test_a_tap_before_the_pain_asks_for_it(qtbot, open_page):
    page = open_page()

    at = page.knee.map.knees.spot_position(SPOT).toPoint()
    qtbot.mouseClick(page.knee.map.knees, Qt.MouseButton.LeftButton, pos=at)

    assert page.knee.marks() == ()
    assert page.form.strip.hasFocus()
    assert "first" in page.knee.hint.text()


def test_a_mark_can_be_cleared_in_the_list(qtbot, open_page):
    page = open_page()
    page.form.strip.press_digit(2)
    page.knee.map.toggle(SPOT)

    (row,) = page.knee.rows()
    click(qtbot, row.clear)

    assert page.knee.marks() == ()
    assert page.knee.rows() == ()


def test_the_whole_knee_is_marked_on_the_side_of_the_person(qtbot, open_page):
    page = open_page(knee=Side.RIGHT)
    page.form.strip.press_digit(3)

    (button,) = page.knee.whole.values()
    click(qtbot, button)

    assert [(mark.side, mark.region) for mark in page.knee.marks()] == [(Side.RIGHT, "whole_knee")]


def test_an_unknown_side_offers_both_knees(open_page):
    assert set(open_page(knee=None).knee.whole) == {Side.LEFT, Side.RIGHT}


def test_the_views_have_their_keys(qtbot, open_page):
    page = open_page()

    qtbot.keyClick(page.knee.map.knees, Qt.Key.Key_F)

    assert page.knee.map.view() is View.FRONT


def test_a_mark_over_bone_asks_three_questions_and_waits_for_them(qtbot, open_page, store):
    page = open_page()
    page.form.strip.press_digit(3)
    answer(page)

    page.knee.map.toggle(BONE)
    assert page.form.asked() == (Companion(Asks.SIZE), Companion(Asks.TENDERNESS), HOP)
    assert pressable(page) == {"leave"}
    page.form.companion_row(Companion(Asks.SIZE)).press(PainSize.FINGERTIP)
    page.form.companion_row(Companion(Asks.TENDERNESS)).press(Tenderness.CLEAR)
    page.form.companion_row(HOP).press(True)

    assert "bone stress" in lead(page) or "hopping" in lead(page)
    click(qtbot, page.footer.save)
    record = read_record(store, PERSON_ID)
    assert [entry.flag for entry in record.flags] == [Flag.HOP_PAIN]
    assert (record.pains[0].size, record.pains[0].tenderness) == (PainSize.FINGERTIP, Tenderness.CLEAR)


def test_clearing_the_mark_takes_its_questions_away(open_page):
    page = open_page()
    page.form.strip.press_digit(3)
    answer(page)
    page.knee.map.toggle(BONE)

    page.knee.map.toggle(BONE)

    assert page.form.asked() == ()
    assert pressable(page) == {"leave", "short", "start"}


def test_an_open_flag_is_listed_by_name_and_closed_as_gone(qtbot, open_page, store):
    page = open_page(a_flag(Flag.LIMP, 6))
    page.form.strip.press_digit(1)
    answer(page)
    assert "save" in pressable(page)

    (row,) = page.form.open_rows()
    row.choice.press(Closing.GONE)
    click(qtbot, page.footer.start)

    assert page.heard == [("warm-up", 1)]
    assert read_record(store, PERSON_ID).flags[0].closed.how is Closing.GONE


def test_seen_wants_the_day_of_the_visit(qtbot, open_page, store):
    page = open_page(a_flag(Flag.LIMP, 6))
    page.form.strip.press_digit(1)
    answer(page)
    (row,) = page.form.open_rows()

    row.choice.press(Closing.SEEN)
    assert pressable(page) == {"leave"}
    row.day.setCurrentIndex(2)
    row.day.activated.emit(2)
    click(qtbot, page.footer.start)

    closed = read_record(store, PERSON_ID).flags[0].closed
    assert (closed.how, closed.on) == (Closing.SEEN, NOW.date() - timedelta(days=2))
    assert row.day.count() == 7


def test_still_there_leaves_the_flag_open(qtbot, open_page, store):
    page = open_page(a_flag(Flag.CATCHES, 6))
    page.form.strip.press_digit(1)
    answer(page)
    (row,) = page.form.open_rows()

    row.choice.press(STILL)
    click(qtbot, page.footer.start)

    assert read_record(store, PERSON_ID).flags[0].is_open


def test_an_emergency_offers_by_mistake_and_never_gone(qtbot, open_page, store):
    page = open_page(a_flag(Flag.DEFORMITY, 2))
    page.form.strip.press_digit(1)
    answer(page)
    (row,) = page.form.open_rows()
    assert page.footer.number.isVisible()

    row.choice.press(Closing.MISTAKE)
    click(qtbot, page.footer.start)

    assert read_record(store, PERSON_ID).flags[0].closed.how is Closing.MISTAKE
    with pytest.raises(ValueError, match="GONE"):
        row.choice.press(Closing.GONE)


def test_an_open_injury_is_listed_and_asks_what_is_not_known(qtbot, open_page, store):
    injury = an_injury(2, told_days=1, pop=None)
    page = open_page(injury)
    page.form.strip.press_digit(1)
    answer(page)

    asked = page.form.asked()
    assert Companion(Asks.POP, injury=injury.id) in asked
    assert Companion(Asks.FLAG, flag=Flag.KNEECAP_TENDER) in asked
    for one in asked:
        page.form.companion_row(one).press(Amount.NONE if one.asks is Asks.SWELLING else False)
    assert pressable(page) == {"leave", "start"}
    click(qtbot, page.footer.start)

    assert read_record(store, PERSON_ID).injuries[0].pop is False


def test_question_four_may_mean_the_injury_listed_above(qtbot, open_page, store):
    page = open_page(an_injury(2, told_days=1))
    page.form.strip.press_digit(1)
    answer(page, Family.INJURY)

    click(qtbot, page.form.questions.rows[Family.INJURY].injury_form.what.chip(LISTED))
    for one in page.form.asked():
        page.form.companion_row(one).press(False)
    click(qtbot, page.footer.start)

    assert len(read_record(store, PERSON_ID).injuries) == 1


def test_the_pain_of_last_time_is_shown(open_page):
    page = open_page(a_pain(3, 4))

    assert page.form.pain.last.text() == "Last time: 3, on Thursday"


def test_the_summary_can_be_copied_and_saved(qtbot, open_page, tmp_path):
    page = open_page(name="<b>Jana</b>")
    page.form.strip.press_digit(6)
    answer(page, Family.SWELLING)
    click(qtbot, chip(page, Family.SWELLING, Flag.HOT_RED))

    click(qtbot, page.footer.summary)
    dialog = page.window().findChild(DoctorSummary)
    click(qtbot, dialog.copy)
    dialog.save_to(str(tmp_path / "summary.txt"))

    text = (tmp_path / "summary.txt").read_text(encoding="utf-8")
    assert QApplication.clipboard().text() == text
    assert "Name: <b>Jana</b>" in text
    assert "Knee hot or red, since 24 November" in text
    assert "Pain now: 6 of 10" in text
    dialog.save_to(str(tmp_path / "no such folder" / "summary.txt"))
    assert "could not be saved" in dialog.said.text()
    dialog.close()


def test_the_place_of_the_file_is_asked_without_blocking(qtbot, open_page):
    page = open_page()
    dialog = DoctorSummary("words", parent=page)
    qtbot.addWidget(dialog)
    dialog.show()

    click(qtbot, dialog.save)

    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

    asked = dialog.findChild(QFileDialog)
    assert asked.isVisible()
    asked.close()
    dialog.close()


def test_a_failing_disk_is_said_and_nothing_starts(qtbot, open_page, store):
    page = open_page()
    page.form.strip.press_digit(1)
    answer(page)
    with store.begin() as tx:
        diary.add_flag(tx, PERSON_ID, FlagEntry(uuid4(), Flag.LIMP, NOW))
    page.form.answered = lambda marks: _refuse()

    click(qtbot, page.footer.start)

    assert page.heard == []
    assert "could not be kept" in lead(page)


def _refuse():
    from kneecoach.domain.errors import DiskTrouble  # noqa: PLC0415

    raise DiskTrouble("The disk is full. What was saved before is safe.")


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_the_foot_stays_and_the_rest_scrolls(open_page, size):
    page = open_page(a_flag(Flag.LIMP, 1), a_flag(Flag.CATCHES, 1), size=size)
    answer(page, *Family)

    assert page.footer.geometry().bottom() == page.rect().bottom()
    assert page.scrolled.horizontalScrollBar().maximum() == 0
    assert page.scrolled.verticalScrollBar().maximum() > 0
    assert page.scrolled.widget().width() <= page.width()


def test_every_control_has_a_name_for_a_screen_reader(open_page):
    page = open_page(a_flag(Flag.LIMP, 1))
    answer(page, *Family)

    from PySide6.QtWidgets import QAbstractButton  # noqa: PLC0415

    named = [button for button in page.findChildren(QAbstractButton) if button.isVisible()]
    assert named
    assert all(button.accessibleName() for button in named)
