"""Keeps None, True and False alive under Python 3.11, where PySide6 6.12 gives back too many of them.

PySide6 6.12.0 lets go of None once too often after every overridden method that returns it (a paint
event, a model's `data`) and after `False` and `True` in some; measured with `sys.getrefcount`. From
Python 3.12 on these values cannot die. Under 3.11 the program would stop with "deallocating None" after
a few thousand paints, so here they get as many references as they can never lose. PySide6 6.11 is sound;
take this away when the program no longer runs under 3.11.
"""

from __future__ import annotations

import ctypes
import sys

PLENTY = 1 << 40


def keep_constants() -> bool:
    """Give None, True and False references to spare; False where Python does it itself."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return False
    for constant in (None, True, False):
        count = ctypes.c_ssize_t.from_address(id(constant))
        if count.value < PLENTY:
            count.value += PLENTY
    return True
