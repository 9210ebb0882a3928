"""What is set once for this computer."""

import pytest

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.settings import Settings


@pytest.mark.parametrize("volume", [0, 10])
def test_the_volume_goes_from_none_to_full(volume):
    assert Settings(volume=volume, voice_volume=volume).volume == volume


@pytest.mark.parametrize("volume", [-1, 11])
def test_a_volume_that_no_machine_has_is_refused(volume):
    for kind in ("volume", "voice_volume"):
        with pytest.raises(InvalidInput, match=r"^The volume is from 0 to 10\.$"):
            Settings(**{kind: volume})


def test_what_was_changed_is_told_field_by_field():
    before = Settings(volume=3)

    assert Settings(volume=4, beeps=False).unlike(before) == {"volume": 4, "beeps": False}
    assert before.unlike(before) == {}
