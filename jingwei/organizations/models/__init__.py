"""The tree of organizations and what belongs to it."""

from .area import Area as Area
from .area import Location as Location
from .change import Change as Change
from .organization import Organization as Organization
from .post import Post as Post
from .responsibility import Responsibility as Responsibility
from .term import Term as Term
from .unit import Unit as Unit
