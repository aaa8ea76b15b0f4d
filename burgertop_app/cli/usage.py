"""What is said when the words on the command line are not understood: one sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.i18n import _
from burgertop_app.messages.errors import sentence

if TYPE_CHECKING:
    from typer.exceptions import TyperException

_QUOTED = re.compile(r"'([^']*)'")
_EXTRA = re.compile(r"\(([^()]*)\)$")
LONGEST = 60


def usage_sentence(error: TyperException) -> str:
    """What is not understood, and where to look.

    Args:
        error: what the library that reads the words raised; it tells kinds apart by class only.
    """
    return sentence(_explained(error))


def _explained(error: TyperException) -> InvalidInput:
    hint = _hint(error)
    option = _short(str(getattr(error, "option_name", "")))
    match type(error).__name__:
        case "MissingParameter":
            found = InvalidInput("usage_missing", name=_name(error), hint=hint)
        case "BadParameter":
            found = _value(error, hint)
        case "NoSuchOption":
            found = InvalidInput("usage_option", name=option, hint=hint)
        case "BadOptionUsage":
            found = InvalidInput("usage_no_value", name=option, hint=hint)
        case _:
            found = _word(error, hint)
    return found


def _word(error: TyperException, hint: str) -> InvalidInput:
    """A word that is no command, or one too many."""
    if error.message.startswith("No such command"):
        return InvalidInput("usage_command", name=_first(_QUOTED, error.message), hint=hint)
    if extra := _first(_EXTRA, error.message):
        return InvalidInput("usage_extra", name=extra, hint=hint)
    return InvalidInput("usage_other", hint=hint)


def _value(error: TyperException, hint: str) -> InvalidInput:
    """A value of the wrong kind; what it should be is known from the check that refused it."""
    name, cause = _name(error), error.__cause__
    faults = cause.errors() if cause is not None and hasattr(cause, "errors") else [{}]
    value, refused = _short(str(faults[0].get("input", ""))), str(faults[0].get("type", ""))
    choices = getattr(getattr(getattr(error, "param", None), "type_descriptor", None), "choices", None) or ()
    shown = ", ".join(str(getattr(choice, "value", choice)) for choice in choices)
    if refused.startswith("int"):
        found = InvalidInput("usage_whole", name=name, value=value)
    elif refused.startswith("float"):
        found = InvalidInput("usage_number", name=name, value=value)
    elif shown:
        found = InvalidInput("usage_choice", name=name, value=value, choices=shown)
    else:
        found = InvalidInput("usage_value", name=name, value=value, hint=hint)
    return found


def _name(error: TyperException) -> str:
    """The option as it is typed, or the name of the argument in the help."""
    param = getattr(error, "param", None)
    options = [option for option in getattr(param, "opts", ()) if option.startswith("-")]
    return options[0] if options else str(getattr(param, "metavar", None) or getattr(param, "name", ""))


def _hint(error: TyperException) -> str:
    path = getattr(getattr(error, "ctx", None), "command_path", "burgertop")
    return _("“{command} --help” tells what is possible.").format(command=path)


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return _short(found[1]) if found else ""


def _short(text: str) -> str:
    plain = "".join(mark if mark.isprintable() else "\N{REPLACEMENT CHARACTER}" for mark in text)
    return plain if len(plain) <= LONGEST else plain[:LONGEST] + "…"
