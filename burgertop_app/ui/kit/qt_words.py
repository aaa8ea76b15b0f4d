"""The words of Qt itself (file dialogs, menus of text fields, buttons) in the language of the program."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from typing_extensions import override

from burgertop_app.i18n import _, language, mark

UNTRANSLATED = frozenset(
    (
        mark("&Look in:"),
        mark("Files of &type:"),
        *(mark("Drive"), mark("File"), mark("File Folder"), mark("Folder")),
        *(mark("Alias"), mark("Shortcut"), mark("Unknown")),
        *(mark("Set Focus"), mark("Show Menu"), mark("Show on Screen")),
        mark("Moves the element into the visible area"),
    )
)
"""What Qt says that its own Dutch catalogue lacks; ours has the Dutch."""
CONTEXTS = ("QFileDialog", "QAbstractFileIconProvider", "QFileIconProvider", "QAccessibleActionInterface")


def speak() -> bool:
    """Let Qt speak the language of the program from now on; False when Qt's own catalogue is not there."""
    application = QCoreApplication.instance()
    if application is None:
        return False
    known = application.findChild(QtWords)
    return (known if isinstance(known, QtWords) else QtWords(application)).speak()


class QtWords(QObject):
    """The catalogues that Qt now uses; lives as long as the application."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._installed: list[QTranslator] = []
        application.aboutToQuit.connect(self._silence)

    def speak(self) -> bool:
        """Put the catalogues of the language now spoken in place of the earlier ones."""
        self._silence()
        QLocale.setDefault(QLocale(language()))
        self._add(_Gaps(self))
        own = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        found = own.load(f"qtbase_{language()}", folder)
        if found:
            self._add(own)
        return found

    def _add(self, translator: QTranslator) -> None:
        # Qt asks the last one first: ours only hears what Qt's own catalogue does not know.
        self._application.installTranslator(translator)
        self._installed.append(translator)

    def _silence(self) -> None:
        while self._installed:
            translator = self._installed.pop()
            self._application.removeTranslator(translator)
            translator.deleteLater()


class _Gaps(QTranslator):
    """The sentences that Qt's own catalogue lacks."""

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        if context in CONTEXTS and sourceText in UNTRANSLATED:
            return _(sourceText)
        return None
