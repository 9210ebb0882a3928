"""The colours of the drawn coach by the role they have, for light and dark, on the sunken and on the plain ground."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Ink(StrEnum):
    """What a colour is for; the names are those of the design's figure palette. `*_S` is the shaded side."""

    GROUND = "bg"
    HORIZON = "horizon"
    SHADOW = "shadow"
    CONTACT = "contact"
    SKIN = "skin"
    SKIN_S = "skin_s"
    HAIR = "hair"
    HAIR_S = "hair_s"
    TOP = "top"
    TOP_S = "top_s"
    LEG = "leg"
    LEG_S = "leg_s"
    SHOE = "shoe"
    SHOE_S = "shoe_s"
    SOLE = "sole"
    LACE = "lace"
    RIM = "rim"
    GAP = "gap"
    FAR = "far"
    ACCENT = "accent"
    ACCENT_L = "accent_l"
    ARROW = "arrow"
    ROLLER = "roller"
    ROLLER_S = "roller_s"
    ROLLER_C = "roller_c"
    TUBE = "band"
    TUBE_S = "band_s"
    BOX = "box"
    BOX_S = "box_s"
    BOX_T = "box_t"
    WALL = "wall"
    WALL_S = "wall_s"
    WALL_T = "wall_t"
    MAT = "mat"
    MAT_S = "mat_s"
    MAT_T = "mat_t"


Colour = tuple[int, int, int, int]
"""Red, green, blue and opacity, each 0 to 255."""

SHADOWS = {Ink.SHADOW: (70, 120), Ink.CONTACT: (110, 170)}
"""Opacity in light and dark; the contact shadow lies where a body presses on something."""

LIGHT_INKS = {
    Ink.GROUND: "#F6F8F7",
    Ink.HORIZON: "#D5DBD9",
    Ink.SHADOW: "#4A5553",
    Ink.CONTACT: "#4A5553",
    Ink.SKIN: "#CDB3A2",
    Ink.SKIN_S: "#AB8F7E",
    Ink.HAIR: "#3B3633",
    Ink.HAIR_S: "#262220",
    Ink.TOP: "#7FA1A9",
    Ink.TOP_S: "#5F848E",
    Ink.LEG: "#3A474A",
    Ink.LEG_S: "#2A3537",
    Ink.SHOE: "#FFFFFF",
    Ink.SHOE_S: "#CBD3D0",
    Ink.SOLE: "#7F8A87",
    Ink.LACE: "#9DA9A6",
    Ink.RIM: "#141A1A",
    Ink.GAP: "#EEF1F0",
    Ink.FAR: "#B4BEBB",
    Ink.ACCENT: "#D2500F",
    Ink.ACCENT_L: "#F08A55",
    Ink.ARROW: "#1D5A70",
    Ink.ROLLER: "#B9CBD0",
    Ink.ROLLER_S: "#8FA8AF",
    Ink.ROLLER_C: "#D7E2E5",
    Ink.TUBE: "#DDEAEE",
    Ink.TUBE_S: "#9DB6BE",
    Ink.BOX: "#C3CCC9",
    Ink.BOX_S: "#A9B4B1",
    Ink.BOX_T: "#D8DFDD",
    Ink.WALL: "#E0E6E4",
    Ink.WALL_S: "#CBD3D0",
    Ink.WALL_T: "#EEF1F0",
    Ink.MAT: "#DCE5E3",
    Ink.MAT_S: "#BFCBC8",
    Ink.MAT_T: "#E4EBE9",
}

DARK_INKS = {
    Ink.GROUND: "#121819",
    Ink.HORIZON: "#2C3536",
    Ink.SHADOW: "#000000",
    Ink.CONTACT: "#000000",
    Ink.SKIN: "#CBB2A2",
    Ink.SKIN_S: "#9E8778",
    Ink.HAIR: "#75655B",
    Ink.HAIR_S: "#574A42",
    Ink.TOP: "#6FA0AC",
    Ink.TOP_S: "#4B7986",
    Ink.LEG: "#5E6B69",
    Ink.LEG_S: "#465251",
    Ink.SHOE: "#EEF2F1",
    Ink.SHOE_S: "#AEB8B6",
    Ink.SOLE: "#73807E",
    Ink.LACE: "#73807E",
    Ink.RIM: "#0A0E0F",
    Ink.GAP: "#B6C0BE",
    Ink.FAR: "#2C3536",
    Ink.ACCENT: "#F0804A",
    Ink.ACCENT_L: "#FFB68F",
    Ink.ARROW: "#7FBDD3",
    Ink.ROLLER: "#526C76",
    Ink.ROLLER_S: "#3D545E",
    Ink.ROLLER_C: "#6B8791",
    Ink.TUBE: "#D3E6EC",
    Ink.TUBE_S: "#7F9DA7",
    Ink.BOX: "#4C5857",
    Ink.BOX_S: "#3B4645",
    Ink.BOX_T: "#5C6967",
    Ink.WALL: "#2C3536",
    Ink.WALL_S: "#242C2D",
    Ink.WALL_T: "#384342",
    Ink.MAT: "#263233",
    Ink.MAT_S: "#1D2728",
    Ink.MAT_T: "#2C393A",
}

ON_SURFACE = ("#FFFFFF", "#171D1E")
"""The ground of a card and of the rest, in light and dark."""


@dataclass(frozen=True, slots=True)
class Palette:
    """A colour for every ink."""

    inks: Mapping[Ink, Colour]

    def colour(self, ink: Ink, far: float = 0.0, over: Ink | None = None) -> Colour:
        """The colour of an ink, `far` of the way (0 to 1) into the colour of what stands behind, or laid `over` one."""
        near = self.inks[ink]
        if over is not None:
            return (*_mixed(self.inks[over], near, near[3] / 255), 255)
        if not far:
            return near
        away = self.inks[Ink.FAR]
        return (*_mixed(near, away, far), near[3])


def palette(*, dark: bool = False, surface: bool = False) -> Palette:
    """The palette of a theme; `surface` is the ground of cards and of the rest phase."""
    inks = {
        ink: _colour(text, SHADOWS[ink][dark] if ink in SHADOWS else 255)
        for ink, text in (DARK_INKS if dark else LIGHT_INKS).items()
    }
    if surface:
        inks[Ink.GROUND] = _colour(ON_SURFACE[dark], 255)
    return Palette(inks)


def _mixed(one: Colour, other: Colour, share: float) -> tuple[int, int, int]:
    red, green, blue = (int(a + (b - a) * share) for a, b in zip(one[:3], other[:3], strict=True))
    return red, green, blue


def _colour(text: str, opacity: int) -> Colour:
    red, green, blue = bytes.fromhex(text[1:])
    return red, green, blue, opacity
