"""Who the letters about the advice of a process go to, with their addresses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.addressees import Addressee, AddresseeRole
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.processes import Process
from burgertop_app.i18n import _, speaking

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

ORDER = list(AddresseeRole)


def addressees_of(store: Store, process: Process) -> tuple[Addressee, ...]:
    """Who is written to: the college first; as long as nobody was kept the college, council and griffie.

    Those not kept yet have revision 0 and no address.
    """
    kept = store.find(Addressee, process_id=process.id)
    found = kept or _proposed(process)
    if not any(one.role is AddresseeRole.COLLEGE for one in found):
        found = (_college(process), *found)
    return tuple(sorted(found, key=lambda one: ORDER.index(one.role)))


def copies(found: tuple[Addressee, ...]) -> tuple[Addressee, ...]:
    """Who gets a copy."""
    return tuple(one for one in found if one.role is not AddresseeRole.COLLEGE and one.copy)


class Addressing:
    """What an organiser does with the addresses of those who are written to."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def all(self, process_id: UUID) -> tuple[Addressee, ...]:
        """Who is written to, the college first; as `addressees_of`."""
        with self._work.reading() as store:
            return addressees_of(store, store.get(Process, process_id))

    def keep(self, process_id: UUID, wanted: tuple[Addressee, ...]) -> Change:
        """Keep exactly these, in place of those that were kept.

        Raises:
            NotPossible: there is not exactly one college among them.
            InvalidInput: an e-mail address cannot be.
        """
        for one in wanted:
            one.check()
        if [one.role for one in wanted].count(AddresseeRole.COLLEGE) != 1:
            raise NotPossible("addressee_college")
        with self._work.writing("addressees.keep") as store:
            before = {one.id: one for one in store.find(Addressee, process_id=process_id)}
            for one in wanted:
                if (known := before.pop(one.id, None)) is None:
                    store.add(replace(one, id=store.new_id(), process_id=process_id, revision=0))
                elif replace(one, revision=known.revision) != known:
                    store.change(
                        known,
                        role=one.role,
                        name=one.name,
                        attention=one.attention,
                        address=one.address,
                        email=one.email,
                        copy=one.copy,
                    )
            for gone in before.values():
                store.remove(gone)
        return changed(Topic.RESPONSES)


def _college(process: Process) -> Addressee:
    with speaking(process.language):
        name = (
            _("College of mayor and aldermen of {municipality}").format(municipality=process.municipality)
            if process.municipality
            else _("College of mayor and aldermen")
        )
    return Addressee(id=process.id, process_id=process.id, role=AddresseeRole.COLLEGE, name=name, copy=False)


def _proposed(process: Process) -> tuple[Addressee, ...]:
    with speaking(process.language):
        where = process.municipality
        council = _("Council of {municipality}").format(municipality=where) if where else _("The council")
        clerk = (
            _("Clerk of the council of {municipality}").format(municipality=where)
            if where
            else _("Clerk of the council")
        )
    return (
        _college(process),
        Addressee(id=process.id, process_id=process.id, role=AddresseeRole.COUNCIL, name=council),
        Addressee(id=process.id, process_id=process.id, role=AddresseeRole.CLERK, name=clerk),
    )
