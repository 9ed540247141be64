"""What the figures do when the tree changes."""

from jingwei.organizations.followers import when_moved

from .actions.moving import carry_figures

when_moved(carry_figures)
