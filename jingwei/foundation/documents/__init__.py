"""Documents: the plain text of a file that a person hands in (.txt .md .docx .pdf .html), and Word files in the layout
of official papers. Knows no database.

Words: plain text (one paragraph a line, what a reader of the paper would read), unreadable (why not, and what to do).
The content decides what a file is, its name only helps; every parser is bounded in size, entries, pages and time.

reading    the way in: `plain_text`, `pasted_text`, `refuse_by_size`
contents   what a file is, by its first bytes      encodings  bytes → text       archives  zip files without bombs
word       .docx, with word_numbering (一、（一）1. that Word counts by itself)
pdf        lines of the layout → paragraphs, read by pdf_pages in a process of its own
web_page   .html         markdown   .md            tidy       what all of them end with
official   the other way: writing .docx by GB/T 9704-2012
"""

from .errors import Unreadable
from .reading import pasted_text, plain_text, refuse_by_size
from .text import MAX_BYTES, PlainText

__all__ = ["MAX_BYTES", "PlainText", "Unreadable", "pasted_text", "plain_text", "refuse_by_size"]
