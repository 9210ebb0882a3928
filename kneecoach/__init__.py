"""KneeCoach leads runners with sore knees through their exercises and keeps what they did."""

__version__ = "0.1.0"
