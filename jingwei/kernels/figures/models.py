"""What is counted, what it was, and what has still to be counted anew."""

from django.db import models

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import RecordedModel
from jingwei.organizations.models import Organization

READ_IN_REACH = "read through selectors that ask whether the organization lies in reach"


class Cell(RecordedModel):
    """One value of one cut of one figure, in one month where the figure counts what happens."""

    unscoped = "words only"
    unrecorded_because = "it follows from what is counted"

    id = models.AutoField(primary_key=True)
    figure = models.CharField(max_length=60)
    cut = models.CharField(max_length=30, blank=True)
    value = models.CharField(max_length=40, blank=True)
    month = models.CharField(max_length=7, blank=True)

    class Meta:
        verbose_name = "指标分项"
        constraints = [models.UniqueConstraint(fields=["figure", "cut", "value", "month"], name="one_cell_of_a_kind")]

    def __str__(self) -> str:
        return ":".join(filter(None, (self.figure, self.cut, self.value, self.month)))


class Rollup(RecordedModel):
    """A cell of an organization: `own` counts its own rows, `amount` also those of all below it. By the number of the
    organization, not its path: a subtree that moves takes its figures along."""

    unscoped = READ_IN_REACH
    unrecorded_because = "it follows from what is counted"

    pk = models.CompositePrimaryKey("organization_id", "cell_id")
    organization = models.ForeignKey(
        Organization, models.DO_NOTHING, related_name="+", db_index=False, db_constraint=False
    )
    cell = models.ForeignKey(Cell, models.DO_NOTHING, related_name="+", db_index=False, db_constraint=False)
    amount = models.BigIntegerField()
    own = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = "汇总"

    def __str__(self) -> str:
        return f"{self.organization_id} {self.cell_id}"


class Past(RecordedModel):
    """What a roll-up was until the beginning of a day: written by the first fold of that day that changes it."""

    unscoped = READ_IN_REACH
    unrecorded_because = "it follows from what was counted"

    pk = models.CompositePrimaryKey("organization_id", "cell_id", "until")
    organization = models.ForeignKey(
        Organization, models.DO_NOTHING, related_name="+", db_index=False, db_constraint=False
    )
    cell = models.ForeignKey(Cell, models.DO_NOTHING, related_name="+", db_index=False, db_constraint=False)
    until = models.DateField()
    amount = models.BigIntegerField()

    class Meta:
        verbose_name = "历史汇总"

    def __str__(self) -> str:
        return f"{self.organization_id} {self.cell_id} {self.until}"


class Uncounted(RecordedModel):
    """A line of the queue: something that decides about rows of `source` changed in an organization. `path` where the
    organization itself is gone."""

    unscoped = "numbers only; read by the folding"
    unrecorded_because = "the queue of the figures"

    source = models.CharField(max_length=60)
    organization_id = models.BigIntegerField()
    path = PathField(null=True)

    class Meta:
        verbose_name = "待汇总"

    def __str__(self) -> str:
        return f"{self.source} {self.organization_id}"


class Counted(RecordedModel):
    """A figure as it was defined when everything was last counted by it; one defined otherwise is counted anew."""

    unscoped = "words only"
    unrecorded_because = "it follows from the program"

    figure = models.CharField(max_length=60, primary_key=True)
    definition = models.CharField(max_length=64, help_text="SHA-256 of the statements")
    begun_on = models.DateField(help_text="the first day by which it was counted: nothing is known of days before")
    turned_on = models.DateField(help_text="the last day by which it was counted")

    class Meta:
        verbose_name = "指标口径"

    def __str__(self) -> str:
        return self.figure


class Folding(RecordedModel):
    """When the queue was last folded: a row of one number."""

    unscoped = "an hour only"
    unrecorded_because = "it follows from what was counted"

    number = models.PositiveSmallIntegerField(primary_key=True, default=1)
    folded_at = models.DateTimeField()

    class Meta:
        verbose_name = "汇总时间"
        constraints = [models.CheckConstraint(condition=models.Q(number=1), name="one_folding")]

    def __str__(self) -> str:
        return str(self.folded_at)
