"""Tab in reading order: as the layouts have it, not as the widgets were made."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QScrollArea, QWidget


def reading_order(page: QWidget) -> list[QWidget]:
    """The visible controls inside `page` at which Tab stops, in the order in which its layouts hold them."""
    return list(_inside(page))


def beside(ring: list[QWidget], at: QWidget | None, *, onward: bool) -> QWidget | None:
    """The control after or before `at`, round the ends; the first or last from elsewhere; None in an empty ring."""
    if not ring:
        return None
    here = _for_its_group(at) if at is not None else None
    if here is None or here not in ring:
        return ring[0 if onward else -1]
    return ring[(ring.index(here) + (1 if onward else -1)) % len(ring)]


def next_stop(page: QWidget, ring: list[QWidget], *, onward: bool) -> QWidget | None:
    """Where Tab leads from what has the keyboard: along `ring`, and past its ends out of the page."""
    at = page.window().focusWidget()
    target = beside(ring, at, onward=onward)
    inside = at is not None and at is not page and page.isAncestorOf(at)
    if inside and target is not None and target is ring[0 if onward else -1]:
        return _outside(page, onward=onward) or target
    return target


def _outside(page: QWidget, *, onward: bool) -> QWidget | None:
    """The stop after or before all of `page` in its window.

    Qt's own focus chain is not asked: to PySide each widget it names would become the child of the one before, and
    when that one is deleted everything after it would count as gone.
    """
    held = page.window().findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    stops = [stop for child in held if not child.isWindow() for stop in _stops(child)]
    inside = [place for place, stop in enumerate(stops) if stop is page or page.isAncestorOf(stop)]
    if not inside:
        return None
    around = stops[inside[-1] + 1 :] + stops[: inside[0]]
    return around[0 if onward else -1] if around else None


def _inside(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QScrollArea):
        if (held := widget.widget()) is not None:
            yield from _stops(held)
    elif (layout := widget.layout()) is not None:
        yield from _of_layout(layout)
    elif placed := getattr(widget, "tab_stops", None):
        # It places its controls itself and tells their order
        for one in placed():
            yield from _stops(one)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner = item.layout() if item is not None else None
        widget = item.widget() if item is not None else None
        if inner is not None:
            yield from _of_layout(inner)
        elif widget is not None:
            yield from _stops(widget)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible() or not widget.isEnabled():
        return
    # One stop for options of which one is chosen: Qt takes Tab from the others only once one had the keyboard
    grouped = isinstance(widget, QAbstractButton) and widget.group() is not None
    reached = grouped or bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if reached and _for_its_group(widget) is widget:
        yield widget
    yield from _inside(widget)


def _for_its_group(widget: QWidget) -> QWidget:
    """The chosen option of a group, or its first while none is chosen; any other widget itself."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is None or not group.exclusive():
        return widget
    return group.checkedButton() or group.buttons()[0]
