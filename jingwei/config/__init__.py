"""Configuration: settings, the map of routes, the command line."""
