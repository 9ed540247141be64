"""Pure rules of the boards: what may be said of a small number, how a figure stands to its own past, whether the parts
make the whole."""
