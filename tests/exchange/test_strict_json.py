"""JSON from strangers comes in only when it is quite JSON."""

import json
import tracemalloc

import pytest

from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.strict_json import decoded


def nested(depth):
    return b"[" * depth + b"]" * depth


def test_sound_json_is_what_it_says():
    value = {"name": 'Käse 🦵 " [{', "sets": [1, 2.5, None, True, -3], "inner": {"a": "\\"}}

    assert decoded(json.dumps(value).encode()) == value
    assert decoded(b"\xef\xbb\xbf" + json.dumps(value, ensure_ascii=False).encode()) == value


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b'{"a": 1, "a": 2}', "twice"),
        (b"[NaN]", "NaN"),
        (b"[-Infinity]", "Infinity"),
        (b"[1e400]", "infinity"),
        (b"[" + b"9" * 41 + b"]", "too long"),
        (b'["\\ud800x"]', "half characters"),
        (b'{"\\ud800x": 1}', "half characters"),
        (b"[1", "no JSON"),
        (b"[1]x", "no JSON"),
        (b"", "no JSON"),
        (b'["', "no JSON"),
        ('["Käse"]'.encode("latin-1"), "UTF-8"),
        ('["x"]'.encode("utf-16"), "UTF-8"),
        (b"[" * 100_000, "deeper"),
        (b'{"a":' * 50_000, "deeper"),
        (nested(65), "deeper"),
    ],
)
def test_what_is_not_quite_json_is_refused_in_a_sentence(content, why):
    with pytest.raises(InvalidInput, match=why):
        decoded(content)


def test_64_levels_and_20_mb_are_the_limit():
    room = b'["' + b"x" * (20_000_000 - 4) + b'"]'

    assert decoded(nested(64)) is not None
    assert len(decoded(room)[0]) == 20_000_000 - 4
    with pytest.raises(InvalidInput, match="20 MB"):
        decoded(room + b" ")


@pytest.mark.parametrize("letter", ["x", "\\n", "\N{LEG}"])
def test_a_long_text_takes_a_few_times_its_own_room(letter):
    content = json.dumps([letter * 500_000], ensure_ascii=False).encode()

    tracemalloc.start()
    try:
        decoded(content)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert most < 20 * len(content)


def test_brackets_inside_text_are_no_depth():
    assert decoded(json.dumps(["[" * 1_000, '"[' * 100]).encode()) == ["[" * 1_000, '"[' * 100]
