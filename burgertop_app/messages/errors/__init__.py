"""The sentence for every error code, gathered from one module per room."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

from burgertop_app.i18n import _, number
from burgertop_app.messages.reasons import reason_words
from burgertop_app.messages.table_asks import asked_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burgertop_app.domain.errors import BurgertopError


def sentence(error: BurgertopError) -> str:
    """What happened and what to do, for a person, in the language now spoken."""
    params = error.params
    if "reason" in params:
        params = params | {"reason": reason_words(str(params["reason"]))}
    if isinstance(params.get("need"), str):
        params = params | {"need": asked_words(str(params["need"]))}
    said = {name: number(param, 1) if isinstance(param, float) else param for name, param in params.items()}
    return _(sentences()[error.code]).format(**said)


@cache
def sentences() -> Mapping[str, str]:
    """English sentence with named placeholders per error code; every room's `SENTENCES` in one."""
    found: dict[str, str] = {}
    for module in pkgutil.iter_modules(__path__):
        found |= importlib.import_module(f"{__name__}.{module.name}").SENTENCES
    return found
