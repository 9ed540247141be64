"""The days of the story, counted from the day on which the demo is built."""

from dataclasses import dataclass
from datetime import date, timedelta

from jingwei.kernels.plans.rules.periods import last_day

AHEAD = timedelta(days=15)  # what is due soon is due before the plan's year ends
FIRST_MONTH = 4  # before April the story is that of the year before: a plan needs time to be half carried out


@dataclass(frozen=True)
class Days:
    """Days as story.yaml writes them: "MM-DD" of the plan's year, a number of days from today, or "end"."""

    today: date

    @property
    def year(self) -> int:
        return self.today.year if self.today.month >= FIRST_MONTH else self.today.year - 1

    @property
    def end(self) -> date:
        """The end of the plan's year; of the quarter, once the year is nearly over."""
        near = self.today + AHEAD
        return max(date(self.year, 12, 31), last_day(near.year, (near.month - 1) // 3 * 3 + 3))

    def of(self, word: str | int) -> date:
        """The day that a word of story.yaml means."""
        if isinstance(word, int):
            return self.today + timedelta(days=word)
        if word == "end":
            return self.end
        return date.fromisoformat(f"{self.year}-{word}")
