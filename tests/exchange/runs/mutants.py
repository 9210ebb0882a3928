"""Sound run files of every format, and what random damage makes of them."""

import gzip
import random
import struct
from datetime import timedelta

from tests.exchange.runs import fit_writer as fit
from tests.exchange.runs.run_files import (
    ENGLISH,
    GERMAN,
    START,
    a_gpx,
    lap,
    points,
    strava_row,
    table,
    tcx,
    zipped,
)

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
    "csv": b"at,km,time,kind,pain_max,limp,note\r\n2026-11-01T07:00+01:00,10.5,1:02:03,long,3,no,'=x\r\n",
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


def mutant(kind: str, chance: random.Random) -> bytes:
    """Bits, pieces and numbers of a sound file changed; every second FIT file gets a true checksum again."""
    content = bytearray(SOUND[kind])
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
    if kind == "fit" and chance.random() < 0.5:
        return fit.file_of([bytes(content[14:-2])])
    return bytes(content)
