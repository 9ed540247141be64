"""What happens to transfers when an organization merges into another."""

from jingwei.foundation.clock import today
from jingwei.organizations.followers import Merger

from ..choices import Outcome
from ..models import Arrival, Step, Transfer

MERGED = "两个支部已经合并"


def carry_transfers(merger: Merger) -> None:
    """Transfers, steps and arrivals of one organization become those of another; one between the two has nowhere to go
    any more. Letters keep the name of the committee that signed them. Runs inside the act that merges the two."""
    source, target = merger.source, merger.target
    for transfer in Transfer._base_manager.filter(organization=source).exclude(target=target):
        transfer.organization = target
        transfer.save()
    for transfer in Transfer._base_manager.filter(target=source).exclude(organization=target):
        if transfer.asked_path == source.path:
            transfer.asked_path = target.path
        transfer.target = target
        transfer.save()
    for model in (Step, Arrival):
        for row in model._base_manager.filter(organization=source):
            row.organization = target
            row.save()
    for one, other in ((source, target), (target, source)):
        for transfer in Transfer._base_manager.filter(organization=one, target=other, ended_on=None):
            _close(transfer)


def _close(transfer: Transfer) -> None:
    for step in Step._base_manager.filter(transfer=transfer, done_on=None):
        step.done_on, step.reason = today(), MERGED
        step.save()
    transfer.ended_on, transfer.outcome, transfer.ended_because = today(), Outcome.REVOKED, MERGED
    transfer.save()
