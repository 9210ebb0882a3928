"""Next week as it is planned, beside what the diary lets one say of it."""

from collections.abc import Sequence
from dataclasses import replace

from kneecoach.coaching.reviews import WeekLooked
from kneecoach.domain.flag import Urgency
from kneecoach.ui import words
from kneecoach.ui.pages import plan_words, review_next
from kneecoach.ui.pages.review_next import FROM_THE_DIARY, NextRow
from kneecoach.ui.pages.review_words import Weeks, units_of

YOURS = "The plan is yours to change; the rest follows from the diary."


def rows(week: WeekLooked, weeks: Weeks) -> tuple[NextRow, ...]:
    """What is true of the week after, with the days that are planned. A distance only where the diary gives one too."""
    said = review_next.next_week(week, weeks)
    urgency = week.first.urgency if week.first is not None else None
    if week.plan is None or (urgency is not None and urgency >= Urgency.DAYS):
        return said
    return tuple(_planned(week, row) for row in said)


def foot(week: WeekLooked) -> str:
    """Where the rows come from."""
    return FROM_THE_DIARY if week.plan is None or week.plan.is_empty else YOURS


def _planned(week: WeekLooked, row: NextRow) -> NextRow:
    assert week.plan is not None, "there is a plan"
    if row.icon == "run" and (days := plan_words.run_days(week.plan, units_of(week))):
        return replace(row, title=f"Planned: {days}", detail=f"{row.title}. {row.detail}")
    if row.icon == "routine" and (strength := plan_words.strength_days(week.plan)):
        return replace(row, title=f"Strength {_on(strength)}")
    return row


def _on(days: Sequence[str]) -> str:
    return f"{'day' if len(days) == 1 else 'days'} on {words.listed(list(days))}"
