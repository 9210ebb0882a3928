"""Domain values from and to the files that KneeCoach ships with and that people pass around."""
