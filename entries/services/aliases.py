"""Other names of entries: registers, effective at once, with every link that they concern healed."""

from django.contrib.auth.models import AbstractBaseUser

from entries.models import Alias, Entry
from entries.services.actors import signature
from entries.services.locking import writing
from entries.services.projecting import drop_alias_forms, form_keys, heal, renew_alias_forms, renew_aliases
from entries.services.registers import NAME_LENGTH, alias_key


class EmptyAliasError(ValueError):
    """The name holds no letter or digit, so nothing could be found by it."""


def add_alias(entry: Entry, name: str, *, by: AbstractBaseUser | None) -> Alias:
    """Lets the entry be found under this name as well; an alias that it has already is answered as it is.

    Raises EmptyAliasError where the name has nothing to be found by.
    """
    key = alias_key(name)
    if not key:
        raise EmptyAliasError(name)
    with writing():
        alias, made = Alias.objects.get_or_create(
            entry=entry, key=key, defaults={"name": name.strip()[:NAME_LENGTH], **signature(by)}
        )
        if made:
            renew_aliases([entry.pk])
            renew_alias_forms([entry.pk])
            heal({key}, forms=form_keys(entries=[entry.pk]))
        return alias


def remove_alias(alias: Alias) -> None:
    """Takes a name away again."""
    with writing():
        key, forms = alias.key, form_keys(entries=[alias.entry_id])
        drop_alias_forms(alias)
        alias.delete()
        renew_aliases([alias.entry_id])
        heal({key}, forms=forms)
