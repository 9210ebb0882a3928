"""Digits large enough to read from across the room, drawn with blocks."""

ROWS = 5
_DRAWN = {
    "0": ("███", "█ █", "█ █", "█ █", "███"),
    "1": (" █ ", "██ ", " █ ", " █ ", "███"),
    "2": ("███", "  █", "███", "█  ", "███"),
    "3": ("███", "  █", "███", "  █", "███"),
    "4": ("█ █", "█ █", "███", "  █", "  █"),
    "5": ("███", "█  ", "███", "  █", "███"),
    "6": ("███", "█  ", "███", "█ █", "███"),
    "7": ("███", "  █", "  █", "  █", "  █"),
    "8": ("███", "█ █", "███", "█ █", "███"),
    "9": ("███", "█ █", "███", "  █", "███"),
    ":": (" ", "█", " ", "█", " "),
    "/": ("  █", "  █", " █ ", "█  ", "█  "),
}


def big(text: str, *, scale: int = 1) -> list[str]:
    """The digits of `text` in `ROWS` lines, times `scale`; each dot is two columns wide, as a cell is twice as tall."""
    rows = []
    for row in range(ROWS):
        dots = " ".join(_DRAWN[character][row] for character in text)
        rows += ["".join(dot * 2 * scale for dot in dots)] * scale
    return rows


def width(text: str, *, scale: int = 1) -> int:
    """The columns that `big` takes."""
    return len(big(text, scale=scale)[0])
