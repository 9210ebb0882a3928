"""Widgets that take values, paint them and signal what the person did; they know no store."""
