"""What somebody must have read before a session, when no first run has shown it to them."""

INTENDED_USE = (
    "KneeCoach records and guides exercise for adults; it does not diagnose, triage or replace an examination, and "
    "it is not a certified medical device."
)
STATEMENT = (
    "This is not a diagnosis. See a doctor or physio first if the knee swells, locks, gives way, cannot take your "
    "weight, or hurt after a fall or a twist."
)
