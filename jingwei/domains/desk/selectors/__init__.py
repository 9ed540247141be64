"""What a person has to do now, and how those below stand."""

from .home import home, ways

__all__ = ["home", "ways"]
