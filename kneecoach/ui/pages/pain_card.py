"""The card on Today that shows the last pain."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.exercise import Side
from kneecoach.ui.pages import today_picture
from kneecoach.ui.pages.figure import Figure
from kneecoach.ui.pages.today_picture import LastPain
from kneecoach.ui.widgets.card import Card
from kneecoach.ui.widgets.needle_scale import NeedleScale
from kneecoach.ui.widgets.text import Label, Role, Tone

if TYPE_CHECKING:
    from kneecoach.ui.widgets.knee_picture import KneePicture

PICTURE_PX = 76


class PainCard(Card):
    """The score, the needle on the scale, where it hurt and when; or that nothing is known yet."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 21, 24, 20), parent=parent)
        self.body.setSpacing(0)
        self._title = Label("Last pain", Role.LABEL, Tone.INK2, parent=self)
        self._score = Figure(parent=self)
        self._of = Label("/ 10", Role.UNIT, Tone.INK2, parent=self)
        self._scale = NeedleScale(parent=self)
        self._place = Label("", Role.SMALL_BOLD, wrap=True, parent=self)
        self._when = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self._picture: KneePicture | None = None
        self._corner = QVBoxLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        number = QHBoxLayout()
        number.setSpacing(8)
        number.addWidget(self._score)
        number.addWidget(self._of, 0, Qt.AlignmentFlag.AlignBottom)
        number.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self._title)
        left.addLayout(number)
        left.addStretch(1)
        top = QHBoxLayout()
        top.addLayout(left, 1)
        top.addLayout(self._corner)
        self.body.addLayout(top)
        self.body.addSpacing(6)
        scale = QHBoxLayout()
        # The scale's own margin holds half of its outer figures: the ruled line starts at the card's text edge
        scale.setContentsMargins(-12, 0, -12, 0)
        scale.addWidget(self._scale)
        self.body.addLayout(scale)
        self.body.addStretch(1)
        self.body.addWidget(self._place)
        self.body.addWidget(self._when)

    def show_pain(self, pain: LastPain | None, today: date, names: Callable[[str], str]) -> None:
        """`names` turns a region into its words; asked only when there is one."""
        self._scale.set_value(pain.score if pain else None)
        self._of.setVisible(pain is not None)
        self._show_knee(pain)
        if pain is None:
            self._title.setText("Last pain")
            self._score.set_figure("–", "not known", Tone.INK3)
            self._place.hide()
            self._when.setText("Nothing said yet. The check-in asks before each session.")
            return
        self._title.setText(today_picture.pain_title(pain, today))
        self._score.set_figure(str(pain.score), f"{pain.score} of 10")
        place = today_picture.pain_place(pain, {region: names(region) for region in pain.regions})
        self._place.setText(place)
        self._place.setVisible(bool(place))
        self._when.setText(today_picture.pain_when(pain, today))

    def _show_knee(self, pain: LastPain | None) -> None:
        if pain is None or not pain.regions:
            if self._picture is not None:
                self._picture.hide()
            return
        # The drawn knee is read from a file of its own: only when there is something to show on it
        from kneecoach.ui.widgets.knee_drawing import UNDRAWN, View, home_view  # noqa: PLC0415
        from kneecoach.ui.widgets.knee_picture import KneePicture  # noqa: PLC0415

        if self._picture is None:
            self._picture = KneePicture(width_px=PICTURE_PX, parent=self)
            self._corner.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        drawn = [region for region in pain.regions if region not in UNDRAWN]
        view = home_view(drawn[0]) if drawn else View.INNER
        side = pain.side if pain.side in (Side.LEFT, Side.RIGHT) else Side.LEFT
        self._picture.show_knee(view, side, dict.fromkeys(pain.regions, pain.score))
        self._picture.show()
