#!/usr/bin/env python
from jingwei.config.command_line import main

if __name__ == "__main__":
    main()
