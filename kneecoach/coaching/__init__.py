"""What a person does, each one transaction: called by the window and by the terminal."""
