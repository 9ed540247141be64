"""Spreadsheets: template = export = import. Tables leave as Excel workbooks and come back as the same tables.

reading    a file of a stranger → rows of plain cells, in a process of its own with bounded memory and time
cells      what a cell may hold: text, code, day, ID number …; each says what is wrong and how to mend it
outgoing   templates, exports, and the user's own file with only its failing rows left

No cell that goes out can become a formula.

Words: workbook (a file of one or more sheets), sheet (a titled table), table (what a register gives out and takes in),
column (one heading of it), cell (what stands in one place, as typed), kind (what a column's cells may hold), flaw (what
is wrong with one cell), mark (the hidden sheet that says which table, version and job a file belongs to).
"""
