"""A request under the Woo in words: judgements, grounds and the headings of the inventory.

Source: Wet open overheid, artikel 5.1, eerste en tweede lid (geldend vanaf 1 mei 2022).
"""

from __future__ import annotations

from burgertop_app.i18n import _, mark

JUDGEMENTS = (mark("public"), mark("partly public"), mark("not public"))
GROUNDS = (
    mark("5.1.1a unity of the Crown"),
    mark("5.1.1b security of the State"),
    mark("5.1.1c confidential data of businesses"),
    mark("5.1.1d special personal data"),
    mark("5.1.1e identification numbers"),
    mark("5.1.2a relations with other countries"),
    mark("5.1.2b economic or financial interests"),
    mark("5.1.2c criminal investigation"),
    mark("5.1.2d inspection and supervision"),
    mark("5.1.2e personal privacy"),
    mark("5.1.2f other data of businesses"),
    mark("5.1.2g protection of the environment"),
    mark("5.1.2h security of persons and businesses"),
    mark("5.1.2i good functioning of public bodies"),
)


def judgements() -> tuple[str, ...]:
    """What one can decide about a document."""
    return tuple(map(_, JUDGEMENTS))


def grounds() -> tuple[str, ...]:
    """On what one can decide not to make something public."""
    return tuple(map(_, GROUNDS))


def headings() -> tuple[str, ...]:
    """The columns of the inventory."""
    return (
        _("No."),
        _("Day"),
        _("Document"),
        _("Kind"),
        _("From"),
        _("To"),
        _("Personal data"),
        _("Judgement"),
        _("Ground"),
        _("Remark"),
    )
