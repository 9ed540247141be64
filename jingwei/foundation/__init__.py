"""What every storey stands on; knows no word of the field.

scope      which rows a person may see, filtered when the SQL is compiled
access     which routes and acts a post may use
journal    what is being written now; actions open it, the record keeps it
record     the append-only log of acts
"""
