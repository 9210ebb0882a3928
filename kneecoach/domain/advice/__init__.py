"""The rules R10 to R25: what a person's record says about training. R01 to R09 are the red flags beside it."""
