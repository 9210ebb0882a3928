"""The pages of the window and the flows that take its place."""
