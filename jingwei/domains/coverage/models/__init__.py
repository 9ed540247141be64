"""Coverage of units, what was found on walks, who walks, what a week showed."""

from .analysis import Analysis as Analysis
from .coverage import Coverage as Coverage
from .sighting import Sighting as Sighting
from .team import Round as Round
from .team import Team as Team
from .team import Walker as Walker
