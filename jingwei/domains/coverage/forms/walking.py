"""Forms of teams and of the week's text."""

from typing import Any

from django import forms

from jingwei.foundation.clock import today
from jingwei.foundation.ui.forms import fit
from jingwei.organizations.forms.change import ChangeForm
from jingwei.organizations.models import Area, Post
from jingwei.organizations.selectors.areas import areas_at, posts_for


class TeamForm(ChangeForm):
    """Who walks, and where."""

    title, done = "组建走访小组", "小组已组建。"
    told = ("小组由两到五个人组成。", "不拍照、不定位、不打卡，不给人和小组排名。")

    name = forms.CharField(label="名称", max_length=40)
    posts = forms.MultipleChoiceField(label="队员", widget=forms.CheckboxSelectMultiple)
    areas = forms.MultipleChoiceField(label="走访片区", widget=forms.CheckboxSelectMultiple, required=False)
    since = forms.DateField(label="成立日期", widget=forms.DateInput, initial=today)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.known_posts = {str(post.pk): post for post in posts_for(self.organization, on=today())}
        self.known_areas = {str(area.pk): area for area in areas_at(self.organization)}
        held = [(pk, f"{post.user}（{post.title}）") for pk, post in self.known_posts.items()]
        fit(self, "posts", choices=held)
        places = [(pk, f"{area}（{area.organization}）") for pk, area in self.known_areas.items()]
        fit(self, "areas", choices=places)

    def clean_posts(self) -> list[Post]:
        return [self.known_posts[pk] for pk in self.cleaned_data["posts"]]

    def clean_areas(self) -> list[Area]:
        return [self.known_areas[pk] for pk in self.cleaned_data["areas"]]


class ChangeTeamForm(TeamForm):
    """A team that walks already. The day on which it began stays."""

    title, done, edits = "调整走访小组", "小组已调整。", ("name",)
    removal, removal_text = "coverage:team_end", "解散这个小组"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["since"]
        self.initial.setdefault("posts", [str(walker.post_id) for walker in self.subject.walkers.all()])
        self.initial.setdefault("areas", [str(there.area_id) for there in self.subject.rounds.all()])


class AnalysisForm(forms.Form):
    """What a week showed."""

    text = forms.CharField(label="看到什么，怎么办", max_length=1000, widget=forms.Textarea(attrs={"rows": 5}))
