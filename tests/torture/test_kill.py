"""A set that was acknowledged is there at the next start, however the program died."""

import json
import subprocess
import sys

import pytest

from tests.torture.killing import PROBE, torment

pytestmark = pytest.mark.slow


def probe(*arguments):
    return subprocess.run([sys.executable, PROBE, *arguments], capture_output=True, text=True, check=False)


def test_no_acknowledged_set_is_lost_by_a_kill():
    found = torment(kills=6, seed=7)

    assert found.kills == 6
    assert found.acknowledged > 0
    assert not found.failures


def test_a_loss_would_be_noticed(tmp_path, monkeypatch):
    liar = tmp_path / "liar.py"
    liar.write_text(
        "import select, sys\n"
        "if sys.argv[2] == 'log':\n"
        "    print('ACK of nothing', flush=True)\n"
        "    select.select([], [], [], 30)\n"
        "print('{\"sets\": []}')\n"
    )
    monkeypatch.setattr("tests.torture.killing.PROBE", liar)

    found = torment(kills=5, seed=3)

    assert any("lost" in failure for failure in found.failures)


def test_the_probe_refuses_in_one_sentence_what_it_can_not_do(tmp_path):
    (tmp_path / "file").write_text("not a folder")

    no_import = probe(tmp_path / "data", "import", "x.fit")
    no_folder = probe(tmp_path / "file", "log", "1", "0")

    assert (no_import.returncode, no_folder.returncode) == (2, 3)
    for refusal in (no_import, no_folder):
        assert json.loads(refusal.stdout)["message"].endswith(".")
        assert refusal.stderr == ""


def test_the_probe_counts_days_and_active_seconds(tmp_path):
    data = tmp_path / "data"

    timed = json.loads(probe(data, "timer", "0.2").stdout)
    kept = probe(data, "diary")
    days = json.loads(probe(data, "streak").stdout)

    assert timed["active"] == pytest.approx(0.2)
    assert (timed["done"], timed["pauses"], kept.returncode) == (True, 0, 0)
    assert (days["streak"], len(days["days"])) == (1, 1)
