"""What the application tells macOS about itself and its files (Info.plist)."""

from typing import Any

IDENTIFIER = "io.github.icp_desktop.ICPDesktop"
FILE_TYPE = "io.github.icp_desktop.project"
MIME_TYPE = "application/vnd.icp-desktop.project+zip"

INFO: dict[str, Any] = {
    "CFBundleDisplayName": "ICP Desktop",
    "LSApplicationCategoryType": "public.app-category.business",
    "LSMinimumSystemVersion": "14.0",  # what the wheels of Qt are built for
    "NSHighResolutionCapable": True,
    "NSRequiresAquaSystemAppearance": False,  # dark mode is ours to show
    "NSHumanReadableCopyright": "MIT licence; Qt under the LGPL",
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": "ICP Desktop project",
            "CFBundleTypeRole": "Editor",
            "CFBundleTypeIconFile": "project-file.icns",
            "LSHandlerRank": "Owner",
            "LSItemContentTypes": [FILE_TYPE],
        }
    ],
    "UTExportedTypeDeclarations": [
        {
            "UTTypeIdentifier": FILE_TYPE,
            "UTTypeDescription": "ICP Desktop project",
            "UTTypeIconFile": "project-file.icns",
            "UTTypeConformsTo": ["public.data", "public.content"],
            "UTTypeTagSpecification": {
                "public.filename-extension": ["icp"],
                "public.mime-type": [MIME_TYPE],
            },
        }
    ],
}
