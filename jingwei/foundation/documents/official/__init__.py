"""Word files in the layout of official papers (GB/T 9704-2012): A4, 22 lines of 28 signs, as they leave the office.

Words: sign 字, grid 版心网格, sender 发文机关署名, day 成文日期, addressee 主送机关, attachments 附件说明, notes 附注.
Obeys: GB/T 9704-2012 5.2, 7.2.5, 7.3, 7.5.

page       the sheet, the grid, the fonts, the page numbers      paper     a paper, written from top to bottom
writing    `official_document`: a whole paper with its ends
"""

from .paper import Mark, Paper, Run
from .writing import Block, official_document

__all__ = ["Block", "Mark", "Paper", "Run", "official_document"]
