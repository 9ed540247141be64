"""The interface for programs: definitions and numbers as JSON and as comma-separated text, described in OpenAPI.

The same selectors, permission and reach as the pages; the signed-in session says who asks.
"""
