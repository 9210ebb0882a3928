"""The words of files for kinds of sport, and the words of runners for kinds of run."""

import re
import unicodedata
from collections.abc import Mapping
from typing import TypeVar

from kneecoach.domain.run import RunKind, Surface
from kneecoach.exchange.runs.recording import Sport

# GPX of Strava had numbers; the rest are words in English (also of FIT, TCX and GPX), German, French, Spanish,
# Italian, Dutch and Portuguese, as they come out of `_plain`
SPORTS: Mapping[Sport, str] = {
    Sport.RUN: """
        run, running, 9, jogging, jog, trail run, trail running, street running, track running, treadmill,
        treadmill running, indoor running, virtual run, virtual running, race, obstacle run, ultra run, road running,
        lauf, laufen, traillauf, trailrun, virtueller lauf, laufband, bahnlauf, strassenlauf, gelandelauf,
        course, course a pied, course de trail, trail, course virtuelle,
        course a pied virtuelle, footing, tapis roulant,
        carrera, carrera virtual, carrera de montana, carrera por montana, carrera de trail, correr, trail de carrera,
        corsa, corsa su sentiero, corsa trail, corsa virtuale, correre,
        hardlopen, hardloopsessie, hardloop, trailrun sessie, trailrunsessie, trailrunnen, virtuele hardloopsessie,
        virtuele run, looptraining,
        corrida, corrida em trilha, corrida de trilha, corrida virtual, corrida em trilhas, correndo
    """,
    Sport.WALK: """
        walk, walking, hike, hiking, 10, 4, snowshoe, speed walking, casual walking, indoor walking, nordic walking,
        spaziergang, gehen, wandern, wanderung, spazieren, walken,
        marche, randonnee, rando, marche a pied, raquettes,
        caminata, caminar, senderismo, paseo, excursion a pie,
        camminata, escursionismo, escursione, passeggiata,
        wandelen, wandeling, hiken, wandelsessie, hike sessie,
        caminhada, caminhar
    """,
    Sport.BIKE: """
        ride, bike, biking, cycling, 1, virtual ride, e bike ride, ebike ride, e biking, e bike, mountain bike ride,
        mountain biking, mountain, gravel ride, gravel cycling, road biking, road cycling, indoor cycling,
        virtual activity, velomobile, handcycle, e mountain bike ride, indoor ride, spin,
        radfahrt, radfahren, rad, fahrrad, fahrradfahrt, virtuelle radfahrt, mountainbike fahrt, mountainbiketour,
        gravel fahrt, e bike fahrt, virtuelles radfahren,
        velo, sortie a velo, sortie velo, cyclisme, sortie virtuelle, vtt, sortie vtt, sortie gravel, velo virtuel,
        sortie en velo electrique, velo electrique, sortie a velo virtuelle,
        bicicleta, vuelta ciclista, ciclismo, ciclismo virtual, vuelta en bicicleta, bicicleta de montana,
        pedalada, pedalata, giro in bici, giro in bicicletta, bici, uscita in bici, pedalata virtuale,
        ciclismo su strada,
        fietsen, fietsrit, fietstocht, fietssessie, virtuele rit, virtuele fietsrit, mountainbikerit, rit,
        pedal, passeio de bicicleta, pedalada virtual, bicicleta virtual
    """,
    Sport.SWIM: """
        swim, swimming, lap swimming, open water, open water swimming, pool swim,
        schwimmen, natation, nage, natacion, nadar, nado, nuoto, zwemmen, zwemsessie, natacao
    """,
    Sport.STRENGTH: """
        strength, weight training, weighttraining, weights, strength training, workout, crossfit, training,
        fitness equipment, cardio training, high intensity interval training, hiit, gym, functional fitness,
        krafttraining, gewichtstraining, training mit gewichten, fitness,
        musculation, entrainement, entrainement aux poids, renforcement musculaire, seance de musculation,
        entrenamiento con pesas, entrenamiento, pesas, entrenamiento de fuerza, musculacion,
        allenamento con i pesi, allenamento, pesi, sollevamento pesi, allenamento con pesi,
        krachttraining, workout sessie,
        treinamento com pesos, treino com pesos, treino, musculacao, treino de forca
    """,
    Sport.FLEXIBILITY: "yoga, pilates, flexibility training, stretching, dehnen, etirements, estiramientos, rekken",
    Sport.UNKNOWN: ", generic, all, unknown, invalid, default, uncategorized, undefined, aktivitat, activite, activity",
}
SURFACES: Mapping[Surface, str] = {
    Surface.TREADMILL: """
        treadmill, treadmill running, indoor running, virtual run, virtual running, laufband, virtueller lauf,
        course virtuelle, course a pied virtuelle, carrera virtual, corsa virtuale, virtuele run,
        virtuele hardloopsessie, corrida virtual, tapis roulant
    """,
    Surface.TRAIL: """
        trail, trail run, trail running, traillauf, trailrun, course de trail, carrera de montana, carrera por montana,
        carrera de trail, corsa su sentiero, corsa trail, trailrunnen, trailrunsessie, trailrun sessie,
        corrida em trilha, corrida de trilha, corrida em trilhas
    """,
    Surface.TRACK: "track, track running, bahnlauf",
    Surface.ROAD: "street, street running, road running, strassenlauf",
}

# Only words that a runner would hardly use for anything else: a guess that is often wrong is worse than none
KINDS: Mapping[RunKind, str] = {
    RunKind.RUN_WALK: r"run ?(and|/|&|-) ?walk|walk ?(and|/|&|-) ?run|c25k|couch to 5 ?k|jeffing|lauf ?(und|-) ?geh\w*",
    RunKind.RACE: r"race|parkrun|(half )?marathon|halbmarathon|wettkampf|volkslauf|semi ?marathon|maraton|maratona|"
    r"mezza maratona|media maraton|meia maratona|competition|gara|wedstrijd|prova|10 ?k race",
    RunKind.HILLS: r"hills|hill (repeats|reps|sprints|session)|bergsprints?|berglauf|"
    r"hugel\w*|cotes|cuestas|salite|heuvels?|ladeiras",
    RunKind.INTERVALS: r"intervals?|intervalle|intervall\w*|fartlek|fahrtspiel|vo2 ?max|repeats|fractionne|series|"
    r"ripetute|\d+ ?x ?\d+ ?(m|km|min)?",
    RunKind.TEMPO: r"tempo|tempolauf|tempo run|threshold|schwelle|schwellen\w*|seuil|umbral|soglia|limiar",
    RunKind.LONG: r"long run|longrun|langer lauf|sortie longue|tirada larga|rodaje largo|lungo|lungo lento|"
    r"lange duurloop|longao|long slow",
    RunKind.EASY: r"easy|recovery|locker\w*|regeneration\w*|footing|recuperation|rodaje suave|recuperacion|"
    r"corsa lenta|fondo lento|rustige duurloop|herstel\w*|regenerativo|leve",
}
_KIND_PATTERNS = {kind: re.compile(rf"(?<!\w)({words})(?!\w)") for kind, words in KINDS.items()}
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BETWEEN = re.compile(r"[\s_'\u2019-]+")
Meaning = TypeVar("Meaning")


def plain(text: str) -> str:
    """Small letters without accents, words apart by one space: how the tables are written."""
    letters = unicodedata.normalize("NFKD", _HUMP.sub(" ", text).casefold())
    return _BETWEEN.sub(" ", "".join(letter for letter in letters if not unicodedata.combining(letter))).strip()


def _by_word(table: Mapping[Meaning, str]) -> dict[str, Meaning]:
    return {" ".join(word.split()): meaning for meaning, words in table.items() for word in words.split(",")}


_SPORT_BY_WORD = _by_word(SPORTS)
_SURFACE_BY_WORD = _by_word(SURFACES)


def sport_of(text: str) -> Sport:
    """What a file's word for a sport means; one that is said but not known is another sport."""
    words = plain(text)
    if words in _SPORT_BY_WORD:
        return _SPORT_BY_WORD[words]
    known = (_SPORT_BY_WORD.get(word, Sport.UNKNOWN) for word in reversed(words.split()))
    return next((sport for sport in known if sport is not Sport.UNKNOWN), Sport.OTHER)


def surface_of(text: str) -> Surface | None:
    """What a word for a sport says about the ground."""
    return _SURFACE_BY_WORD.get(plain(text))


def kind_of(name: str) -> RunKind | None:
    """The kind of run that a name speaks of; None when it speaks of none."""
    words = " ".join(unicodedata.normalize("NFKD", name).casefold().split())
    words = "".join(letter for letter in words if not unicodedata.combining(letter))
    return next((kind for kind, pattern in _KIND_PATTERNS.items() if pattern.search(words)), None)
