"""A plan is made and kept over a restart, and at a red flag the page for the doctor is at hand wherever it is shown."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.domain.check_in import Family
from kneecoach.domain.flag import Flag
from kneecoach.domain.plan import Use
from kneecoach.ui.dialogs.doctor_summary import DoctorSummary
from kneecoach.ui.pages.plan_page import PlanPage
from kneecoach.ui.shell import ADVICE, TODAY


def test_a_plan_is_still_there_after_a_restart_and_today_shows_what_is_to_come(runner):
    runner.start()
    runner.set_up()
    runner.press("My plan")
    page = runner.flow
    assert isinstance(page, PlanPage)
    page.goal.field.edit.setFocus()
    QTest.keyClicks(page.goal.field.edit, "To the lake")
    weekday = runner.clock.wall().weekday()
    page.week.rows[weekday].uses.chip(Use.RUN).click()
    page.week.rows[weekday].distance.setFocus()
    QTest.keyClicks(page.week.rows[weekday].distance, "6")
    runner.key(Qt.Key.Key_Escape)
    assert "6.0 km planned" in runner.reads()
    runner.close()
    runner.start()

    runner.press("My plan")

    assert runner.flow.goal.field.text() == "To the lake"
    assert runner.flow.week.rows[weekday].day().distance_m == 6_000


def test_from_advice_the_plan_leads_back_to_advice(runner):
    runner.start()
    runner.set_up()
    runner.window.go_to(ADVICE)
    runner.press("My plan: goal, week, how it began, what changed")
    assert isinstance(runner.flow, PlanPage)

    runner.press("Back to Advice")

    assert runner.flow is None
    assert runner.window.shell.current() == ADVICE


def test_a_rest_day_costs_nothing(runner):
    runner.start()
    runner.set_up()
    runner.press("My plan")
    runner.flow.week.rows[runner.clock.wall().weekday()].uses.chip(Use.REST).click()
    runner.key(Qt.Key.Key_Escape)

    said = runner.reads()

    assert "in a row" not in said
    assert "missed" not in said


def test_a_red_flag_of_the_check_in_is_on_the_page_before_it_is_kept_and_on_today_after(runner, tmp_path):
    runner.start()
    runner.set_up()
    runner.press("Start warm-up")
    runner.check_in(6, yes=list(Family).index(Family.SWELLING))
    runner.flow.form.questions.rows[Family.SWELLING].chips.chip(Flag.HOT_RED).click()
    runner.press("Summary for the doctor")
    asked = runner.window.findChild(DoctorSummary)
    asked.save_to(str(tmp_path / "before.pdf"))
    asked.close()
    runner.flow.footer.press_primary()

    runner.window.shell.page(TODAY).advice.summary.click()
    kept = runner.window.findChildren(DoctorSummary)[-1]

    assert "Knee hot or red: since" in kept.page.toPlainText()
    assert (tmp_path / "before.pdf").read_bytes().startswith(b"%PDF")
    kept.close()
