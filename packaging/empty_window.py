"""The least program with a window: what Python and Qt cost before ours begins."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    sys.exit(application.exec())
