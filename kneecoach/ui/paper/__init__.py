"""What is drawn on paper: sheets to be saved as a PDF."""
