"""How a report is written, without a database and without a clock: the notation of templates, what a blank means,
numbers in words, sentences that are left out, and what becomes of numbers when a person edits the text."""
