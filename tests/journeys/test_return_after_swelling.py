"""Back to running after swelling: only what is said clears it, and then the stage begins again."""

from uuid import uuid4

from PySide6.QtCore import Qt

from kneecoach.coaching import diary, mornings
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount
from kneecoach.domain.run import Run
from kneecoach.ui.pages.player_page import PlayerPage
from tests.journeys.test_return_to_running import DAY_S, begin, page, returner, sleep_until_morning, store

__all__ = ["returner"]


def test_silence_clears_no_swelling(returner):
    person = returner.record().person.id
    now = returner.clock.wall()
    said = {"pain_before": 1, "pain_max": 1, "limp": False}
    diary.log_run(store(returner), person, Run(uuid4(), now, 3_000, 1_200, **said), now)
    returner.clock.sleep_for(DAY_S)
    now = returner.clock.wall()
    check = MorningCheck(uuid4(), now.date(), now, 1, swelling=Amount.LITTLE)
    mornings.answer(store(returner), person, check, now)
    returner.clock.sleep_for(5 * DAY_S)
    page(returner).refresh()

    assert "Rest until there has been no swelling for 48 hours." in returner.reads()
    assert not page(returner).today.walk.isVisible()
    returner.key(Qt.Key.Key_T)
    assert returner.flow is None

    sleep_until_morning(returner)
    page(returner).refresh()
    assert not page(returner).today.walk.isVisible()
    for _ in range(2):
        sleep_until_morning(returner)
    page(returner).refresh()
    begin(returner)
    assert isinstance(returner.flow, PlayerPage)
