"""The command line `jingwei`: Django's commands, whose names may be written with hyphens."""

import os
import sys


def main() -> None:
    """Run the command named by the first argument, such as `jingwei read-plan FILE`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jingwei.config.settings.dev")
    from django.core.management import execute_from_command_line

    name = sys.argv[1].replace("-", "_") if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else None
    execute_from_command_line(["jingwei", name, *sys.argv[2:]] if name else ["jingwei", *sys.argv[1:]])
