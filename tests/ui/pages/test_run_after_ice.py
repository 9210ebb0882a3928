"""Log run soon after ice: the caution above the button."""

from uuid import UUID

import pytest

from kneecoach.domain.ice import Ice
from kneecoach.ui.pages.run_entry import RunEntryPage
from tests.ui.pages.running import PLACE, Running, a_run


@pytest.mark.parametrize(("clock", "shown"), [("16:10", True), ("16:49", True), ("16:50", False), ("soon", False)])
def test_a_run_soon_after_ice_has_a_caution_above_the_button(qtbot, clock, shown):
    running = Running(qtbot, last=a_run(), place=PLACE)
    ice = Ice(UUID(int=9), running.now.replace(hour=16, minute=0, second=0, microsecond=0), 20)
    page = RunEntryPage(wall=lambda: running.now, ices=(ice,))
    qtbot.addWidget(page)
    page.show()

    page.moment.clock.clear()
    qtbot.keyClicks(page.moment.clock, clock)

    assert page.caution.isVisible() is shown
    assert page.caution.text().startswith("A run soon after ice.") is shown
