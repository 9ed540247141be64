"""The writes of this room: folding the queue, building everything anew, carrying a moved subtree's figures along."""
