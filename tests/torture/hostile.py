"""Run files that want or took harm: good-* must come in, bad-* must be refused, any-* either."""

import gzip
import random
import stat
import warnings
import zipfile
from collections.abc import Iterator
from datetime import timedelta

from tests.exchange.runs import fit_writer as fit
from tests.exchange.runs.mutants import A_FIT, SOUND
from tests.exchange.runs.run_files import ENGLISH, START, a_gpx, gpx, lap, points, strava_row, table, tcx, track, zipped

NUMBERS = {"nan": "NaN", "inf": "Infinity", "minus_inf": "-Infinity", "e400": "1e400", "hex": "0x10", "text": "far"}
NUMBERS |= {"minus": "-5", "long": "9" * 5_000, "arabic": "\N{ARABIC-INDIC DIGIT THREE}", "under": "1_0"}
NUMBERS |= {"null": "\\0", "huge": "1e300"}
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DEFINITIONS = {
    "laughs": f'<!DOCTYPE gpx [<!ENTITY l0 "lol">{LAUGHS}]>',
    "quadratic": f'<!DOCTYPE gpx [<!ENTITY a "{"a" * 100_000}">]>',
    "external": '<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    "parameter": '<!DOCTYPE gpx [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>',
    "network": '<!DOCTYPE gpx SYSTEM "http://127.0.0.1:9/x.dtd">',
    "empty": "<!DOCTYPE gpx>",
}
NAMES = {"dotdot": "../../evil.gpx", "root": "/evil.gpx", "back": "..\\evil.gpx", "drive": "C:\\evil.gpx"}
NAMES |= {"inner": "a/../../../evil.gpx", "share": "\\\\host\\evil.gpx"}


def hostile() -> Iterator[tuple[str, bytes]]:
    """The names and contents of all of them."""
    for kind, content in SOUND.items():
        yield f"good.{kind}", content
        yield f"bad-half.{kind}", content[: len(content) // 2]
        yield f"any-trailing.{kind}", content + b"x" * 100
        yield f"bad-random.{kind}", random.Random(kind).randbytes(5_000)
        yield f"bad-empty.{kind}", b""
    for source in (_xml, _track, _laps, _watch, _tables, _packed, _zips, _exports):
        for name, content in source():
            yield name, content.encode() if isinstance(content, str) else content


def _xml() -> Iterator[tuple[str, str | bytes]]:
    for name, definition in DEFINITIONS.items():
        yield f"bad-{name}.gpx", gpx(track(points(10)), head=f'<?xml version="1.0"?>{definition}')
        yield f"bad-{name}.tcx", tcx(lap(600, 2_000)).replace("?>", f"?>{definition}", 1)
    yield "bad-deep.gpx", "<gpx>" + "<a>" * 50_000
    yield "bad-deep.tcx", "<TrainingCenterDatabase>" + "<a>" * 50_000
    yield "bad-attribute.gpx", f'<gpx x="{"y" * 15_000_000}"'
    yield "bad-attributes.gpx", "<gpx " + " ".join(f'a{n}="1"' for n in range(500_000)) + "/>"
    yield "bad-comment.gpx", "<gpx><!--" + "x" * 15_000_000
    yield "any-text.gpx", a_gpx().replace("<trk>", "<trk>" + "x" * 15_000_000)
    yield "bad-encoding.gpx", a_gpx().replace("UTF-8", "x-nonsense")
    yield "any-utf16.gpx", a_gpx().replace("UTF-8", "UTF-16").encode("utf-16")
    yield "bad-latin1.gpx", a_gpx(name="Käse").encode("latin-1")
    yield "bad-surrogate.gpx", a_gpx(name="x\ud800").encode("utf-8", "surrogatepass")
    yield "bad-page.gpx", "<!DOCTYPE html><html><body>Log in</body></html>"
    yield "any-markup.gpx", a_gpx(name='&lt;img src="file:///etc/passwd"&gt;&#x202e;')


def _track() -> Iterator[tuple[str, str | bytes]]:
    for name, number in NUMBERS.items():
        yield f"bad-place-{name}.gpx", a_gpx().replace('"47.000000"', f'"{number.replace("-5", "-95")}"')
        if name not in {"minus", "huge"}:
            yield f"bad-height-{name}.gpx", a_gpx().replace("<ele>400.0", f"<ele>{number}", 1)
    yield "bad-still.gpx", gpx(track(points(1) * 50))
    yield "bad-fast.gpx", gpx(track(points(10, every_s=13)))
    yield "bad-future.gpx", a_gpx().replace("2026-", "2999-")
    yield "bad-year-1.gpx", a_gpx().replace("2026-", "0001-")
    yield "bad-year-9999.gpx", a_gpx().replace("2026-11-01T07:0", "9999-12-31T23:5")
    yield "bad-backwards.gpx", gpx(track(points(10, every_s=-1)))
    yield "bad-route.gpx", gpx('<rte><rtept lat="1" lon="1"/></rte>')
    yield "bad-untimed.gpx", gpx(track('<trkpt lat="1" lon="1"/>' * 10))
    yield "bad-name.gpx", a_gpx(name="x" * 201)
    yield "bad-note.gpx", a_gpx().replace("<trkseg>", f"<desc>{'x' * 2_001}</desc><trkseg>")
    yield "bad-600k.gpx", gpx(track('<trkpt lat="1" lon="1"/>' * 600_000))
    yield "bad-500k.gpx", gpx(track('<trkpt lat="1" lon="1"/>' * 500_000))
    yield "bad-prefixed.gpx", gpx(track('<a:trkpt lat="1" lon="1"/>' * 600_000))
    yield "bad-tracks.gpx", gpx(track(points(2)) * 1_001)
    yield "bad-300MB.gpx", b" " * 30_000_000


def _laps() -> Iterator[tuple[str, str | bytes]]:
    for name, number in NUMBERS.items():
        yield f"bad-lap-{name}.tcx", tcx(lap(600, number))
        yield f"bad-time-{name}.tcx", tcx(lap(number, 2_000))
    yield "bad-fast.tcx", tcx(lap(240, 2_000))
    yield "bad-still.tcx", tcx(lap(600, 0))
    yield "bad-note.tcx", tcx(lap(600, 2_000), more=f"<Notes>{'x' * 2_001}</Notes>")
    yield "bad-600k.tcx", tcx(lap(600, 2_000, "<Track>" + "<Trackpoint></Trackpoint>" * 600_000 + "</Track>"))
    yield "any-laps.tcx", tcx(*[lap(1, 1)] * 90_000)
    yield "bad-activities.tcx", tcx(lap(1, 1)).replace("</Activity>", "</Activity><Activity></Activity>" * 600_000)
    yield "bad-unclosed.tcx", tcx(lap(600, 2_000))[:-20]


def _watch() -> Iterator[tuple[str, str | bytes]]:
    head, session = fit.file_id(), fit.session(START, metres=5_000, seconds=1_800)
    yield "bad-course.fit", fit.file_of([fit.file_id(fit.COURSE_FILE), session])
    yield "bad-fast.fit", fit.file_of([head, fit.session(START, metres=5_000, seconds=600)])
    yield (
        "bad-future.fit",
        fit.file_of([head, fit.session(START + timedelta(days=36_500), metres=5_000, seconds=1_800)]),
    )
    yield "bad-flip.fit", A_FIT[:60] + bytes([A_FIT[60] ^ 1]) + A_FIT[61:]
    yield "bad-size.fit", A_FIT[:4] + b"\xff\xff\xff\x7f" + A_FIT[8:]
    yield "bad-undefined.fit", fit.file_of([head, b"\x0f" * 100])
    yield "bad-nothing.fit", fit.file_of([head, fit.definition(fit.RECORD, []) + b"\0" * 1_100_000])
    yield "bad-definitions.fit", fit.file_of([head, fit.definition(fit.SESSION, []) * 20_000])
    yield "bad-sessions.fit", fit.file_of([head, *[session] * 1_001])
    yield (
        "any-wide.fit",
        fit.file_of([head, fit.definition(fit.SESSION, [fit.Field(2, fit.STRING, "x" * 254)] * 255) + b"\0"]),
    )
    one = fit.record(START, metres=1)
    yield "bad-600k.fit", fit.file_of([head, fit.definition(fit.RECORD, one) + fit.values(one) * 600_000])
    steps = b"".join(fit.values(fit.record(START + timedelta(seconds=n), metres=2 * n)) for n in range(250_000))
    yield "good-250k.fit", fit.file_of([head, fit.definition(fit.RECORD, one) + steps])


def _tables() -> Iterator[tuple[str, str | bytes]]:
    for name, number in NUMBERS.items():
        yield f"bad-km-{name}.csv", f"at,km\n2026-11-01T07:00,{number}\n"
    for name, cells in {"pain": "5,11", "half": "5,2.5", "columns": "5,1,2", "nul": "5,\0", "quote": '5,"1'}.items():
        yield f"bad-{name}.csv", f"at,km,pain_max\n2026-11-01T07:00,{cells}\n"
    yield "bad-zero.csv", "at,km\n2026-11-01T07:00,0\n"
    yield "bad-fast.csv", "at,km,time\n2026-11-01T07:00,1,2:00\n"
    yield "bad-future.csv", "at,km\n2999-11-01T07:00,5\n"
    yield "bad-10k-columns.csv", "at,km" + ",x" * 9_998 + "\n" + "2026-11-01T07:00,5" + "," * 9_998
    yield "bad-field.csv", "at,km,note\n2026-11-01T07:00,5," + "x" * 200_000
    yield "bad-rows.csv", "at,km\n" + "2026-11-01T07:00,5\n" * 200_000
    yield "bad-line.csv", "at,km\n" + "," * 15_000_000
    yield "bad-first-line.csv", "x," * 7_000_000
    yield "bad-cp1252.csv", "at,km,note\n2026-11-01T07:00,5,Käse\n".encode("cp1252")
    yield "good-formula.csv", "at,km,note\n2026-11-01T07:00,5,'=cmd|'' /C calc''!A0\n"


def _packed() -> Iterator[tuple[str, str | bytes]]:
    yield "bad-bomb.gpx.gz", gzip.compress(bytes(300_000_000), 1)
    yield "bad-300MB.tcx.gz", gzip.compress(tcx(lap(600, 2_000)).encode() + b" " * 300_000_000, 1)
    yield "bad-twice.gz", gzip.compress(gzip.compress(a_gpx().encode()))
    yield "bad-members.gz", gzip.compress(b"") * 200_000
    yield "bad-zip.gz", gzip.compress(zipped({"a.gpx": a_gpx()}))
    yield "bad-cut.fit.gz", gzip.compress(A_FIT)[:-9]


def _zips() -> Iterator[tuple[str, str | bytes]]:
    good = {"good.gpx": a_gpx()}
    for name, evil in NAMES.items():
        yield f"bad-slip-{name}.zip", zipped(good | {evil: "owned"})
    link = zipfile.ZipInfo("link.gpx")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    yield "bad-link.zip", zipped([*good.items(), (link, "/etc/passwd")])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield "bad-twice.zip", zipped([*good.items(), *good.items()])
    yield "bad-bomb.zip", zipped(good | {f"{n}.gpx": bytes(60_000_000) for n in range(3)})
    yield "bad-201.zip", zipped({f"{n}.gpx": a_gpx() for n in range(201)})
    yield "bad-20k.zip", zipped({f"{n}": "" for n in range(20_000)})
    yield "bad-nested.zip", zipped({"a.zip": zipped(good)})
    yield "bad-nothing.zip", zipped({"x.txt": "hi"})
    yield "bad-cut.zip", zipped(good)[:-20]
    yield "bad-not.zip", b"PK\x03\x04" + bytes(200)
    yield "bad-gz-bombs.zip", zipped({f"{n}.gpx.gz": gzip.compress(bytes(30_000_000)) for n in range(20)})


def _exports() -> Iterator[tuple[str, str | bytes]]:
    rows = [strava_row("2026-05-06 05:30:15", "x", "Run", file=f"activities/{n}.gpx") for n in range(100)]
    asked = [strava_row("", "x", "Run", file=f"activities/{n}.gpx.gz") for n in range(20)]
    bombs = {f"activities/{n}.gpx.gz": gzip.compress(bytes(30_000_000)) for n in range(20)}
    yield "good-strava.zip", zipped({"activities.csv": table(ENGLISH, *rows)})
    yield "bad-strava-bombs.zip", zipped({"activities.csv": table(ENGLISH, *asked)} | bombs)
    yield "bad-strava-slip.zip", zipped({"activities.csv": table(ENGLISH, *rows), "../evil.gpx": a_gpx()})
    yield "bad-strava-ragged.zip", zipped({"activities.csv": table(ENGLISH, *rows, rows[0] + ",1")})
    yield (
        "bad-strava-60k.zip",
        zipped({"activities.csv": table(ENGLISH, *rows)} | {f"m/{n}": "" for n in range(50_001)}),
    )
    outside = strava_row("", "x", "Run", file="../../../../etc/passwd")
    yield "bad-strava-outside.zip", zipped({"activities.csv": table(ENGLISH, outside)})
    yield "bad-strava-columns.csv", ENGLISH + ",x" * 10_000 + "\n"
