"""Spreadsheets: tables that leave as Excel workbooks. No cell that goes out can become a formula.

Words: workbook (a file of one or more sheets), sheet (a titled table).
"""
