"""Which organizations can hold a membership: every member belongs to one formal branch (organizations.choices)."""

from jingwei.regulations.library import clause, parameter

FORMAL = parameter("membership.formal_branches")
TEMPORARY = clause("branch.temporary_branch")
BRANCH, JOINT, RETIRED = "631", "632", "LT"
HOMES = frozenset({BRANCH, JOINT, RETIRED})
TEMPORARIES = frozenset({"931", "932"})


def why_no_home(party_type: str) -> tuple[str, str]:
    """(what is said, basis) where a membership cannot be; ("", "") where it can."""
    if party_type in HOMES:
        return "", ""
    if party_type in TEMPORARIES:
        return "临时党支部不接收组织关系。", TEMPORARY.basis
    return "党员要编入一个正式的党支部。", FORMAL.current.basis
