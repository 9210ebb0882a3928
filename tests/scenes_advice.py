"""Advice in the states that are looked at, as `tests.scenes` has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer, SignalInstance

from kneecoach.coaching import thresholds
from kneecoach.coaching.check_in import note_flags
from kneecoach.domain.advice.chosen import Chosen
from kneecoach.domain.flag import Flag
from kneecoach.storage import people
from kneecoach.storage.database import open_store
from kneecoach.ui.advice_flow import AdviceFlow
from kneecoach.ui.advising import Advising
from kneecoach.ui.pages.scrolled import Scrolled
from kneecoach.ui.shell import ADVICE
from tests.limits import with_limits
from tests.made_up_autumn import fill_autumn

if TYPE_CHECKING:
    from tests.scenes import Scene

PATIENCE_MS = 10_000


def read_through(window) -> None:
    """Let the record be read beside the window, looked back over, and shown."""
    flow, advising = window.findChild(AdviceFlow), window.findChild(Advising)
    advising.wish()
    until(advising.found)
    if flow.busy:
        until(flow.looked_back)
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def until(told: SignalInstance) -> None:
    """Let the window go on until it is told. Not a QSignalSpy: that lets no other thread go on meanwhile."""
    loop, patience = QEventLoop(), QTimer()
    patience.setSingleShot(True)
    told.connect(loop.quit)
    patience.timeout.connect(loop.quit)
    patience.start(PATIENCE_MS)
    loop.exec()
    told.disconnect(loop.quit)
    patience.stop()


def autumn(scene: Scene, *flags: Flag) -> None:
    """A runner and her autumn, with signs that she noted this morning."""
    scene.prepare(sore=False)
    store = open_store(scene.folder)
    person = fill_autumn(store, scene.clock.wall())
    if flags:
        note_flags(store, person.id, flags, scene.clock.wall())
    store.close()


def shown(scene: Scene):
    """The window at Advice, everything read."""
    window = scene.open()
    if window.flow is not None:
        window.end_flow()
    window.notice().hide()
    window.go_to(ADVICE)
    read_through(window)
    return window.shell.page(ADVICE)


def advice(scene: Scene) -> Iterator[str]:
    autumn(scene)
    page = shown(scene)
    yield "27_advice"
    page.not_a_diagnosis.toggle()
    page.earlier.toggle()
    page.scrolled.verticalScrollBar().setValue(page.scrolled.verticalScrollBar().maximum())
    yield "27_advice_earlier_and_waiting"
    page.search.set_text("meniscus")
    page.search.paused.emit()
    page.scrolled.verticalScrollBar().setValue(0)
    yield "27_advice_search"


def why_this_advice(scene: Scene) -> Iterator[str]:
    autumn(scene)
    page = shown(scene)
    flow = scene.window.findChild(AdviceFlow)
    for card in page.found.cards[1:3]:
        flow.show_why(card.finding)
        yield f"28_why_{card.finding.rule.lower()}"
    flow.show_why(page.earlier.rows()[1].property("past").finding, page.earlier.rows()[1].property("past"))
    yield "28_why_over"


def guide(scene: Scene) -> Iterator[str]:
    autumn(scene)
    page = shown(scene)
    flow = scene.window.findChild(AdviceFlow)
    for topic in list(page.guide.rows)[:6:5]:
        flow.show_topic(topic)
        yield f"29_guide_{topic}"


def why_a_red_flag(scene: Scene) -> Iterator[str]:
    autumn(scene, Flag.GIVES_WAY)
    page = shown(scene)
    page.red.cards[0].why.click()
    yield "28_why_red_flag"


def advice_with_red_flag(scene: Scene) -> Iterator[str]:
    autumn(scene, Flag.GIVES_WAY)
    shown(scene)
    yield "27_advice_red_flag"


def advice_of_nothing(scene: Scene) -> Iterator[str]:
    scene.prepare(sore=False)
    shown(scene)
    yield "27_advice_nothing"


SOME = "green_max=1 amber_max=4 rise=2 spike_small=105 spike_days=28 row_caution=2 shoe_info_m=400000"


def own_limits(scene: Scene) -> Iterator[str]:
    autumn(scene)
    store = open_store(scene.folder)
    with store.begin() as tx:
        person = people.current(tx)
    assert person is not None, "autumn has made one"
    chosen = Chosen(with_limits(SOME, made_by="Practice at the park"), scene.clock.wall())
    thresholds.put(store, person.id, chosen)
    store.close()
    page = shown(scene)
    scene.window.findChild(AdviceFlow).show_why(
        next(card.finding for card in page.found.cards if card.finding.rule == "R11")
    )
    yield "28_why_own_limits"
    scene.window.go_settings()
    settings = scene.window.shell.page("settings")
    bar = settings.findChild(Scrolled).verticalScrollBar()
    bar.setValue(bar.maximum())
    yield "11_settings_limits"
    settings.limits_files.go_back()
    scene.window.notice().hide()
    yield "11_settings_limits_usual"


ADVICE_SCENES = (advice, advice_with_red_flag, advice_of_nothing, why_this_advice, why_a_red_flag, guide, own_limits)
