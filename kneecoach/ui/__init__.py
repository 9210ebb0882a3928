"""The window: what Qt shows of KneeCoach."""
