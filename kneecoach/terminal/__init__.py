"""KneeCoach in a terminal: the same session, lists and checks, without a window."""
