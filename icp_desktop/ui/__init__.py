"""Everything Qt: the window, its pages, forms, dialogs and the preview."""

from icp_desktop.ui.immortals import keep_immortals_alive

keep_immortals_alive()  # before the first call into Qt, whichever module makes it
