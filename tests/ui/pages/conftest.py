"""Pages are looked at in the light theme unless a test says otherwise."""

import pytest

from kneecoach.ui.theme import LIGHT, Theme, apply_theme


@pytest.fixture(autouse=True)
def light(request):
    if "qtbot" not in request.fixturenames and "qapp" not in request.fixturenames:
        return LIGHT
    app = request.getfixturevalue("qapp")
    if app.property("tokens") != LIGHT:
        apply_theme(app, Theme.LIGHT)
    return LIGHT


@pytest.fixture
def store(tmp_path):
    from kneecoach.storage.database import open_store  # noqa: PLC0415

    store = open_store(tmp_path / "data")
    yield store
    store.close()


@pytest.fixture
def open_page(qtbot, store):
    """Opens a check-in over some entries of the diary."""
    from tests.ui.pages.checking import Opener  # noqa: PLC0415

    return Opener(qtbot, store)


@pytest.fixture
def copied(qtbot, store):
    """The Routines page with a copy of the warm-up, open at its first exercise."""
    from tests.ui.pages.routining import Opened  # noqa: PLC0415

    made = Opened(qtbot, store)
    made.copy()
    return made
