"""Who is registered already: by number, by ID number, by name and day of birth in a branch."""

from collections.abc import Collection, Iterable
from datetime import date

from jingwei.foundation.scope import among  # noqa: F401  # the lookup `__among`
from jingwei.foundation.scope.paths import is_within
from jingwei.foundation.scope.reach import everywhere

from ..models import Member

Person = tuple[int, str, date]  # branch, name, day of birth


class Known:
    """Members at or below `at` that the rows of a file may mean, looked up a batch at a time."""

    def __init__(self, at: str) -> None:
        self.at = at
        self.branches: set[int] = set()
        self.people: dict[Person, list[int]] = {}
        self.by_id: dict[int, int] = {}
        self.elsewhere: set[int] = set()
        self.members: dict[int, Member] = {}

    def look_up(self, ids: Collection[int], branches: Iterable[int]) -> None:
        """Find the members of these blind indexes, and of these branches."""
        self._by_id(ids)
        self._by_branch(set(branches) - self.branches)

    def load(self, pks: Collection[int]) -> None:
        """Have these members ready for `get`."""
        found = Member.objects.filter(pk__in=pks).select_related("organization", "group")
        self.members = {member.pk: member for member in found}

    def get(self, pk: int) -> Member | None:
        """A member that was loaded; None for one out of reach."""
        return self.members.get(pk)

    def _by_id(self, ids: Collection[int]) -> None:
        self.by_id, self.elsewhere = {}, set()
        with everywhere(reason="an ID number is registered once, also where the importer does not see it"):
            found = list(Member.objects.filter(id_index__among=ids).order_by().values_list("id_index", "pk", "path"))
        for index, pk, path in found:
            if is_within(path, self.at):
                self.by_id[index] = pk
            else:
                self.elsewhere.add(index)

    def _by_branch(self, branches: set[int]) -> None:
        """Everybody of the branches that are new in this batch."""
        self.branches |= branches
        found = Member.objects.filter(organization_id__in=branches).order_by()
        for pk, branch, name, born in found.values_list("pk", "organization_id", "name", "born_on"):
            self.people.setdefault((branch, name, born), []).append(pk)
