"""Carry the compiled store inside the wheel, so that an installed legation answers at once."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class StoreInWheel(BuildHookInterface):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from legation.store.compile import compile_store

        target = root / "legation.sqlite"
        compile_store(root / "data", target)
        build_data["force_include"][str(target)] = "legation/legation.sqlite"
