"""The real entry and its gold, no part of the project: read from ../shared or SHARED_DIR; tests skip without them."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("SHARED_DIR") or ROOT.parent / "shared")


def corpus_file() -> Path:
    """The file of the real entry; skips the test where there is none."""
    files = sorted((SHARED / "corpus").glob("*.txt"))
    if not files:
        pytest.skip(f"no corpus in {SHARED}: set SHARED_DIR")
    return files[0]


def corpus_text() -> str:
    """The text of the real entry; skips the test where there is none."""
    return corpus_file().read_bytes().decode("utf-8")


def gold(name: str) -> list[dict[str, Any]]:
    """The rows of a gold file ("seed_dates"); skips the test where it is not there."""
    file = SHARED / "gold" / f"{name}.jsonl"
    if not file.is_file():
        pytest.skip(f"no {file.name} in {SHARED}: set SHARED_DIR")
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]
