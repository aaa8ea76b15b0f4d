"""Who may register in a process and what is asked of them, from its form, its quotas and the organiser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.people_import import MINIMUM_AGE
from burgertop_app.domain.processes import Process
from burgertop_app.domain.registration import Asked, RegistrationRules
from burgertop_app.domain.workspaces import Setting
from burgertop_app.exchange import recipes
from burgertop_app.exchange.people_ages import is_about_age
from burgertop_app.storage import feature_store

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store


def rules_of(store: Store, process_id: UUID) -> RegistrationRules:
    """What the organiser chose, else what the form says."""
    kept = store.first(Setting, key=_key(process_id))
    if kept is None:
        recipe = recipes.from_snapshot(store.get(Process, process_id).recipe)
        return RegistrationRules(recipe.defaults.minimum_age)
    age = kept.content.get("minimum_age")
    return RegistrationRules(age if isinstance(age, int) else MINIMUM_AGE, bool(kept.content.get("others")))


def keep_rules(store: Store, process_id: UUID, rules: RegistrationRules) -> None:
    """Keep what the organiser chose."""
    content: dict[str, object] = {"minimum_age": rules.minimum_age, "others": rules.others}
    kept = store.first(Setting, key=_key(process_id))
    if kept is None:
        store.add(Setting(id=store.new_id(), key=_key(process_id), content=content))
    else:
        store.change(kept, content=content)


def asked_of(store: Store, process_id: UUID, today: date) -> Asked:
    """The features of the quotas with their values; before there are quotas those of the form."""
    features: dict[str, tuple[str, ...]] = {}
    for line in feature_store.quota_lines(store, process_id):
        features[line.feature] = (*features.get(line.feature, ()), line.value)
    if not features:
        recipe = recipes.from_snapshot(store.get(Process, process_id).recipe)
        features = dict.fromkeys(recipe.defaults.features, ())
    return Asked(features, any(map(is_about_age, features)), rules_of(store, process_id), today)


def _key(process_id: UUID) -> str:
    return f"registration {process_id}"
