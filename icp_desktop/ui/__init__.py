"""Everything Qt: the window, its pages, forms, dialogs and the preview."""
