"""Every widget is looked at in the light theme unless its test says otherwise."""

import pytest

from kneecoach.ui.theme import LIGHT, Theme, apply_theme


@pytest.fixture(autouse=True)
def light(qapp):
    if qapp.property("tokens") != LIGHT:
        apply_theme(qapp, Theme.LIGHT)
    return LIGHT
