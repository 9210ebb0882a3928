"""How much of a strange file is read before it is refused, and how reading is called off."""

MAX_BYTES = 20_000_000
"""Of one file, packed or unpacked."""
RUN_ENDINGS = frozenset({".gpx", ".tcx", ".fit", ".zip"})
"""What has such a name is not looked into for a diary: of a thousand each would take its time."""
MAX_UNZIPPED = 50_000_000
MAX_ENTRIES = 200
MAX_STRAVA_ENTRIES = 50_000
MAX_DIRECTORY_BYTES = 10_000_000
"""Of the list of contents at the end of a zip: far above what 50,000 entries take."""
MAX_POINTS = 500_000
MAX_ACTIVITIES = 1_000
MAX_DEPTH = 64
MAX_NAME = 200
MAX_COLUMNS = 500
MAX_ROWS = 50_000

TOO_BIG = f"It is larger than {MAX_BYTES // 1_000_000} MB, and no run is."
UNPACK_IT = "Unpack it and choose the folder."
UNPACKS_TO_TOO_MUCH = f"The zip unpacks to more than {MAX_UNZIPPED // 1_000_000} MB. {UNPACK_IT}"
TOO_MANY_POINTS = f"It holds more than {MAX_POINTS:,} points, and no run does."
TOO_MANY_ACTIVITIES = f"It holds more than {MAX_ACTIVITIES:,} activities in one file."


class Cancelled(Exception):
    """The person called off the reading; nothing of the file that was being read comes out."""
