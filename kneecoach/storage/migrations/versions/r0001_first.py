"""The first schema: persons, routines, sessions with their sets, check-ins, diary and settings."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """
    CREATE TABLE person (
        id TEXT NOT NULL,
        role TEXT NOT NULL CONSTRAINT person_role CHECK (role IN ('runner', 'physio')),
        name TEXT NOT NULL CONSTRAINT person_name CHECK (length(name) <= 200),
        birth_year INTEGER,
        knee TEXT CONSTRAINT person_knee CHECK (knee IN ('left', 'right', 'both')),
        hurting_for TEXT,
        began TEXT,
        worst_pain INTEGER CONSTRAINT person_worst_pain CHECK (worst_pain BETWEEN 0 AND 10),
        units TEXT NOT NULL,
        country TEXT NOT NULL,
        cancer_history INTEGER CONSTRAINT person_cancer_history CHECK (cancer_history IN (0, 1)),
        seen_by_clinician INTEGER NOT NULL CONSTRAINT person_seen_by_clinician CHECK (seen_by_clinician IN (0, 1)),
        safety_accepted INTEGER NOT NULL CONSTRAINT person_safety_accepted CHECK (safety_accepted IN (0, 1)),
        may_ice INTEGER NOT NULL CONSTRAINT person_may_ice CHECK (may_ice IN (0, 1)),
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE routine_version (
        digest TEXT NOT NULL,
        routine TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT routine_version_version CHECK (version >= 1),
        name TEXT NOT NULL,
        author TEXT NOT NULL,
        description TEXT NOT NULL,
        calming INTEGER NOT NULL CONSTRAINT routine_version_calming CHECK (calming IN (0, 1)),
        mood TEXT NOT NULL CONSTRAINT routine_version_mood CHECK (mood IN ('calm', 'brisk')),
        pauses TEXT NOT NULL CONSTRAINT routine_version_pauses CHECK (json_valid(pauses)),
        items TEXT NOT NULL CONSTRAINT routine_version_items CHECK (json_valid(items)),
        PRIMARY KEY (digest)
    ) STRICT
    """,
    """
    CREATE TABLE own_routine (
        id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT own_routine_version CHECK (version >= 1),
        name TEXT NOT NULL CONSTRAINT own_routine_name CHECK (length(name) <= 200),
        author TEXT NOT NULL,
        description TEXT NOT NULL,
        calming INTEGER NOT NULL CONSTRAINT own_routine_calming CHECK (calming IN (0, 1)),
        mood TEXT NOT NULL CONSTRAINT own_routine_mood CHECK (mood IN ('calm', 'brisk')),
        pauses TEXT NOT NULL CONSTRAINT own_routine_pauses CHECK (json_valid(pauses)),
        items TEXT NOT NULL CONSTRAINT own_routine_items CHECK (json_valid(items)),
        based_on TEXT,
        based_on_name TEXT NOT NULL,
        edited_at TEXT NOT NULL,
        edited_zone TEXT NOT NULL,
        deleted_at TEXT,
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE favourite (
        routine TEXT NOT NULL,
        PRIMARY KEY (routine)
    ) STRICT
    """,
    """
    CREATE TABLE settings (
        id INTEGER NOT NULL CONSTRAINT settings_only_one CHECK (id = 1),
        person TEXT,
        theme TEXT NOT NULL,
        reduced_motion INTEGER NOT NULL CONSTRAINT settings_reduced_motion CHECK (reduced_motion IN (0, 1)),
        beeps INTEGER NOT NULL CONSTRAINT settings_beeps CHECK (beeps IN (0, 1)),
        volume INTEGER NOT NULL CONSTRAINT settings_volume CHECK (volume BETWEEN 0 AND 10),
        keep_awake INTEGER NOT NULL CONSTRAINT settings_keep_awake CHECK (keep_awake IN (0, 1)),
        window_full_screen INTEGER NOT NULL CONSTRAINT settings_window_full_screen CHECK (window_full_screen IN (0, 1)),
        voice INTEGER NOT NULL CONSTRAINT settings_voice CHECK (voice IN (0, 1)),
        voice_volume INTEGER NOT NULL CONSTRAINT settings_voice_volume CHECK (voice_volume BETWEEN 0 AND 10),
        count_aloud INTEGER NOT NULL CONSTRAINT settings_count_aloud CHECK (count_aloud IN (0, 1)),
        before_run TEXT NOT NULL,
        screen TEXT NOT NULL,
        distance INTEGER NOT NULL CONSTRAINT settings_distance CHECK (distance IN (0, 1)),
        lacking TEXT NOT NULL CONSTRAINT settings_lacking CHECK (json_valid(lacking)),
        PRIMARY KEY (id),
        CONSTRAINT settings_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE SET NULL
    ) STRICT
    """,
    """
    CREATE TABLE check_in (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        pain INTEGER CONSTRAINT check_in_pain CHECK (pain BETWEEN 0 AND 10),
        answers TEXT NOT NULL CONSTRAINT check_in_answers CHECK (json_valid(answers)),
        marks TEXT NOT NULL CONSTRAINT check_in_marks CHECK (json_valid(marks)),
        denied TEXT NOT NULL CONSTRAINT check_in_denied CHECK (json_valid(denied)),
        asked INTEGER NOT NULL CONSTRAINT check_in_asked CHECK (asked IN (0, 1)),
        PRIMARY KEY (id),
        CONSTRAINT check_in_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX check_in_by_person ON check_in (person, at)",
    """
    CREATE TABLE pain_entry (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        score INTEGER NOT NULL CONSTRAINT pain_entry_score CHECK (score BETWEEN 0 AND 10),
        side TEXT CONSTRAINT pain_entry_side CHECK (side IN ('left', 'right', 'both')),
        regions TEXT NOT NULL CONSTRAINT pain_entry_regions CHECK (json_valid(regions)),
        phase TEXT,
        qualities TEXT NOT NULL CONSTRAINT pain_entry_qualities CHECK (json_valid(qualities)),
        swelling TEXT,
        size TEXT,
        tenderness TEXT,
        note TEXT NOT NULL CONSTRAINT pain_entry_note CHECK (length(note) <= 2000),
        symptoms TEXT NOT NULL CONSTRAINT pain_entry_symptoms CHECK (json_valid(symptoms)),
        entered_at TEXT,
        entered_zone TEXT,
        "of" TEXT,
        PRIMARY KEY (id),
        CONSTRAINT pain_entry_entered_at_with_entered_zone CHECK ((entered_at IS NULL) = (entered_zone IS NULL)),
        CONSTRAINT pain_entry_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX pain_entry_by_person ON pain_entry (person, at)",
    'CREATE INDEX pain_entry_of ON pain_entry ("of") WHERE "of" IS NOT NULL',
    """
    CREATE TABLE flag_entry (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        flag TEXT NOT NULL,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        closed_how TEXT CONSTRAINT flag_entry_closed_how CHECK (closed_how IN ('gone', 'seen', 'mistake')),
        closed_on TEXT,
        PRIMARY KEY (id),
        CONSTRAINT flag_entry_closed_how_with_closed_on CHECK ((closed_how IS NULL) = (closed_on IS NULL)),
        CONSTRAINT flag_entry_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX flag_entry_by_person ON flag_entry (person, at)",
    """
    CREATE TABLE once_answer (
        person TEXT NOT NULL,
        flag TEXT NOT NULL,
        yes INTEGER NOT NULL CONSTRAINT once_answer_yes CHECK (yes IN (0, 1)),
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        PRIMARY KEY (person, flag),
        CONSTRAINT once_answer_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
    """
    CREATE TABLE injury (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        entered_at TEXT NOT NULL,
        entered_zone TEXT NOT NULL,
        mechanism TEXT NOT NULL,
        pop INTEGER CONSTRAINT injury_pop CHECK (pop IN (0, 1)),
        snap INTEGER CONSTRAINT injury_snap CHECK (snap IN (0, 1)),
        bruise INTEGER CONSTRAINT injury_bruise CHECK (bruise IN (0, 1)),
        fast_swelling INTEGER CONSTRAINT injury_fast_swelling CHECK (fast_swelling IN (0, 1)),
        closed_how TEXT CONSTRAINT injury_closed_how CHECK (closed_how IN ('gone', 'seen', 'mistake')),
        closed_on TEXT,
        PRIMARY KEY (id),
        CONSTRAINT injury_closed_how_with_closed_on CHECK ((closed_how IS NULL) = (closed_on IS NULL)),
        CONSTRAINT injury_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX injury_by_person ON injury (person, at)",
    """
    CREATE TABLE session (
        id TEXT NOT NULL,
        person TEXT,
        routine TEXT NOT NULL,
        first_side TEXT NOT NULL CONSTRAINT session_first_side CHECK (first_side IN ('left', 'right', 'both')),
        started_at TEXT NOT NULL,
        started_zone TEXT NOT NULL,
        ended_at TEXT,
        ended_zone TEXT,
        status TEXT NOT NULL CONSTRAINT session_status CHECK (status IN ('open', 'completed', 'stopped')),
        rehearsal INTEGER NOT NULL CONSTRAINT session_rehearsal CHECK (rehearsal IN (0, 1)),
        check_in TEXT,
        pain_before INTEGER CONSTRAINT session_pain_before CHECK (pain_before BETWEEN 0 AND 10),
        pain_after INTEGER CONSTRAINT session_pain_after CHECK (pain_after BETWEEN 0 AND 10),
        effort INTEGER CONSTRAINT session_effort CHECK (effort BETWEEN 0 AND 10),
        note TEXT NOT NULL,
        stop_reason TEXT NOT NULL,
        position INTEGER NOT NULL CONSTRAINT session_position CHECK (position >= 0),
        agreed TEXT NOT NULL CONSTRAINT session_agreed CHECK (json_valid(agreed)),
        pains TEXT NOT NULL CONSTRAINT session_pains CHECK (json_valid(pains)),
        PRIMARY KEY (id),
        CONSTRAINT session_ended_at_with_ended_zone CHECK ((ended_at IS NULL) = (ended_zone IS NULL)),
        CONSTRAINT session_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT session_routine FOREIGN KEY(routine) REFERENCES routine_version (digest),
        CONSTRAINT session_check_in FOREIGN KEY(check_in) REFERENCES check_in (id) ON DELETE SET NULL
    ) STRICT
    """,
    "CREATE INDEX session_open ON session (person) WHERE status = 'open'",
    "CREATE INDEX session_by_start ON session (started_at)",
    """
    CREATE TABLE session_set (
        id TEXT NOT NULL,
        session TEXT NOT NULL,
        idx INTEGER NOT NULL CONSTRAINT session_set_idx CHECK (idx >= 0),
        exercise TEXT NOT NULL,
        number INTEGER NOT NULL CONSTRAINT session_set_number CHECK (number >= 1),
        side TEXT NOT NULL CONSTRAINT session_set_side CHECK (side IN ('left', 'right', 'both')),
        reps INTEGER CONSTRAINT session_set_reps CHECK (reps BETWEEN 0 AND 1000),
        seconds REAL NOT NULL CONSTRAINT session_set_seconds CHECK (seconds BETWEEN 0 AND 86400),
        status TEXT NOT NULL CONSTRAINT session_set_status CHECK (status IN ('done', 'partial', 'skipped')),
        pain INTEGER CONSTRAINT session_set_pain CHECK (pain BETWEEN 0 AND 10),
        PRIMARY KEY (id),
        CONSTRAINT session_set_session_idx UNIQUE (session, idx),
        CONSTRAINT session_set_session FOREIGN KEY(session) REFERENCES session (id) ON DELETE CASCADE
    ) STRICT
    """,
    """
    CREATE TABLE shoe (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        name TEXT NOT NULL CONSTRAINT shoe_name CHECK (length(name) <= 200),
        start_m INTEGER NOT NULL CONSTRAINT shoe_start_m CHECK (start_m BETWEEN 0 AND 10000000),
        first_day TEXT,
        retired TEXT,
        PRIMARY KEY (id),
        CONSTRAINT shoe_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX shoe_by_person ON shoe (person)",
    """
    CREATE TABLE run (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        distance_m INTEGER NOT NULL CONSTRAINT run_distance_m CHECK (distance_m BETWEEN 1 AND 500000),
        seconds INTEGER CONSTRAINT run_seconds CHECK (seconds BETWEEN 1 AND 259200),
        kind TEXT,
        surface TEXT,
        climb_m INTEGER CONSTRAINT run_climb_m CHECK (climb_m BETWEEN 0 AND 20000),
        shoe TEXT,
        effort INTEGER CONSTRAINT run_effort CHECK (effort BETWEEN 0 AND 10),
        pain_before INTEGER CONSTRAINT run_pain_before CHECK (pain_before BETWEEN 0 AND 10),
        pain_max INTEGER CONSTRAINT run_pain_max CHECK (pain_max BETWEEN 0 AND 10),
        pain_after INTEGER CONSTRAINT run_pain_after CHECK (pain_after BETWEEN 0 AND 10),
        pain_60 INTEGER CONSTRAINT run_pain_60 CHECK (pain_60 BETWEEN 0 AND 10),
        onset TEXT,
        limp INTEGER CONSTRAINT run_limp CHECK (limp IN (0, 1)),
        stopped_early INTEGER CONSTRAINT run_stopped_early CHECK (stopped_early IN (0, 1)),
        painkiller INTEGER CONSTRAINT run_painkiller CHECK (painkiller IN (0, 1)),
        note TEXT NOT NULL CONSTRAINT run_note CHECK (length(note) <= 2000),
        source TEXT NOT NULL,
        digest TEXT NOT NULL,
        entered_at TEXT,
        entered_zone TEXT,
        PRIMARY KEY (id),
        CONSTRAINT run_entered_at_with_entered_zone CHECK ((entered_at IS NULL) = (entered_zone IS NULL)),
        CONSTRAINT run_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT run_shoe FOREIGN KEY(shoe) REFERENCES shoe (id) ON DELETE SET NULL
    ) STRICT
    """,
    "CREATE INDEX run_by_person ON run (person, at)",
    "CREATE INDEX run_by_shoe ON run (shoe, distance_m) WHERE shoe IS NOT NULL",
    """
    CREATE TABLE activity (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        kind TEXT NOT NULL,
        minutes INTEGER NOT NULL CONSTRAINT activity_minutes CHECK (minutes BETWEEN 1 AND 1440),
        effort INTEGER CONSTRAINT activity_effort CHECK (effort BETWEEN 0 AND 10),
        note TEXT NOT NULL CONSTRAINT activity_note CHECK (length(note) <= 2000),
        source TEXT NOT NULL,
        digest TEXT NOT NULL,
        entered_at TEXT,
        entered_zone TEXT,
        PRIMARY KEY (id),
        CONSTRAINT activity_entered_at_with_entered_zone CHECK ((entered_at IS NULL) = (entered_zone IS NULL)),
        CONSTRAINT activity_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX activity_by_person ON activity (person, at)",
    """
    CREATE TABLE morning (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        day TEXT NOT NULL,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        pain INTEGER NOT NULL CONSTRAINT morning_pain CHECK (pain BETWEEN 0 AND 10),
        stiff INTEGER CONSTRAINT morning_stiff CHECK (stiff IN (0, 1)),
        swelling TEXT,
        night INTEGER CONSTRAINT morning_night CHECK (night IN (0, 1)),
        PRIMARY KEY (id),
        CONSTRAINT morning_person_day UNIQUE (person, day),
        CONSTRAINT morning_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
    """
    CREATE TABLE morning_wave (
        person TEXT NOT NULL,
        morning TEXT NOT NULL,
        times INTEGER NOT NULL CONSTRAINT morning_wave_times CHECK (times >= 1),
        PRIMARY KEY (person, morning),
        CONSTRAINT morning_wave_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
    """
    CREATE TABLE ice (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        minutes INTEGER NOT NULL CONSTRAINT ice_minutes CHECK (minutes BETWEEN 1 AND 30),
        cloth INTEGER CONSTRAINT ice_cloth CHECK (cloth IN (0, 1)),
        entered_at TEXT,
        entered_zone TEXT,
        PRIMARY KEY (id),
        CONSTRAINT ice_entered_at_with_entered_zone CHECK ((entered_at IS NULL) = (entered_zone IS NULL)),
        CONSTRAINT ice_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX ice_by_person ON ice (person, at)",
    """
    CREATE TABLE support (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        day TEXT NOT NULL,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        used TEXT NOT NULL CONSTRAINT support_used CHECK (json_valid(used)),
        not_used TEXT NOT NULL CONSTRAINT support_not_used CHECK (json_valid(not_used)),
        entered_at TEXT,
        entered_zone TEXT,
        PRIMARY KEY (id),
        CONSTRAINT support_entered_at_with_entered_zone CHECK ((entered_at IS NULL) = (entered_zone IS NULL)),
        CONSTRAINT support_person_day UNIQUE (person, day),
        CONSTRAINT support_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX support_by_person ON support (person, at)",
    """
    CREATE TABLE weekly_review (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        week TEXT NOT NULL,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        change TEXT,
        sure INTEGER CONSTRAINT weekly_review_sure CHECK (sure BETWEEN 0 AND 10),
        PRIMARY KEY (id),
        CONSTRAINT weekly_review_person_week UNIQUE (person, week),
        CONSTRAINT weekly_review_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
    """
    CREATE TABLE bin (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        how TEXT NOT NULL CONSTRAINT bin_how CHECK (how IN ('deleted', 'edited', 'undone')),
        kind TEXT NOT NULL,
        entry TEXT NOT NULL,
        content TEXT NOT NULL CONSTRAINT bin_content CHECK (json_valid(content)),
        PRIMARY KEY (id),
        CONSTRAINT bin_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX bin_by_person ON bin (person, at)",
)


def upgrade() -> None:
    """Make every table and index."""
    for statement in STATEMENTS:
        op.execute(statement)
