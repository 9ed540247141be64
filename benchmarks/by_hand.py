"""The same questions as somebody who knows the tables would write them: the limit that the program is held against."""

COLUMNS = "m.id, m.name, m.gender, m.born_on, m.joined_on, m.full_on, m.standing, m.phone, o.short_name"
FROM_MEMBERS = "members_member m JOIN organizations_organization o ON o.id = m.organization_id"

SEARCHES = {
    "word": f"""
        SELECT {COLUMNS} FROM members_nameword w JOIN members_member m ON m.id = w.member_id
        JOIN organizations_organization o ON o.id = m.organization_id
        WHERE w.word = %s AND w.path >= %s AND w.path < %s AND m.left_on IS NULL
        ORDER BY w.path, w.member_id LIMIT %s""",
    "phone_tail": f"""
        SELECT {COLUMNS} FROM {FROM_MEMBERS}
        WHERE m.phone_tail = %s AND m.path >= %s AND m.path < %s AND m.left_on IS NULL
        ORDER BY m.path, m.id LIMIT %s""",
    "id_index": f"""
        SELECT {COLUMNS} FROM {FROM_MEMBERS}
        WHERE m.id_index = %s AND m.path >= %s AND m.path < %s AND m.left_on IS NULL
        ORDER BY m.path, m.id LIMIT %s""",
}
BRANCH_LIST = f"""
    SELECT {COLUMNS} FROM {FROM_MEMBERS} WHERE m.path >= %s AND m.path < %s AND m.left_on IS NULL
    ORDER BY m.path, m.id LIMIT %s"""
COUNT = "SELECT count(*) FROM members_member WHERE path >= %s AND path < %s AND left_on IS NULL"
HEALTH = (
    """SELECT id, path, level, party_type, established_on, short_name FROM organizations_organization
       WHERE path >= %s AND path < %s AND revoked_on IS NULL ORDER BY path""",
    """SELECT organization_id, count(*), count(full_on) FROM members_member
       WHERE path >= %s AND path < %s AND left_on IS NULL GROUP BY 1""",
    """SELECT p.organization_id, p.duty, count(DISTINCT p.user_id), max(p.since)
       FROM organizations_post p JOIN organizations_organization o ON o.id = p.organization_id
       WHERE o.path >= %s AND o.path < %s AND p.until IS NULL GROUP BY 1, 2""",
    """SELECT t.organization_id, t.since, t.years
       FROM organizations_term t JOIN organizations_organization o ON o.id = t.organization_id
       WHERE o.path >= %s AND o.path < %s AND t.ended_on IS NULL""",
)
