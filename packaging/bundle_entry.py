"""Where the bundle starts: the window or the command line, as `python -m icp_desktop` does."""

import multiprocessing
import sys

from icp_desktop.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # forms that come back are read by a second process of ours
    sys.exit(main())
