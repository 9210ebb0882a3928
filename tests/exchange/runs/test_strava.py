"""Strava exports, as a zip, a folder or the table alone, in the languages that they come in."""

import gzip
from datetime import UTC, datetime

import pytest

from kneecoach.domain.run import RunKind, Surface
from kneecoach.exchange.runs.found import Found, NotARun, Refused
from tests.exchange.runs import fit_writer as fit
from tests.exchange.runs.run_files import (
    ENGLISH,
    FRENCH,
    GERMAN,
    a_gpx,
    one_refusal,
    one_run,
    read,
    read_bytes,
    strava_row,
    table,
    zipped,
)

SPANISH = (
    "ID de actividad,Fecha de la actividad,Nombre de la actividad,Tipo de actividad,Tiempo transcurrido,Distancia,"
    "Nombre de archivo,Tiempo en movimiento,Distancia,Desnivel positivo"
)
ITALIAN = (
    "ID attività,Data dell'attività,Nome dell'attività,Tipo di attività,Tempo trascorso,Distanza,Nome del file,"
    "Tempo in movimento,Distanza,Dislivello positivo"
)
DUTCH = (
    "Activiteits-ID,Datum van activiteit,Naam activiteit,Activiteitstype,Verstreken tijd,Afstand,Bestandsnaam,"
    "Beweegtijd,Afstand,Totale stijging"
)
PORTUGUESE = (
    "ID da atividade,Data da atividade,Nome da atividade,Tipo de atividade,Tempo decorrido,Distância,"
    "Nome do arquivo,Tempo de movimentação,Distância,Ganho de elevação"
)
UNKNOWN_LANGUAGE = "Aktivitet-nr,Dato,Titel,Slags,Varighed,Længde,Fil"
ON = datetime(2026, 5, 6, 5, 30, 15, tzinfo=UTC)


def a_zip(header, *rows, files=None):
    return zipped({"activities.csv": "\ufeff" + table(header, *rows), "media/1.jpg": b"\xff\xd8"} | (files or {}))


@pytest.mark.parametrize(
    ("header", "date", "word"),
    [
        (ENGLISH, "May 6, 2026, 5:30:15 AM", "Run"),
        (ENGLISH, "May 6, 2026, 5:30:15\u202fAM", "Run"),
        (ENGLISH, "2026-05-06 05:30:15", "Run"),
        (GERMAN, "06.05.2026, 05:30:15", "Lauf"),
        (FRENCH, "6 mai 2026 à 05:30:15", "Course à pied"),
        (FRENCH, "6 mai 2026, 05:30:15", "Course à pied"),
    ],
)
def test_an_export_is_read_in_english_german_and_french(tmp_path, header, date, word):
    row = strava_row(date, "Runde, am See", word, file="activities/1.fit.gz", gear="Blaue")
    (found,) = read_bytes(tmp_path, "export.zip", a_zip(header, row))

    assert found.run.at == ON
    assert (found.run.distance_m, found.run.seconds, found.run.climb_m) == (5014, 1800, 33)
    assert (found.file, found.shoe, found.run.note) == ("1.fit.gz", "Blaue", "Runde, am See")


@pytest.mark.parametrize(
    ("header", "date", "word"),
    [
        (SPANISH, "6 may 2026, 5:30:15", "Carrera"),
        (ITALIAN, "6 mag 2026, 05:30:15", "Corsa"),
        (DUTCH, "6 mei 2026 05:30:15", "Hardloopsessie"),
        (PORTUGUESE, "6 de mai. de 2026, 05:30:15", "Corrida"),
    ],
)
def test_an_export_is_read_in_four_more_languages_with_decimal_commas(tmp_path, header, date, word):
    row = f'1,"{date}",x,{word},1900,"5,01",activities/1.gpx,"1800,0","5014,2",33'
    run = one_run(read_bytes(tmp_path, "export.zip", a_zip(header, row)))

    assert (run.at, run.distance_m, run.seconds, run.climb_m) == (ON, 5014, 1800, 33)


def test_the_order_of_the_columns_does_not_matter(tmp_path):
    titles, cells = GERMAN.split(","), strava_row("06.05.2026, 05:30:15", "See", "Lauf").replace(", ", "\0").split(",")
    header, row = ",".join(reversed(titles)), ",".join(reversed(cells)).replace("\0", ", ")
    backwards = row.replace("5.01", "5014.2").replace("1900.0", "1800.0")
    run = one_run(read_bytes(tmp_path, "export.zip", a_zip(header, backwards)))

    assert (run.at, run.distance_m, run.seconds) == (ON, 5014, 1800)


def test_the_files_are_asked_where_the_language_is_not_known(tmp_path):
    ride = fit.file_of([fit.file_id(), fit.session(ON, sport=fit.CYCLING, metres=20_000, seconds=3_600)])
    files = {"activities/1.gpx": a_gpx(), "activities/2.fit.gz": gzip.compress(ride)}
    rows = ["1,første maj,Tur,Løb,1:00,?,activities/1.gpx", "2,anden maj,Tur,Cykel,1:00,?,activities/2.fit.gz"]
    run, bike = read_bytes(tmp_path, "export.zip", a_zip(UNKNOWN_LANGUAGE, *rows, files=files))

    assert (run.run.seconds, run.file) == (270, "1.gpx")
    assert bike.why == "A bike ride, 60 minutes. Log it as other training."


def test_the_file_is_asked_only_for_what_the_table_lacks(tmp_path):
    unsaid = strava_row("May 6, 2026, 5:30:15 AM", "Mine", "Run", file="activities/1.gpx", metres="", km="")
    broken = strava_row("May 7, 2026, 5:30:15 AM", "Enough", "Run", file="activities/2.gpx")
    files = {"activities/1.gpx": a_gpx(name="Theirs"), "activities/2.gpx": "<gpx"}
    first, second = read_bytes(tmp_path, "export.zip", a_zip(ENGLISH, unsaid, broken, files=files))

    assert (first.run.at, first.run.distance_m, first.run.seconds, first.run.note) == (ON, 1001, 1800, "Mine")
    assert (second.run.distance_m, first.remark) == (5014, "")
    assert second.remark == "It is XML, but neither GPX nor TCX. Distance and time are those of the table."


def test_a_run_of_the_table_alone_says_what_is_amiss_with_its_file(tmp_path):
    names = ["empty.gpx", "empty.gpx.gz", "broken.fit.gz", "photo.fit", "t.gpx", "none.gpx", "good.gpx.gz", "good.gpx"]
    rows = [
        strava_row(f"May {n}, 2026, 5:30:15 AM", "x", "Run", file=f"activities/{name}")
        for n, name in enumerate(names, 1)
    ]
    contents = ["", gzip.compress(b""), b"\x1f\x8b\x08broken", b"\xff\xd8\0\1", "a,b\n"]
    good = {"good.gpx.gz": gzip.compress(a_gpx().encode()), "good.gpx": a_gpx()}
    files = {
        f"activities/{name}": content for name, content in (dict(zip(names, contents, strict=False)) | good).items()
    }
    outcomes = read_bytes(tmp_path, "export.zip", a_zip(ENGLISH, *rows, files=files))
    said = [outcome.remark.removesuffix(" Distance and time are those of the table.") for outcome in outcomes]

    assert said[:2] == ["The file is empty."] * 2
    assert said[2] == "Its packing is damaged. Copy it again."
    assert [sentence.split(".")[0] for sentence in said[3:5]] == [
        "KneeCoach does not know what kind of file this is"
    ] * 2
    assert said[5:] == ["", "", ""]


def test_a_row_whose_file_is_missing_bad_or_outside_is_refused_alone(tmp_path):
    names = ["activities/none.gpx", "activities/bad.gpx", "../secret.gpx", "activities/table.csv.gz", ""]
    rows = [strava_row("", "x", "Run", file=name.replace("table.csv.gz", "t.gpx")) for name in names]
    good = strava_row("May 6, 2026, 5:30:15 AM", "Enough", "Run")
    files = {"activities/bad.gpx": "<gpx", "activities/t.gpx": "a,b\n1,2\n"}
    outcomes = read_bytes(tmp_path, "export.zip", a_zip(ENGLISH, *rows, good, files=files))

    assert [type(outcome) for outcome in outcomes] == [Refused] * 5 + [Found]
    assert [outcome.file for outcome in outcomes[:3]] == ["none.gpx", "bad.gpx", "secret.gpx"]
    assert outcomes[0].why == "It is not in the archive."
    assert outcomes[4] == Refused("export.zip, line 6", "It does not say when it was.")


def test_only_runs_come_in_unless_others_are_wanted(tmp_path):
    words = ["Ride", "Weight Training", "Rowing", "Yoga", "Trail Run"]
    rows = [strava_row("May 6, 2026, 5:30:15 AM", "x", word, metres="5000" if "Run" in word else "") for word in words]
    runs = read_bytes(tmp_path, "a.zip", a_zip(ENGLISH, *rows))
    everything = read_bytes(tmp_path, "a.zip", a_zip(ENGLISH, *rows), others=True)

    assert [type(outcome) for outcome in runs] == [NotARun] * 4 + [Found]
    assert runs[-1].run.surface is Surface.TRAIL
    kinds = [found.entry.kind.value for found in everything[:4]]
    assert kinds == ["bike", "strength", "other", "flexibility"]


def test_a_word_for_a_sport_that_is_not_known_is_no_run_even_when_its_file_says_nothing(tmp_path):
    row = strava_row("May 6, 2026, 5:30:15 AM", "x", "Kitesurf", file="activities/1.gpx")
    (other,) = read_bytes(tmp_path, "a.zip", a_zip(ENGLISH, row, files={"activities/1.gpx": a_gpx()}))

    assert isinstance(other, NotARun)


def test_a_file_with_several_activities_gives_each(tmp_path):
    sessions = [fit.session(ON.replace(hour=hour), metres=3_000, seconds=1_000) for hour in (6, 9)]
    files = {"activities/1.fit": fit.file_of([fit.file_id(), *sessions])}
    row = strava_row("", "x", "Run", file="activities/1.fit")

    assert len(read_bytes(tmp_path, "a.zip", a_zip(ENGLISH, row, files=files))) == 2


def test_strava_says_what_was_a_race_or_a_long_run(tmp_path):
    header = "Activity ID,Activity Date,Activity Type,Moving Time,Distance,Competition,Long Run,Workout Type"
    cells = ["1.0,,", ",1,", ",,2", ",,1.0", ",,3"]
    rows = [f"{number},2026-05-0{number} 05:30:15,Run,1800,5.0,{cell}" for number, cell in enumerate(cells, start=1)]
    kinds = [found.guessed for found in read_bytes(tmp_path, "activities.csv", table(header, *rows))]

    assert kinds == [RunKind.RACE, RunKind.LONG, RunKind.LONG, RunKind.RACE, None]


@pytest.mark.parametrize(("written", "metres"), [("5.01", 5010), ("5014.2", 5014), ("12,5", 12500), ("1.2", 1200)])
def test_one_column_of_distances_is_in_kilometres_unless_nobody_runs_so_fast(tmp_path, written, metres):
    text = (
        f'Activity ID,Activity Date,Activity Type,Elapsed Time,Distance\n1,2026-05-06 05:30:15,Run,3600,"{written}"\n'
    )

    assert one_run(read_bytes(tmp_path, "activities.csv", text)).distance_m == metres


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (["03/04/2026, 05:30:15", "25/04/2026, 05:30:15"], "2026-04-03"),
        (["03/04/2026, 05:30:15", "04/25/2026, 05:30:15"], "2026-03-04"),
        (["03/04/2026, 5:30:15 AM"], "2026-03-04"),
        (["03/04/2026, 05:30:15"], "2026-04-03"),
    ],
)
def test_what_comes_first_in_a_date_is_told_by_the_whole_column(tmp_path, dates, first):
    rows = [strava_row(date, "x", "Run") for date in dates]
    outcomes = read_bytes(tmp_path, "activities.csv", table(ENGLISH, *rows))

    assert outcomes[0].run.at.date().isoformat() == first
    assert all(isinstance(outcome, Found) for outcome in outcomes)


def test_a_folder_is_read_like_its_zip(tmp_path):
    folder = tmp_path / "export_1"
    (folder / "activities").mkdir(parents=True)
    unsaid = strava_row("", "x", "Run", file="activities/1.gpx.gz", metres="", km="", seconds="")
    (folder / "activities.csv").write_text(table(ENGLISH, unsaid, strava_row("", "x", "Run", file="activities/l.gpx")))
    (folder / "activities/1.gpx.gz").write_bytes(gzip.compress(a_gpx().encode()))
    (tmp_path / "secret.gpx").write_text(a_gpx())
    (folder / "activities/l.gpx").symlink_to(tmp_path / "secret.gpx")
    found, refused = read(folder)

    assert found.run.distance_m == 1001
    assert refused.why == "It leads outside the folder, so it is not read."


def test_a_table_in_the_one_folder_of_a_zip_finds_its_files_there(tmp_path):
    files = {
        "export/activities.csv": table(ENGLISH, strava_row("", "x", "Run", file="activities/1.gpx")),
        "export/activities/1.gpx": a_gpx(),
    }

    assert one_run(read_bytes(tmp_path, "a.zip", zipped(files))).at.year == 2026


def test_a_table_that_is_not_sound_gives_nothing(tmp_path):
    good = strava_row("May 6, 2026, 5:30:15 AM", "x", "Run")

    ragged = one_refusal(read_bytes(tmp_path, "a.zip", a_zip(ENGLISH, good, good + ",1,2,3")))
    unclosed = one_refusal(read_bytes(tmp_path, "b.zip", a_zip(ENGLISH, good, '1,"x')))
    nothing = one_refusal(read_bytes(tmp_path, "c.zip", a_zip("a,b,c", "1,2,3")))
    empty = one_refusal(read_bytes(tmp_path, "d.zip", zipped({"activities.csv": ""})))

    assert ragged == "Line 3 has more cells than the header."
    assert unclosed == "Line 3 can't be read as CSV."
    assert nothing == empty == "KneeCoach does not understand the headers of this table, and it names no files."


def test_the_same_row_has_the_same_digest(tmp_path):
    text = table(ENGLISH, strava_row("May 6, 2026, 5:30:15 AM", "x", "Run"))
    once, twice = (one_run(read_bytes(tmp_path, name, text)) for name in ("a.csv", "b.csv"))

    assert once.digest == twice.digest
    assert once.id != twice.id


def test_times_of_the_table_may_be_written_as_clocks_show_them(tmp_path):
    text = "Activity ID,Activity Date,Activity Type,Elapsed Time,Distance\n1,2026-05-06 05:30:15,Run,1:02:03,10.5\n"

    assert one_run(read_bytes(tmp_path, "activities.csv", text)).seconds == 3723
