"""The registers of organizations, units and posts as spreadsheets: what goes out, what comes in, how a row finds its
row of the register. Every write goes through the same actions as one by hand."""

from datetime import date

from jingwei.foundation.spreadsheets.registers import register
from jingwei.regulations.library import parameter

from .organizations import OrganizationRegister
from .units import UnitRegister

UNDO_DAYS = parameter("spreadsheets.undo_days")
ORGANIZATIONS = register(OrganizationRegister())
UNITS = register(UnitRegister())


def undo_days(on: date) -> int:
    """For how many days an import can be undone."""
    return int(UNDO_DAYS.at(max(on, UNDO_DAYS.history[0].since)).value)
