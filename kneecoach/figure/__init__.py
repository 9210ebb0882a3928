"""The drawn coach as pure values: how a body moves through an exercise, and the shapes that show it."""
