"""Cells of a CSV that no spreadsheet takes for a formula."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
QUOTE = "'"


def defused(text: str) -> str:
    """The text with a quote in front where a spreadsheet would compute it; `restored` gives it back as it was."""
    return QUOTE + text if text.lstrip(QUOTE).startswith(FORMULA) else text


def restored(cell: str) -> str:
    """What was defused."""
    return cell[1:] if cell.startswith(QUOTE) and cell.lstrip(QUOTE).startswith(FORMULA) else cell
