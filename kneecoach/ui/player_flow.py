"""Puts the player together, and keeps how it was last looked at: from afar or near, and on which screen."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.settings import Settings
from kneecoach.storage.glance import Glance
from kneecoach.ui.changes import Changes
from kneecoach.ui.edges import Edges
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.tuning import switch_as_set

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kneecoach.domain.session import Session
    from kneecoach.exchange.movements import Movements
    from kneecoach.figure.movement import Movement
    from kneecoach.ui.pages.player_page import PlayerPage

# The player and its figure are imported when a session comes near: the first paint needs neither
# ruff: noqa: PLC0415

LOOKED_AT_MS = 400
"""By then the page before it is on the screen and read."""


def load_player() -> None:
    """Import the player and what draws its figure, before the first of them is asked for."""
    from kneecoach.exchange import movements
    from kneecoach.ui import player_screen
    from kneecoach.ui.pages import player_page, player_pose
    from kneecoach.ui.widgets import figure_view

    assert all((movements, player_screen, player_page, player_pose, figure_view))


class PlayerFlow(QObject):
    """Makes players; whoever asks for one listens to what it tells."""

    def __init__(
        self,
        window: MainWindow,
        late: LateStore,
        look: Callable[[], Glance | None],
        *,
        edges: Edges,
        changes: Changes,
    ) -> None:
        super().__init__(window)
        self._window, self._late, self._look = window, late, look
        self._edges, self._changes = edges, changes
        self._movements: Movements | None = None

    def settings(self) -> Settings:
        """As they are on disk."""
        found = self._look()
        return found.settings if found else Settings()

    def movement(self, exercise: str) -> "Movement | None":
        """The drawing of an exercise, read once."""
        from kneecoach.exchange.movements import Movements

        if self._movements is None:
            self._movements = Movements()
        return self._movements.find(exercise)

    def expect(self, before: "QWidget") -> None:
        """While this page is looked at, load what the player needs, so that it opens at once."""
        timer = QTimer(before)
        timer.setSingleShot(True)
        timer.timeout.connect(load_player)
        timer.start(LOOKED_AT_MS)

    def show(self, session: "Session", pain_before: int | None, stale: Callable[[], bool]) -> "PlayerPage":
        """The player has the window from now on, on the screen it was last on, and is heard as the settings say."""
        from kneecoach.ui.pages.player_page import PlayerPage
        from kneecoach.ui.player_screen import PlayerScreen
        from kneecoach.ui.ticker import Ticker

        settings = self.settings()
        switch_as_set(self._edges, settings)
        page = PlayerPage(
            Ticker(session, self._late.get(), now=self._edges.now, wall=self._edges.wall),
            changes=self._changes,
            sounds=self._edges.sounds,
            voice=self._edges.voice,
            awake=self._edges.awake if settings.keep_awake else None,
            settings=settings,
            movements=self.movement,
            pain_before=pain_before,
            stale=stale,
        )
        page.distance_changed.connect(self._keep_distance)
        self._window.show_flow(page)
        PlayerScreen(self._window, page, settings.screen).left_on.connect(self._keep_screen)
        return page

    def _keep_distance(self, far: bool) -> None:  # noqa: FBT001
        self._keep(distance=far)

    def _keep_screen(self, name: str) -> None:
        self._keep(screen=name)

    def _keep(self, **changes: bool | str) -> None:
        """Not told to anybody: the window would be dressed anew, and a mute lost. It is no reason to stop either."""
        from kneecoach.coaching import people

        with suppress(KneeCoachError):
            people.change_settings(self._late.get(), **changes)
