"""The plan is kept as it is said, undone in one step, and never keeps score."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kneecoach.coaching import plans
from kneecoach.domain.errors import DiskTrouble
from kneecoach.domain.flag import Closing, Mechanism
from kneecoach.domain.novelty import NewThing
from kneecoach.domain.person import Began, Units
from kneecoach.domain.plan import PlannedDay, Use
from kneecoach.storage import people
from kneecoach.storage.database import open_in_memory
from kneecoach.ui.pages import plan_words
from tests.builders import a_person
from tests.ui.pages.checking import click
from tests.ui.pages.plan_desk import Desk


@pytest.fixture
def desk(qtbot):
    store = open_in_memory()
    with store.begin() as tx:
        people.add(tx, a_person())
    yield Desk(qtbot, store)
    store.close()


def use(desk, weekday, what):
    click(desk.qtbot, desk.page.week.rows[weekday].uses.chip(what))


def test_a_goal_is_kept_when_it_is_written_and_taken_back_in_one_step(desk):
    desk.qtbot.keyClicks(desk.page.goal.field.edit, "To the lake")
    desk.qtbot.keyClick(desk.page.goal.field.edit, Qt.Key.Key_Return)

    assert desk.kept().plan.goal == "To the lake"
    desk.undo()
    assert desk.kept().plan is None
    assert desk.page.goal.field.text() == ""


def test_days_are_for_runs_strength_other_training_and_rest(desk):
    use(desk, 0, Use.REST)
    use(desk, 1, Use.RUN)
    row = desk.page.week.rows[1]
    desk.qtbot.keyClicks(row.distance, "5.5")
    desk.qtbot.keyClick(row.distance, Qt.Key.Key_Return)
    use(desk, 1, Use.STRENGTH)

    days = desk.kept().plan.days
    assert days[:2] == (PlannedDay((Use.REST,)), PlannedDay((Use.RUN, Use.STRENGTH), 5_500))
    assert desk.page._sum.text() == "1 run day, 5.5 km · 1 strength day · 1 rest day"
    desk.undo()
    assert desk.kept().plan.days[1] == PlannedDay((Use.RUN,), 5_500)


def test_rest_and_training_exclude_each_other_and_the_newer_one_stays(desk):
    use(desk, 2, Use.STRENGTH)
    use(desk, 2, Use.REST)
    assert desk.kept().plan.days[2].uses == (Use.REST,)

    use(desk, 2, Use.RUN)
    assert desk.kept().plan.days[2].uses == (Use.RUN,)


def test_a_distance_that_makes_no_sense_is_said_at_its_day_and_not_kept(desk):
    use(desk, 3, Use.RUN)
    row = desk.page.week.rows[3]
    desk.qtbot.keyClicks(row.distance, "far")
    desk.qtbot.keyClick(row.distance, Qt.Key.Key_Return)
    use(desk, 4, Use.REST)

    assert "Write the distance" in row._wrong.text()
    assert desk.kept().plan.days[4] == PlannedDay()


def test_how_it_began_is_kept_and_an_incident_can_be_noted(desk):
    began = desk.page.began
    click(desk.qtbot, began.began.button(Began.INCIDENT))
    assert desk.person().began is Began.INCIDENT
    click(desk.qtbot, began.note)
    click(desk.qtbot, began.fields.keep)
    assert began.fields.on.error() == "Choose what happened first."
    click(desk.qtbot, began.fields.what.chip(Mechanism.TWIST))
    click(desk.qtbot, began.fields.keep)
    assert "Write the day" in began.fields.on.error()
    began.fields.on.set_text("14 November")
    click(desk.qtbot, began.fields.keep)

    (injury,) = desk.kept().injuries
    assert (injury.mechanism, injury.at.date().isoformat(), injury.pop) == (Mechanism.TWIST, "2026-11-14", None)
    assert "Twist on 14 November, still open" in began._list.text()
    desk.undo()
    assert desk.kept().injuries[0].closed.how is Closing.MISTAKE


def test_an_incident_that_is_a_red_flag_says_what_to_do_and_stays(desk):
    began = desk.page.began
    click(desk.qtbot, began.began.button(Began.INCIDENT))
    click(desk.qtbot, began.note)
    click(desk.qtbot, began.fields.what.chip(Mechanism.FALL))
    began.fields.on.set_text("yesterday")
    for control in began.fields.signs.values():
        control.press(True)
    click(desk.qtbot, began.fields.keep)

    assert desk.page._hint.text() == plan_words.RED_HINT
    assert desk.window.notice().text().startswith("Noted. ")
    assert "doctor" in desk.window.notice().text() or "today" in desk.window.notice().text()


def test_gradually_asks_for_no_incident_and_not_now_leaves_it(desk):
    began = desk.page.began
    click(desk.qtbot, began.began.button(Began.INCIDENT))
    click(desk.qtbot, began.note)
    click(desk.qtbot, began.fields.leave)
    assert began.fields.isHidden()
    assert began.note.isVisible()

    click(desk.qtbot, began.began.button(Began.GRADUALLY))
    assert not began.note.isVisible()
    desk.undo()
    assert desk.person().began is Began.INCIDENT


def test_what_changed_is_listed_corrected_deleted_and_had_back(desk):
    card = desk.page.changed
    click(desk.qtbot, card.things.chip(NewThing.SHOES))
    card.on.set_text("20 October")
    card.note.set_text("firmer")
    click(desk.qtbot, card.add)
    (row,) = card.rows()
    assert [label.text() for label in row.findChildren(QWidget) if hasattr(label, "set_tone")][:2] == [
        "Shoes, “firmer”", "20 October",
    ]  # fmt: skip

    click(desk.qtbot, row.edit)
    card.on.set_text("21 October")
    click(desk.qtbot, card.add)
    assert [one.on.day for one in desk.kept().novelties] == [21]

    click(desk.qtbot, card.rows()[-1].delete)
    assert desk.kept().novelties == ()
    desk.undo()
    assert [one.on.day for one in desk.kept().novelties] == [21]


def test_a_correction_is_taken_back_to_what_it_was(desk):
    card = desk.page.changed
    card.note.set_text("a new chair")
    click(desk.qtbot, card.add)
    click(desk.qtbot, card.rows()[0].edit)
    card.note.set_text("a new bed")
    click(desk.qtbot, card.add)

    desk.undo()

    assert [one.note for one in desk.kept().novelties] == ["a new chair"]


@pytest.mark.parametrize(("on", "note", "said"), [("tomorrow", "x", "day"), ("1 December 2026", "x", "future")])
def test_a_day_that_can_t_be_is_said(desk, on, note, said):
    card = desk.page.changed
    card.on.set_text(on)
    card.note.set_text(note)
    click(desk.qtbot, card.add)

    assert said in card.on.error()
    assert desk.kept().novelties == ()


def test_nothing_said_is_no_change(desk):
    click(desk.qtbot, desk.page.changed.add)

    assert "Say what changed" in desk.page.changed.note.error()


def test_many_changes_are_folded(desk):
    card = desk.page.changed
    for number in range(6):
        card.note.set_text(str(number))
        click(desk.qtbot, card.add)
    assert len(card.rows()) == 4

    click(desk.qtbot, card.more)

    assert len(card.rows()) == 6


def test_escape_leads_back_and_keeps_what_was_being_typed(desk):
    desk.page.goal.field.edit.setFocus()
    desk.qtbot.keyClicks(desk.page.goal.field.edit, "Ten kilometres")
    desk.qtbot.keyClick(desk.page, Qt.Key.Key_Escape)

    assert desk.window.flow is None
    assert desk.kept().plan.goal == "Ten kilometres"


def test_from_advice_it_leads_back_there(desk):
    desk.window.shell.add_page("advice", QWidget)
    desk.flow.show_from_advice()
    assert desk.page.back.text() == "Advice"

    click(desk.qtbot, desk.page.back)

    assert (desk.window.flow, desk.window.shell.current()) == (None, "advice")


def test_undo_by_keyboard_takes_back_what_was_said_last(desk):
    use(desk, 0, Use.REST)
    desk.qtbot.keyClick(desk.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert desk.kept().plan is None


def test_nobody_has_a_plan(desk):
    desk.flow._person = lambda: None
    desk.window.end_flow()
    desk.flow.show()

    assert desk.window.flow is None


def test_tab_goes_from_the_goal_through_the_week_to_what_changed(desk):
    desk.page.goal.field.setFocus()
    seen = []
    for _ in range(45):
        desk.qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(desk.window.focusWidget())

    week, changed = desk.page.week.rows[6].uses.chip(Use.REST), desk.page.changed.add
    assert seen.index(week) < seen.index(desk.page.began.began.button(Began.INCIDENT)) < seen.index(changed)
    assert desk.page.back in seen


def test_what_a_disk_refused_is_said_and_kept_when_the_page_is_left(desk, monkeypatch):
    def refuse(*_args):
        raise DiskTrouble("The disk is full.")

    monkeypatch.setattr(plans, "keep_plan", refuse)
    use(desk, 0, Use.REST)

    assert desk.window.notice().text() == "The disk is full."
    monkeypatch.undo()
    desk.qtbot.keyClick(desk.page, Qt.Key.Key_Escape)

    assert desk.kept().plan.days[0].uses == (Use.REST,)


def test_the_words_of_a_week_count_what_is_planned_and_nothing_that_was_kept(desk):
    use(desk, 1, Use.RUN)
    plan = desk.kept().plan

    days = (
        PlannedDay((Use.RUN,), 6_000),
        PlannedDay((Use.RUN, Use.STRENGTH), 6_500),
        *plan.days[2:6],
        PlannedDay((Use.RUN,)),
    )
    plan = replace(plan, days=days)
    assert plan_words.run_days(plan, Units.KM) == "Mon 6, Tue 6.5, Sun km"
    assert plan_words.strength_days(plan) == ["Tuesday"]
    assert plan_words.day_words(plan, 1, Units.KM) == "Run 6.5 km, strength"
    assert plan_words.day_words(plan, 3, Units.KM) == ""
    assert "streak" not in plan_words.WEEK_HINT
