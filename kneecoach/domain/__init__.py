"""Values and rules: what a routine, a session, a knee's record are, with no screen, no database and no clock."""
