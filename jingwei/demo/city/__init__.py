"""An invented city of any size, up to 110,000 organizations and two million members: the data of every benchmark.

Always the same for one day and one seed, but for the seals of its secrets. Written past the models, as a stream.
"""
