"""Every journey gets a runner on a folder of her own, and leaves no window behind."""

import pytest

from tests.journeys.runner import Runner


@pytest.fixture(autouse=True)
def not_for_coverage(unmeasured):
    return unmeasured


@pytest.fixture
def runner(qtbot, tmp_path):  # noqa: ARG001 - qtbot makes the application
    made = Runner(tmp_path / "data")
    yield made
    if made.window is not None:
        made.close()
