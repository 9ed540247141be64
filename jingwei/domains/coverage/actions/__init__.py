"""The writes of this room: coverage, sightings, teams, the week's text."""
