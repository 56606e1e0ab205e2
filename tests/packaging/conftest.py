"""Scripts of packaging/ are no package; tests load them by their path."""

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def script() -> Callable[[str], ModuleType]:
    """Load a script of packaging/ by its name."""

    def load(name: str) -> ModuleType:
        folder = str(ROOT / "packaging")
        spec = importlib.util.spec_from_file_location(name, f"{folder}/{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.path.insert(0, folder)
        try:
            spec.loader.exec_module(module)
        finally:
            sys.path.remove(folder)
        return module

    return load
