"""Files that watches, phones and programs write about runs, read into domain values."""
