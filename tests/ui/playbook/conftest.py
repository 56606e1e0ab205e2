"""What the tests of the playbook share with those of the other pages."""

from tests.ui.pages.conftest import enter

__all__ = ["enter"]
