"""The command that installs something on this computer."""

import pytest

from kneecoach.espeak import CANNOT_WRITE, NOT_INSTALLED
from kneecoach.installing import install_command, voice_advice


@pytest.mark.parametrize(
    ("tools", "command"),
    [
        ({"apt-get"}, "sudo apt install espeak-ng"),
        ({"dnf"}, "sudo dnf install espeak-ng"),
        ({"pacman", "brew"}, "sudo pacman -S espeak-ng"),
        (set(), ""),
    ],
)
def test_the_command_is_that_of_the_installer_found_here(tools, command):
    assert install_command("espeak-ng", lambda tool: tool if tool in tools else None) == command


def test_without_a_known_installer_the_advice_names_the_program():
    assert voice_advice(NOT_INSTALLED, lambda _tool: None) == "Install espeak-ng to have a voice."
    assert voice_advice(NOT_INSTALLED, lambda tool: tool) == "Install a voice: sudo apt install espeak-ng"


def test_where_a_voice_is_installed_nobody_is_told_to_install_one():
    assert voice_advice(CANNOT_WRITE, lambda tool: tool) == ""
