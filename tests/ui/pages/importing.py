"""An import page in a test's hands: what is read on it is told apart as the test says."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.coaching.imports import Sorted
from kneecoach.domain.person import Units
from kneecoach.ui.pages.import_page import ImportPage
from tests.scenes_import import ReadByHand

NOW = datetime(2026, 11, 21, 18, 30, tzinfo=ZoneInfo("Europe/Berlin"))


class Importing:
    """A page, what is read on it, and what it asked for."""

    def __init__(self, qtbot, *, units=Units.KM, sort=None):
        self.qtbot = qtbot
        self.readings = []
        self.page = ImportPage(sort or (lambda told: told[0]), now=NOW, units=units, reading=self._reading)
        qtbot.addWidget(self.page)
        self.added, self.closed, self.asked = [], [], []
        self.page.add_requested.connect(lambda batch: self.added.append(batch.chosen()))
        self.page.close_requested.connect(lambda: self.closed.append(1))
        self.page.files_requested.connect(lambda: self.asked.append("files"))
        self.page.folder_requested.connect(lambda: self.asked.append("folder"))
        self.page.resize(1_280, 800)
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.page.setFocus()

    def _reading(self):
        self.readings.append(ReadByHand())
        return self.readings[-1]

    def read(self, *outcomes, **told):
        """Everything of one reading, told apart as it is given."""
        self.page.read([Path("watch")])
        self.readings[-1].tell(Sorted(new=outcomes, **told))
        card = self.page.new
        self.qtbot.wait_until(lambda: not card._growing.isActive() and all(row.isVisible() for row in card.rows))

    def click(self, widget, at=None):
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.page.focusWidget() or self.page, key, modifier)

    @property
    def foot(self):
        return self.page.footer.accessibleName()

    @property
    def chosen(self):
        return self.page.batch.chosen()
