"""The summary for the doctor opens with what is kept, says why it can't, and stays away from nobody."""

import pytest

from kneecoach.coaching import doctor
from kneecoach.domain.errors import CannotStart
from kneecoach.storage import people
from kneecoach.storage.database import open_in_memory
from kneecoach.ui.dialogs.doctor_summary import DoctorSummary
from kneecoach.ui.doctor_flow import DoctorFlow
from kneecoach.ui.main_window import MainWindow
from tests.builders import a_person
from tests.made_up import SATURDAY


class Opened:
    """A store that is open already."""

    def __init__(self, store):
        self.store = store

    def get(self):
        return self.store


@pytest.fixture
def window(qtbot):
    made = MainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def store():
    made = open_in_memory()
    with made.begin() as tx:
        people.add(tx, a_person(name="Ada"))
    yield made
    made.close()


def test_what_is_kept_is_shown(window, store):
    DoctorFlow(window, Opened(store), lambda: a_person(name="Ada"), wall=lambda: SATURDAY).show()

    shown = window.findChild(DoctorSummary)
    assert "Ada" in shown.page.toPlainText()
    shown.close()


def test_nobody_has_a_summary(window, store):
    DoctorFlow(window, Opened(store), lambda: None, wall=lambda: SATURDAY).show()

    assert window.findChild(DoctorSummary) is None


def test_what_can_not_be_read_is_said(window, store, monkeypatch):
    def refuse(*_args):
        raise CannotStart("The data is damaged.")

    monkeypatch.setattr(doctor, "facts", refuse)
    DoctorFlow(window, Opened(store), a_person, wall=lambda: SATURDAY).show()

    assert window.notice().text() == "The data is damaged."
    assert window.findChild(DoctorSummary) is None
