"""Where the bundle starts: the window or the command line, as `python -m icp_desktop` does."""

import sys

from icp_desktop.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
