"""How the schema came to be, step by step; a released step never changes and imports no live table."""
