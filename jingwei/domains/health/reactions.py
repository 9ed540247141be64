"""What matters do when their organization merges."""

from jingwei.organizations.followers import carries

from .actions import close_matters

carries(close_matters)
