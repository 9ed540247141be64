"""The writes of an import of members: they run inside the act by which a chunk of rows is applied."""
