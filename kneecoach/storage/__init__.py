"""Domain values to and from the database: the only room that speaks SQL."""
