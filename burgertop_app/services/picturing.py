"""The pictures of an advice: bringing them in, where they are shown, replacing and removing them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain import rich_text
from burgertop_app.domain.advice import Advice, AdviceImage
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.workspaces import Attachment
from burgertop_app.exchange import pictures
from burgertop_app.exchange.pictures import Prepared as Prepared
from burgertop_app.storage import advice_images

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

ENDINGS = {pictures.PNG: "png", pictures.JPEG: "jpg"}


@dataclass(frozen=True)
class PictureLine:
    """A picture of the advice.

    Attributes:
        image: its number and size.
        content: the PNG or JPEG file.
        alt: what the first text that shows it says of it.
        places: the parts that show it, as (part, number of the recommendation or 0), in order.
    """

    image: AdviceImage
    content: bytes
    alt: str = ""
    places: tuple[tuple[str, int], ...] = ()


class Picturing:
    """What an organiser does with the pictures of an advice."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def ready(self, path: Path) -> Prepared:
        """The picture in a file, upright, not too large and without hidden data; nothing is kept.

        Raises:
            NotFound: there is no such file.
            InvalidInput: it cannot be used; the error says why.
        """
        return pictures.prepare(path)

    def all(self, advice_id: UUID) -> tuple[PictureLine, ...]:
        """Every picture of the advice, by number."""
        with self._work.reading() as store:
            shown: dict[int, list[tuple[str, int, str]]] = {}
            for part, of, text in advice_images.texts(store, advice_id):
                for each in rich_text.images(text):
                    shown.setdefault(each.number, []).append((part, of, each.alt))
            return tuple(
                PictureLine(
                    image=image,
                    content=store.get(Attachment, image.attachment_id).content,
                    alt=next((alt for _part, _of, alt in shown.get(image.number, ()) if alt), ""),
                    places=tuple((part, of) for part, of, _alt in shown.get(image.number, ())),
                )
                for image in advice_images.images(store, advice_id)
            )

    def add(self, advice_id: UUID, ready: Prepared) -> AdviceImage:
        """Keep a picture under the next number; `told` is the change that this makes.

        Raises:
            NotPossible: the advice was withdrawn.
        """
        with self._work.writing("advice.picture") as store:
            store.get(Advice, advice_id).refuse_withdrawn()
            number = advice_images.next_number(store, advice_id)
            return store.add(
                AdviceImage(
                    id=store.new_id(),
                    advice_id=advice_id,
                    number=number,
                    attachment_id=_attached(store, advice_id, number, ready),
                    wide=ready.wide,
                    high=ready.high,
                )
            )

    def told(self, advice_id: UUID) -> Change:
        """The change that adding a picture makes, to tell the pages."""
        return changed(Topic.ADVICE, row=advice_id)

    def replace(self, image_id: UUID, ready: Prepared) -> Change:
        """Put another picture in its place; a frozen version keeps the one that it shows."""
        with self._work.writing("advice.picture_replace") as store:
            image = store.get(AdviceImage, image_id)
            store.get(Advice, image.advice_id).refuse_withdrawn()
            attached = _attached(store, image.advice_id, image.number, ready)
            store.change(image, attachment_id=attached, wide=ready.wide, high=ready.high)
            advice_images.let_go(store, image.advice_id, image.attachment_id)
        return changed(Topic.ADVICE, row=image.advice_id)

    def remove(self, image_id: UUID) -> Change:
        """Take a picture away that no text shows.

        Raises:
            NotPossible: a text shows it.
        """
        with self._work.writing("advice.picture_remove") as store:
            image = store.get(AdviceImage, image_id)
            for _part, _of, text in advice_images.texts(store, image.advice_id):
                if any(each.number == image.number for each in rich_text.images(text)):
                    raise NotPossible("picture_in_use", number=image.number)
            store.remove(image)
            advice_images.let_go(store, image.advice_id, image.attachment_id)
        return changed(Topic.ADVICE, row=image.advice_id)

    def as_ready(self, line: PictureLine) -> Prepared:
        """A picture of the advice as it came in, to put it back."""
        kind = pictures.PNG if line.content.startswith(b"\x89PNG") else pictures.JPEG
        return Prepared(line.content, kind, line.image.wide, line.image.high)

    def put_back(self, line: PictureLine) -> Change:
        """Keep a picture again that was removed, under its own number."""
        with self._work.writing("advice.picture") as store:
            image, ready = line.image, self.as_ready(line)
            store.add(
                AdviceImage(
                    id=image.id,
                    advice_id=image.advice_id,
                    number=image.number,
                    attachment_id=_attached(store, image.advice_id, image.number, ready),
                    wide=image.wide,
                    high=image.high,
                )
            )
        return changed(Topic.ADVICE, row=image.advice_id)


def _attached(store: Store, advice_id: UUID, number: int, ready: Prepared) -> UUID:
    """The attachment with the file; its name says nothing of where it came from."""
    return store.add(
        Attachment(
            id=store.new_id(),
            name=f"picture-{number}.{ENDINGS[ready.media_type]}",
            media_type=ready.media_type,
            sha256=hashlib.sha256(ready.content).hexdigest(),
            content=ready.content,
            process_id=store.get(Advice, advice_id).process_id,
        )
    ).id
