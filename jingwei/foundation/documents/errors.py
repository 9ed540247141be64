from jingwei.foundation.errors import Refused

RESAVE = "请用 Word 或 WPS 打开它，另存为 .docx 后再上传；也可以把全文复制后直接粘贴。"
PASTE = "请打开文件，复制全文，直接粘贴到输入框里。"


class Unreadable(Refused):
    """A file whose text cannot be read. Both texts are for the user: what is wrong, what to do now."""

    def __init__(self, message: str, next_step: str) -> None:
        super().__init__(message, next_step=next_step)
