"""A player on a desk with two screens, in a process of its own; says as JSON where the window was after each step."""

import json
import sys

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.player_screen import PlayerScreen


class Page(QWidget):
    """As much of a player as its screen asks for."""

    screen_requested = Signal()
    wants_full_screen = True

    def offer_screen(self, *, offered):
        self.offered = offered


def main() -> None:
    app = QApplication([])
    names = [screen.name() for screen in app.screens()]
    window = MainWindow()
    window.shell.add_page("today", QWidget)
    window.end_flow()
    window.show()
    told = []

    def note(step):
        app.sendPostedEvents()
        on = window.screen()
        inside = on.geometry().contains(window.geometry().center())
        told.append([step, on.name(), inside, window.isFullScreen()])

    def play(last):
        page = Page()
        window.show_flow(page)
        PlayerScreen(window, page, last)
        return page

    note("at home")
    page = play("")
    note("opened at home")
    page.screen_requested.emit()
    note("moved by the key")
    window.show_flow(QWidget())
    note("another flow")
    play(names[1])
    note("opened where it was last")
    window.end_flow()
    note("ended")
    play(names[1])
    window.give_up_flow()
    note("given up")
    window.close()
    json.dump({"names": names, "offered": page.offered, "told": told}, sys.stdout)


if __name__ == "__main__":
    main()
