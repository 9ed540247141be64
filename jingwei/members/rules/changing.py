"""Which values change, which were only ever right or wrong, and which change by a procedure of their own."""

PROCEDURES = {
    "organization": "请办理组织关系转接。",
    "standing": "请在相应的手续里办理：流动、失联、出国（境）、停止党籍、处置。",
}
FIXED = frozenset({"gender", "born_on", "ethnic", "joined_on", "approved_on"})
CHANGING = ("group", "full_on", "name", "education", "occupation", "workplace", "dues_base")
CORRECTED = ("name", "gender", "born_on", "ethnic", "education", "occupation", "workplace", "joined_on", "approved_on",
             "full_on", "dues_base")  # fmt: skip


def column_of(kind: str) -> str:
    """The column of a member that holds today's value of a kind of fact."""
    return {"organization": "organization_id", "group": "group_id"}.get(kind, kind)
