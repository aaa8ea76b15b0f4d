"""What is said when a document is kept."""

from __future__ import annotations

from types import SimpleNamespace

from PySide6.QtGui import QDesktopServices

from burgertop_app.ui import saving


def test_a_document_that_nothing_opens_is_told_where_it_stands(dialogs, tmp_path, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    said = []
    desk = SimpleNamespace(dialogs=dialogs, say=lambda text, _icon: said.append(text))

    saving._there(SimpleNamespace(desk=desk), (tmp_path / "advies.pdf", ()))

    assert said == [f"Geen programma op deze computer opent advies.pdf. Het staat in {tmp_path}."]
