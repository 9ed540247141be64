"""A file of outlines to look at, and the yes to it."""

from django import forms

from ..rules.outlines import MOST_BYTES, MOST_POINTS


class OutlinesForm(forms.Form):
    """Which file, and where it comes from."""

    upload = forms.FileField(
        label="边界文件",
        help_text=(
            f"GeoJSON 文件（.geojson 或 .json），不超过 {MOST_BYTES // 1024 // 1024} MB、{MOST_POINTS:,} 个点；"
            "每个图形的属性 name 写组织的简称或全称，或者用属性 id 写组织编号。"
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".geojson,.json,application/geo+json"}),
    )
    source = forms.CharField(
        label="来源", max_length=80, help_text="边界由谁绘制；采用公开地图的，写审图号。会写在地图下面。"
    )

    def clean_upload(self) -> bytes:
        """The content, no more of it than is taken."""
        content: bytes = self.cleaned_data["upload"].read(MOST_BYTES + 1)
        return content


class LoadForm(forms.Form):
    """The outlines that were looked at."""

    content = forms.CharField(widget=forms.HiddenInput, max_length=MOST_BYTES)
    source = forms.CharField(widget=forms.HiddenInput, max_length=80)
