"""Diaries among the files that are given as runs: they come in first, so that none of their runs comes twice."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kneecoach.exchange.runs.limits import RUN_ENDINGS
from kneecoach.ui.diary_files import ONE_AT_A_TIME, DiaryFiles, Doing
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.shell import DIARY

if TYPE_CHECKING:
    from kneecoach.ui.pages.import_page import ImportPage
    from kneecoach.ui.run_reading import RunReading

# What it needs is imported when a file is first given: the first paint needs Today alone
# ruff: noqa: PLC0415

RUNS_FIRST = "Add these runs or leave them first. Then the diary can come in."
TAKING = (Doing.READING, Doing.ASKING)
MakeReading: TypeAlias = "Callable[[], RunReading] | None"


class DiaryDrops(QObject):
    """Has diaries taken in first, with Undo afterwards, and hands everything else to `read_runs`."""

    def __init__(
        self, window: MainWindow, files: DiaryFiles, read_runs: "Callable[[Sequence[Path], MakeReading], None]"
    ) -> None:
        super().__init__(window)
        self._window, self._files, self._read_runs = window, files, read_runs
        self._begun: QWidget | None = None
        self._dropped_on = ""
        files.doing_changed.connect(self.look)
        window.flow_left.connect(self._forget)

    def read(self, paths: Sequence[Path], reading: "MakeReading" = None) -> None:
        """Each as what it is, told by content."""
        diaries, others = _sorted_out(paths)
        if self._files.doing in TAKING or (diaries and self._files.doing is not None):
            self._window.notice().say(ONE_AT_A_TIME)
        elif not diaries:
            self._read_as_runs(paths, reading)
        elif self._begun is not None:
            self._window.notice().say(RUNS_FIRST)
        else:
            self._dropped_on = self._window.shell.current()
            self._files.bring(diaries, lambda came: self._go_on(others, reading, came=came))

    def look(self, _doing: object = None) -> None:
        """The import page takes no files while a diary comes in."""
        page = self._page()
        if page is None or self._begun is page:
            return
        waits = self._files.doing in TAKING
        page.start.setEnabled(not waits)
        if waits:
            page.footer.show_waiting()
        else:
            page.footer.show_nothing()

    def _go_on(self, others: Sequence[Path], reading: "MakeReading", *, came: bool) -> None:
        """What else was given, or the diary, unless the person went on to something else meanwhile."""
        page = self._page()
        if others and (page is not None or self._window.flow is None):
            self._read_as_runs(others, reading)
        elif came and page is not None:
            self._window.end_flow(DIARY)
        elif came and self._window.shell.current() == self._dropped_on:
            self._window.go_to(DIARY)

    def _read_as_runs(self, paths: Sequence[Path], reading: "MakeReading") -> None:
        self._read_runs(paths, reading)
        self._begun = self._page()

    def _page(self) -> "ImportPage | None":
        from kneecoach.ui.pages.import_page import ImportPage

        flow = self._window.flow
        return flow if isinstance(flow, ImportPage) else None

    def _forget(self, flow: QWidget) -> None:
        if flow is self._begun:
            self._begun = None


def _sorted_out(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    if all(path.suffix.casefold() in RUN_ENDINGS for path in paths):
        return [], list(paths)
    from kneecoach.coaching.diary_files import sorted_out

    return sorted_out(paths)
