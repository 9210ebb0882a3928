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
