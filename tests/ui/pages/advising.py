"""Opening the Advice page over a record told in a few lines, as the vignettes are."""

from kneecoach.coaching.advice import Advised
from kneecoach.domain.advice.engine import findings
from kneecoach.domain.advice.history import history
from kneecoach.domain.advice.record_at import record_at
from kneecoach.domain.advice.waiting import waiting
from kneecoach.domain.person import Units
from kneecoach.exchange.guide import load_guide
from kneecoach.ui.pages.advice_page import AdvicePage
from tests.domain.advice.logs import PROFILE, moment
from tests.domain.advice.records import told

EVENING = 22
GUIDE = load_guide()


def advised(*lines, on):
    """What is found on the evening of that day."""
    tale, now = told(lines), moment(on, EVENING)
    record = record_at(tale.record, now)
    found = findings(record, tale.log, now, PROFILE)
    return Advised(now, record, tale.log, PROFILE, tuple(found), waiting(record, tale.log, now, PROFILE))


def pasts(*lines, on):
    tale = told(lines)
    return history(tale.record, tale.log, moment(on, EVENING), PROFILE)


def an_advice_page(qtbot, *lines, on, units=Units.KM, size=(1072, 800)):
    """As it stands on the evening of that day, everything read."""
    page = AdvicePage(GUIDE, wall=lambda: moment(on, EVENING))
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    page.show_advised(advised(*lines, on=on), units)
    page.show_pasts(pasts(*lines, on=on), units)
    page.setFocus()
    return page
