"""What tests of the window share: programs that are found on PATH."""

import subprocess

import pytest


@pytest.fixture
def path(tmp_path, monkeypatch):
    """An otherwise empty PATH but for the tools of a shell, and a way to put programs there."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in ("sh", "cat", "dirname"):
        (folder / tool).symlink_to(subprocess.check_output(["/usr/bin/env", "which", tool], text=True).strip())
    monkeypatch.setenv("PATH", str(folder))

    def put(name, text):
        (folder / name).write_text(text)
        (folder / name).chmod(0o755)
        return folder / name

    return put
