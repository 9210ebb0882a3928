"""Files of every format with something wrong in them: an outcome in a sentence each time, never anything else."""

import gzip
import random
import struct
from datetime import timedelta

import pytest

from kneecoach.exchange.runs import own_table
from kneecoach.exchange.runs.found import Found, NotARun, Refused
from tests.exchange.runs import fit_writer as fit
from tests.exchange.runs.run_files import (
    ENGLISH,
    GERMAN,
    START,
    a_gpx,
    lap,
    one_run,
    points,
    read_bytes,
    strava_row,
    table,
    tcx,
    zipped,
)

MUTANTS = 150
RECORDS = fit.records([fit.record(START + timedelta(seconds=n), metres=3 * n, place=(47, 8)) for n in range(20)])
A_FIT = fit.file_of([fit.file_id(), RECORDS, fit.session(START, metres=5_000, seconds=1_800, ascent=3)])
STRAVA = {"activities.csv": table(ENGLISH, strava_row("2026-05-06 05:30:15", "x", "Run", file="activities/1.gpx"))}
SOUND = {
    "gpx": a_gpx(kind="running", name="Lake").encode(),
    "tcx": tcx(lap(600, 2000, f"<Track>{points(2)}</Track>")).encode(),
    "fit": A_FIT,
    "gpx.gz": gzip.compress(a_gpx().encode()),
    "fit.gz": gzip.compress(A_FIT),
    "runs.zip": zipped({"a.gpx": a_gpx(), "b.fit": A_FIT}),
    "strava.zip": zipped(STRAVA | {"activities/1.gpx": a_gpx()}),
    "activities.csv": table(GERMAN, strava_row("06.05.2026, 05:30:15", "x", "Lauf", gear="Blau")).encode(),
}
INSERTS = [
    b"\0",
    b"\xff\xfe",
    b'"',
    b"}",
    b"<",
    b">",
    b"&#0;",
    b"&#xD800;",
    b"&x;",
    b"9" * 400,
    b"\xed\xa0\x80",
    b"-",
    b"e999",
]
INSERTS += [b"\n", b",", b";", "\u2028".encode(), b"nan", b"PK\x05\x06", b"\x1f\x8b", b"<![CDATA["]


def mutant(sound, chance):
    content = bytearray(sound)
    for _ in range(chance.randint(1, 6)):
        at, way = chance.randrange(len(content) or 1), chance.randrange(5)
        if way == 0 and content:
            content[at] ^= 1 << chance.randrange(8)
        elif way == 1:
            del content[at : at + chance.randint(1, 30)]
        elif way == 2:
            content[at:at] = content[at : at + chance.randint(1, 60)] * chance.randint(1, 50)
        elif way == 3:
            content[at:at] = chance.choice(INSERTS)
        else:
            content[at : at + 4] = struct.pack("<I", chance.choice([0, 0xFFFFFFFF, 0x7FFFFFFF, 1 << 20]))
    return bytes(content)


def with_a_true_checksum(content):
    """So that a mutant of FIT gets past its checksum."""
    if content[8:12] != b".FIT" or len(content) < 16:
        return content
    body = content[14:-2]
    return fit.file_of([body])


@pytest.mark.parametrize("kind", SOUND)
def test_a_mutant_comes_in_or_is_refused_in_a_sentence(tmp_path, kind):
    chance = random.Random(kind)
    for number in range(MUTANTS):
        content = mutant(SOUND[kind], chance)
        if kind == "fit" and number % 2:
            content = with_a_true_checksum(content)
        for outcome in read_bytes(tmp_path, f"mutant.{kind}", content):
            assert isinstance(outcome, Found | NotARun | Refused)
            assert "/" not in outcome.file
            if isinstance(outcome, Refused):
                assert outcome.why.endswith(".")
                assert len(outcome.why) <= 300


def test_the_sound_ones_come_in(tmp_path):
    for kind, content in SOUND.items():
        assert all(isinstance(outcome, Found) for outcome in read_bytes(tmp_path, f"a.{kind}", content)), kind


def test_mutants_of_our_own_table_never_give_what_a_run_cannot_be(tmp_path):
    chance = random.Random(1)
    sound = own_table.written([one_run(read_bytes(tmp_path, "a.gpx", a_gpx()))], {}).encode()
    for _ in range(MUTANTS):
        for outcome in read_bytes(tmp_path, "mutant.csv", mutant(sound, chance)):
            assert isinstance(outcome, Found | Refused)
