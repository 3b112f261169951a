"""ICU's own Thai order, for comparing live: the ICU inside the icu4py wheel, which offers no collator itself."""

import ctypes
import re
from collections.abc import Callable
from pathlib import Path

import pytest

TERTIARY = 2


def icu_key() -> Callable[[str], bytes]:
    """A function that gives ICU's sort key for locale `th`; skips the test where there is no icu4py."""
    icu4py = pytest.importorskip("icu4py", reason="no icu4py: the order is compared with the stored list only")
    pytest.importorskip("icu4py.locale")
    folder = Path(icu4py.__file__).parent.parent / "icu4py.libs"
    found = {name: next(folder.glob(f"libicu{name}-*.so*"), None) for name in ("data", "uc", "i18n")}
    if None in found.values():
        pytest.skip("this icu4py wheel has no ICU beside it")
    for file in found.values():
        library = ctypes.CDLL(str(file), mode=ctypes.RTLD_GLOBAL)
    version = re.search(r"\.so\.(\d+)", str(found["i18n"]))
    assert version
    open_, key_, strength_ = (
        getattr(library, f"ucol_{name}_{version[1]}") for name in ("open", "getSortKey", "setStrength")
    )
    open_.restype = ctypes.c_void_p
    open_.argtypes = [ctypes.c_char_p, ctypes.POINTER(ctypes.c_int)]
    key_.restype = ctypes.c_int32
    key_.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int32, ctypes.c_char_p, ctypes.c_int32]
    strength_.argtypes = [ctypes.c_void_p, ctypes.c_int]
    error = ctypes.c_int(0)
    collator = open_(b"th", ctypes.byref(error))
    assert collator
    assert error.value <= 0
    strength_(collator, TERTIARY)

    def key(text: str) -> bytes:
        units = text.encode("utf-16-le")
        place = ctypes.create_string_buffer(40 * len(text) + 100)
        length = key_(collator, units + b"\0\0", len(units) // 2, place, len(place))
        return place.raw[:length]

    return key
