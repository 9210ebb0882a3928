"""The page of an exercise, with its time in our hands."""

from PySide6.QtTest import QTest

from kneecoach.exchange.catalogue import load_exercises
from kneecoach.exchange.movements import Movements
from kneecoach.ui.pages.exercise_page import ExercisePage
from kneecoach.ui.widgets.text import Label

EXERCISES = load_exercises()
MOVEMENTS = Movements()


class Shown:
    """A page whose time is in our hands, and what it wished for."""

    def __init__(self, qtbot, exercises=EXERCISES, movements=MOVEMENTS.find, size=(1072, 800)):
        self.second = 0.0
        self.page = ExercisePage(exercises, movements, now=lambda: self.second)
        qtbot.addWidget(self.page)
        self.page.resize(*size)
        self.page.show()
        self.wishes = []
        for name in ("back", "exercise", "add", "try", "listen"):
            getattr(self.page, f"{name}_requested").connect(self._note(name))

    def _note(self, name):
        return lambda *told: self.wishes.append((name, *told))

    def show(self, exercise_id="front_lunge", **more):
        self.page.show_exercise(exercise_id, "Inner-knee warm-up", **more)
        self.page.setFocus()
        return self.page

    def pass_by(self, seconds):
        self.second += seconds
        self.page.figure.loop.tick()

    def press(self, key):
        QTest.keyClick(self.page, key)

    def phase(self):
        """The name on the ruler, and how much of it is over."""
        place, share = self.page.figure.ruler.now()
        return self.page.figure.ruler.phases()[place][0], round(share, 3)

    def texts(self):
        return [one.text() for one in self.page.findChildren(Label) if one.isVisible()]
