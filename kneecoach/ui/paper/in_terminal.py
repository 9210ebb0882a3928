"""The page for the doctor where there is no window, and maybe no display."""

from PySide6.QtGui import QGuiApplication

from kneecoach.domain.doctor_facts import DoctorFacts
from kneecoach.ui.fonts import load_fonts
from kneecoach.ui.paper.doctor_sheet import as_pdf

NO_DISPLAY = ["kneecoach", "-platform", "offscreen"]


def drawn(facts: DoctorFacts, with_name: bool) -> bytes:  # noqa: FBT001 - the one choice there is
    """The content of the file. Type needs an application, but no display."""
    app = QGuiApplication.instance()
    if app is None:
        app = QGuiApplication(NO_DISPLAY)
        load_fonts()
    return as_pdf(facts, with_name=with_name)
