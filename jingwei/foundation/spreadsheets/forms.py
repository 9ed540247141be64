"""A file to be sent; the last question before it is written."""

from typing import Any

from django import forms

from .registers import Register


class SendForm(forms.Form):
    """Which file."""

    upload = forms.FileField(
        label="填好的表格", help_text="Excel 工作簿（.xlsx、.xls）或者 .csv 文件；不必是下载的模板，列名对得上就可以。"
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        upload = data.pop("upload", None)
        if upload is not None:
            data |= {"filename": upload.name, "content": upload.read()}
        return data


class ConfirmForm(forms.Form):
    """Whether new rows get logins as well."""

    with_accounts = forms.BooleanField(
        label="同时给新增的人建立登录账号",
        required=False,
        help_text="已经有账号的不变。账号还没有密码，本人到安全管理员处领取临时密码以后才能登录。",
    )

    def __init__(self, *args: Any, register: Register, **options: Any) -> None:
        super().__init__(*args, **options)
        if not register.accounts:
            del self.fields["with_accounts"]
