"""Everything Qt: the window, its pages, forms, dialogs and the preview."""

from icp_desktop.ui.immortals import keep_immortals_alive
from icp_desktop.ui.unread_sources import leave_sources_unread

keep_immortals_alive()  # before the first call into Qt, whichever module makes it
leave_sources_unread()
