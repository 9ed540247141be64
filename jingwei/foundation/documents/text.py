from dataclasses import dataclass

MAX_BYTES = 20 * 1024 * 1024
MAX_CHARACTERS = 300_000  # fifteen times a long document


@dataclass(frozen=True)
class PlainText:
    """What was read. `text`: one paragraph a line, "\\n" between lines. `format`: txt, md, docx, pdf or html.
    `encoding`: of the bytes, None where the format has none. `warnings`: for the user, in Chinese."""

    text: str
    format: str
    encoding: str | None = None
    warnings: tuple[str, ...] = ()
