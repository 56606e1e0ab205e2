"""Draws the icons of the program and of its files in the sizes and formats that systems want.

usage: make_icons.py FOLDER      writes NAME-SIZE.png, NAME.ico and NAME.icns for both drawings
"""

import os
import sys
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DRAWINGS = ROOT / "resources" / "icons" / "app"
NAMES = ("icp-desktop", "project-file")
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_WINDOWS = (16, 24, 32, 48, 64, 256)


def draw(drawing: Path, size: int) -> bytes:
    """Return a drawing as a square PNG with so many pixels a side."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def make_icons(folder: Path) -> list[Path]:
    """Write all icons into a folder and return them."""
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name in NAMES:
        pictures = {size: draw(DRAWINGS / f"{name}.svg", size) for size in SIZES}
        for size, data in pictures.items():
            made.append(folder / f"{name}-{size}.png")
            made[-1].write_bytes(data)
        images = {size: Image.open(BytesIO(data)) for size, data in pictures.items()}
        made.append(folder / f"{name}.ico")
        images[256].save(made[-1], append_images=[images[n] for n in _WINDOWS[:-1]])
        made.append(folder / f"{name}.icns")
        images[512].save(made[-1], append_images=[images[n] for n in (32, 64, 128, 256)])
    return made


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for path in make_icons(Path(sys.argv[1])):
        print(path.name)
