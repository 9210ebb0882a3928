"""Run files as text, made for a test, and what comes out of reading them."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from kneecoach.exchange.runs.found import Found, NotARun, Refused
from kneecoach.exchange.runs.reading import read_files

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 21, 12, tzinfo=BERLIN)
START = datetime(2026, 11, 1, 7, 0, tzinfo=UTC)
STEP_M = 111.195
"""A thousandth of a degree to the north."""


def read(path, **more):
    """All outcomes of one path."""
    return list(read_files([path], **{"zone": BERLIN, "now": NOW} | more))


def read_bytes(folder, name, content, **more):
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read(path, **more)


def one_run(outcomes):
    (found,) = outcomes
    assert isinstance(found, Found), found
    assert found.run is not None
    return found.run


def one_refusal(outcomes):
    (refused,) = outcomes
    assert isinstance(refused, Refused), refused
    assert len(refused.why) <= 300
    assert refused.why.endswith(".")
    return refused.why


def one_other(outcomes):
    (other,) = outcomes
    assert isinstance(other, NotARun), other
    return other


def points(count, *, every_s=30, start=START, height=lambda number: 400.0):
    """A line to the north, 111 m a point."""
    return "".join(
        f'<trkpt lat="{47 + number / 1000:.6f}" lon="8.5"><ele>{height(number)}</ele>'
        f"<time>{(start + timedelta(seconds=every_s * number)).isoformat()}</time></trkpt>"
        for number in range(count)
    )


def track(inside, *, kind="", name=""):
    said = (f"<name>{name}</name>" if name else "") + (f"<type>{kind}</type>" if kind else "")
    return f"<trk>{said}<trkseg>{inside}</trkseg></trk>"


def gpx(inside, head='<?xml version="1.0" encoding="UTF-8"?>'):
    return f'{head}<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">{inside}</gpx>'


def a_gpx(**more):
    """Ten points, 1.0 km in four and a half minutes."""
    return gpx(track(points(10), **more))


def lap(seconds, metres, inside=""):
    return (
        f'<Lap StartTime="2026-11-01T07:00:00Z"><TotalTimeSeconds>{seconds}</TotalTimeSeconds>'
        f"<DistanceMeters>{metres}</DistanceMeters>{inside}</Lap>"
    )


def tcx(*laps, sport="Running", more=""):
    head = 'xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"'
    activity = f'<Activity Sport="{sport}"><Id>2026-11-01T07:00:00Z</Id>{"".join(laps)}{more}</Activity>'
    whole = f"<TrainingCenterDatabase {head}><Activities>{activity}</Activities></TrainingCenterDatabase>"
    return f'<?xml version="1.0"?>{whole}'


def zipped(files: Mapping[str, str | bytes] | Iterable[tuple[str | zipfile.ZipInfo, str | bytes]]):
    """A zip of files by name."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items() if isinstance(files, Mapping) else files:
            archive.writestr(name, text)
    return content.getvalue()


ENGLISH = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,"
    "Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,"
    "Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,Elevation Gain,Competition,Long Run"
)
GERMAN = (
    "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,Verstrichene Zeit,Distanz,"
    "Max. Herzfrequenz,Relative Leistung,Pendelfahrt,Private Notiz,Aktivitätsausrüstung,Dateiname,Athletengewicht,"
    "Fahrradgewicht,Verstrichene Zeit,Bewegungszeit,Distanz,Höchstgeschw.,Durchschnittsgeschw.,Höhenzunahme,Wettkampf,"
    "Langer Lauf"
)
FRENCH = (
    "ID de l'activité,Date de l'activité,Nom de l'activité,Type d'activité,Description de l'activité,Temps écoulé,"
    "Distance,Fréquence cardiaque max.,Mesure d'effort relatif,Trajet,Note privée,Équipement de l'activité,"
    "Nom du fichier,Poids de l'athlète,Poids du vélo,Temps écoulé,Durée de déplacement,Distance,Vitesse max.,"
    "Vitesse moyenne,Dénivelé positif,Compétition,Sortie longue"
)


def strava_row(date, name, kind, **more):
    """One row of the tables above, quoted as Strava does; `more` are file, seconds, metres, km and gear."""
    km, metres, seconds = more.get("km", "5.01"), more.get("metres", "5014.2"), more.get("seconds", "1800.0")
    cells = ["1", date, name, kind, "", "1900", km, "150", "", "false", "", more.get("gear", ""), more.get("file", "")]
    cells += ["", "", "1900.0", seconds, metres, "4.2", "2.8", "33.0", "", ""]
    return ",".join('"' + cell.replace('"', '""') + '"' if cell else "" for cell in cells)


def table(header, *rows):
    return "\r\n".join([header, *rows, ""])
