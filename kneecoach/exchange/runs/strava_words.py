"""The headers of Strava's `activities.csv`, in the languages that it is exported in, found by what they mean.

Some headers stand twice: a rounded value for people first, the exact one in metres or seconds later.
"""

import re
from collections.abc import Mapping, Sequence
from enum import Enum

from kneecoach.exchange.runs.sports import plain


class Column(Enum):
    """What is read from a row."""

    ID = "id"
    DATE = "date"
    NAME = "name"
    TYPE = "type"
    DESCRIPTION = "description"
    ELAPSED = "elapsed time"
    MOVING = "moving time"
    DISTANCE = "distance"
    CLIMB = "climb"
    GEAR = "gear"
    FILE = "file"
    RACE = "race"
    LONG_RUN = "long run"
    WORKOUT = "workout"


# As they come out of `plain`: small letters, no accents, no hyphens
HEADERS: Mapping[Column, str] = {
    Column.ID: """
        activity id|aktivitats id|id de l activite|identifiant de l activite|id de actividad|id de la actividad|
        id attivita|id dell attivita|activiteits id|id van activiteit|activiteit id|id da atividade
    """,
    Column.DATE: """
        activity date|aktivitatsdatum|datum der aktivitat|date de l activite|fecha de la actividad|fecha de actividad|
        data attivita|data dell attivita|datum van activiteit|activiteitsdatum|datum activiteit|data da atividade
    """,
    Column.NAME: """
        activity name|name der aktivitat|aktivitatsname|nom de l activite|nombre de la actividad|nombre de actividad|
        nome attivita|nome dell attivita|naam activiteit|naam van activiteit|activiteitsnaam|nome da atividade
    """,
    Column.TYPE: """
        activity type|sport type|aktivitatsart|aktivitatstyp|art der aktivitat|type d activite|type de l activite|
        tipo de actividad|tipo de la actividad|tipo di attivita|tipo attivita|activiteitstype|activiteitentype|
        type activiteit|soort activiteit|tipo de atividade|tipo da atividade
    """,
    Column.DESCRIPTION: """
        activity description|aktivitatsbeschreibung|beschreibung der aktivitat|description de l activite|
        descripcion de la actividad|descripcion de actividad|descrizione attivita|descrizione dell attivita|
        activiteitsbeschrijving|beschrijving van activiteit|beschrijving activiteit|descricao da atividade
    """,
    Column.ELAPSED: """
        elapsed time|verstrichene zeit|gesamtzeit|temps ecoule|temps total|duree ecoulee|tiempo transcurrido|
        tiempo total|tempo trascorso|verstreken tijd|tempo decorrido
    """,
    Column.MOVING: """
        moving time|bewegungszeit|zeit in bewegung|temps de deplacement|duree de deplacement|temps en mouvement|
        duree en mouvement|tiempo en movimiento|tiempo de movimiento|tempo in movimento|tempo di movimento|beweegtijd|
        tijd in beweging|tempo de movimentacao|tempo em movimento|tempo de movimento
    """,
    Column.DISTANCE: "distance|distanz|strecke|entfernung|distancia|distanza|afstand",
    Column.CLIMB: """
        elevation gain|total elevation gain|hohenzunahme|hohengewinn|hohenmeter|denivele positif|gain d altitude|
        denivele|desnivel positivo|desnivel|ganancia de elevacion|aumento de altitud|dislivello|dislivello positivo|
        aumento di quota|totale stijging|hoogtewinst|hoogtestijging|hoogteverschil|ganho de elevacao|
        ganho de altitude|elevacao ganha
    """,
    Column.GEAR: """
        activity gear|gear|aktivitatsausrustung|ausrustung|ausrustung fur aktivitat|equipement de l activite|equipement|
        equipement d activite|equipo de la actividad|equipamiento de la actividad|equipamiento|equipo|
        attrezzatura attivita|attrezzatura dell attivita|attrezzatura|uitrusting voor activiteit|
        materiaal voor activiteit|uitrusting|equipamento da atividade|equipamento
    """,
    Column.FILE: """
        filename|file name|dateiname|nom du fichier|nom de fichier|nombre de archivo|nombre del archivo|
        nombre de fichero|nome file|nome del file|nome dei file|bestandsnaam|nome do arquivo|nome de arquivo|
        nome do ficheiro|nome do documento
    """,
    Column.RACE: "competition|wettkampf|wettbewerb|competicion|gara|competizione|wedstrijd|competicao|prova",
    Column.LONG_RUN: """
        long run|langer lauf|sortie longue|tirada larga|carrera larga|corsa lunga|lange duurloop|longao|corrida longa
    """,
    Column.WORKOUT: "workout type",
}
_MEANT = {plain(word): column for column, words in HEADERS.items() for word in words.split("|")}
_NUMBERED = re.compile(r"\.\d+$")
_ACTIVITY_FILE = re.compile(r"(?:^|.*/)[^/]+\.(?:gpx|tcx|fit)(?:\.gz)?", re.IGNORECASE)
ENOUGH = 3


def columns_of(header: Sequence[str]) -> dict[Column, tuple[int, ...]]:
    """Where each column that is known stands, every place of it in order."""
    found: dict[Column, tuple[int, ...]] = {}
    for place, title in enumerate(header):
        column = _MEANT.get(plain(_NUMBERED.sub("", title)))
        if column is not None:
            found[column] = (*found.get(column, ()), place)
    return found


def is_strava(header: Sequence[str]) -> bool:
    """Whether a header is that of Strava's table."""
    found = columns_of(header)
    return len(found) >= ENOUGH and bool({Column.ID, Column.FILE, Column.TYPE} & found.keys())


def names_an_activity_file(cell: str) -> bool:
    """Whether a cell names a file of an activity: so its column is known in any language."""
    return _ACTIVITY_FILE.fullmatch(cell) is not None
