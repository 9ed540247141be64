"""The declared figures count what they say."""
