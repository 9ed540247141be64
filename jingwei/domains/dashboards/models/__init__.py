"""Big screens given out, and the outlines of areas."""

from .outline import Outline as Outline
from .screen import Screen as Screen
