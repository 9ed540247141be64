"""What a password must be like, said in Chinese: Django's own words for the length are not translated."""

from django.contrib.auth.password_validation import MinimumLengthValidator


class LongEnough(MinimumLengthValidator):
    """At least so many signs (OPTIONS: min_length)."""

    def get_error_message(self) -> str:
        return f"密码太短，至少要 {self.min_length} 个字。"

    def get_help_text(self) -> str:
        return f"至少 {self.min_length} 个字。"
