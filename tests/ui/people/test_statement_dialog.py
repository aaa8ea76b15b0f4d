"""The dialog about the representativity statement."""

from __future__ import annotations

from burgertop_app.domain.drawing import QuotaEntry, QuotaForm
from burgertop_app.ui.people.statement import StatementDialog


def dialog_of(qtbot, house, process):
    lines = tuple(
        QuotaEntry(feature=feature, value=value, low=5, high=20)
        for feature, value in (("herkomst", "a"), ("herkomst", "b"), ("wijk", "n"), ("wijk", "z"))
    )
    house.drawing.set_quotas(process, QuotaForm(lines=lines))
    dialog = StatementDialog(None, house.representing.view(process))
    qtbot.addWidget(dialog)
    return dialog


def test_a_feature_that_looks_sensitive_is_ticked_and_asks_for_a_ground(qtbot, house, process):
    dialog = dialog_of(qtbot, house, process)

    assert [one.tick.value() for one in dialog.features] == [True, False]
    assert not dialog.features[0].ground.isHidden()
    assert dialog.features[1].ground.isHidden()


def test_what_is_filled_in_comes_back(qtbot, house, process):
    dialog = dialog_of(qtbot, house, process)
    dialog.features[0].ground.put("Toestemming")
    dialog.done_field.put("Tweede brief")

    house.representing.note(process, dialog.form())

    notes = house.representing.view(process).notes
    assert (notes.special, notes.grounds, notes.done) == (
        ("herkomst",),
        {"herkomst": "Toestemming"},
        "Tweede brief",
    )
