"""What everybody reads before a session: first run in the window, and a terminal that has seen no first run."""

NOT_A_DIAGNOSIS = "This is not a diagnosis."
INTENDED_USE = (
    "KneeCoach guides and records exercise for adults. It does not diagnose, triage or replace an examination, and it "
    "is not a certified medical device."
)
SEE_SOMEONE_FIRST = (
    "See a doctor or physio first if the knee swells, locks, gives way, cannot take weight, or hurt after a fall or "
    "twist."
)
STATEMENT = f"{INTENDED_USE} {SEE_SOMEONE_FIRST}"
