"""Faces kept equal to what texts and registers say, with every link that a change of names concerns."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Final

from entries.models import (
    Author,
    Authorship,
    CrossReference,
    Entry,
    EntryKeyword,
    EntryName,
    Identity,
    Keyword,
    KnownForm,
    Problem,
    Projection,
    ReferencePlace,
    ShortName,
)
from entries.services import registers
from entries.services.locking import writing
from entries.services.projecting.analyses import Analyses
from entries.services.projecting.identities import identify, identify_imported
from entries.services.projecting.lexicon import (
    add_keyword_forms,
    form_keys,
    keyword_form_keys,
    keywords_of,
    renew_alias_forms,
    renew_anchor_forms,
)
from entries.services.projecting.problems import LINK_CHECKS, renew_link_problems, renew_repeated_targets
from entries.services.projecting.references import (
    heal_others,
    heal_see,
    references_of,
    references_of_faces,
    resolve_again,
)
from entries.services.projecting.rows import create_faces
from entries.services.projecting.spans import heal_spans
from entries.services.projecting.wanted import Face, differs, wanted_faces
from entries.services.tables import current_tables

_CHUNK: Final = 200


def project(entry_ids: Collection[int], *, analyses: Analyses | None = None) -> None:
    """Brings the faces of these entries, and every link that they concern, up to date. Hold the lock.

    A fixed number of queries, whatever the number of entries (but one more a step of a chain of see-entries).
    """
    if not entry_ids:
        return
    entries = Entry.objects.in_bulk(entry_ids)
    wanted = {(face.entry.pk, face.revision.pk): face for face in wanted_faces(entries)}
    standing = {(face.entry_id, face.revision_id): face for face in Projection.objects.filter(entry__in=entries)}
    gone = [face for key, face in standing.items() if key not in wanted]
    moved = [(standing[key], face) for key, face in wanted.items() if key in standing and differs(standing[key], face)]
    new = [face for key, face in wanted.items() if key not in standing]

    touched = [face.pk for face in gone] + [row.pk for row, _face in moved]
    changed_keys = _keys_of_faces(touched)
    renew_alias_forms(entries)
    forms = renew_anchor_forms(entries) | form_keys(faces=touched, entries=entries)
    were_live = [row.pk for row in (*gone, *(row for row, _face in moved)) if row.is_live]
    turning = keywords_of(were_live)
    Projection.objects.filter(pk__in=[face.pk for face in gone]).delete()
    _move_flags(moved)
    created = create_faces(new, analyses or {})
    changed_keys |= {key for made in created for key in made.keys}
    changed_keys |= registers.alias_keys(entries)
    forms |= {key for made in created for key, _name, _source in made.analysis.known_forms}
    forms |= add_keyword_forms({keyword for made in created for keyword in made.keywords})
    now_live = [row.pk for row, face in moved if face.is_live]
    turning |= keywords_of(now_live) | {keyword for made in created if made.row.is_live for keyword in made.keywords}
    now_live += [made.row.pk for made in created if made.row.is_live]
    forms |= keyword_form_keys(turning, but_for=[*were_live, *now_live])
    identify(created)
    references = references_of([(made.row, made.analysis) for made in created])
    references.create(see=True)
    fresh = {made.row.pk for made in created}
    moved_anchors = heal_spans(forms, [row.pk for row, _face in moved], fresh)
    changed = heal_see(changed_keys, entries, fresh)
    references.create(see=False)
    changed += heal_others(changed_keys, entries, changed, fresh)
    changed += resolve_again(moved_anchors.rows)
    renew_link_problems(entries, changed, created)
    renew_repeated_targets(fresh | {row.face_id for row in (*changed, *moved_anchors.rows)})


def heal(keys: Collection[str], *, forms: Collection[str] = (), entries: Collection[int] = ()) -> list[CrossReference]:
    """Resolves again every reference that one of these keys, or a decision for one of these entries, concerns.

    Those before which one of these forms (`form_keys`) stands have their anchors found again too. Answers those whose
    targets changed. Hold the lock.
    """
    moved = heal_spans(forms)
    changed = heal_see(keys, entries, ())
    renew_link_problems((), changed, ())
    changed += heal_others(keys, entries, changed, ())
    changed += resolve_again(moved.rows)
    renew_repeated_targets({row.face_id for row in (*changed, *moved.rows)})
    return changed


def learn_keywords() -> None:
    """Lets anchors begin with names of keywords that came into the register beside any text. Hold the lock."""
    heal((), forms=add_keyword_forms())


def move_uses(source: Keyword | Author, into: Keyword | Author) -> None:
    """Lets the uses of one keyword or author be those of another: its names have moved. Hold the lock."""
    if isinstance(source, Keyword):
        EntryKeyword.objects.filter(keyword=source.pk).update(keyword=into.pk)
        heal((), forms=keyword_form_keys([source.pk, into.pk]))
    else:
        Authorship.objects.filter(author=source.pk).update(author=into.pk)


def refresh(entry_ids: Collection[int]) -> None:
    """Makes the faces of these entries anew: a table or a register that their analysis takes has changed."""
    with writing():
        for chunk in _chunks(sorted(entry_ids)):
            faces = Projection.objects.filter(entry__in=chunk)
            ids = list(faces.values_list("pk", flat=True))
            keys, forms = _keys_of_faces(ids), form_keys(faces=ids)
            faces.delete()
            project(chunk)
            heal(keys, forms=forms)


def rebuild() -> int:
    """Empties every projection and makes it anew; answers how many entries there are."""
    with writing():
        Projection.objects.all().delete()
        Identity.objects.all().delete()
        KnownForm.objects.all().delete()
        add_keyword_forms()
        ids = list(Entry.objects.order_by("pk").values_list("pk", flat=True))
        for chunk in _chunks(ids):
            project(chunk)
            identify_imported(chunk)
    return len(ids)


def relink() -> None:
    """Finds every reference and its target anew, from texts, names and decisions alone."""
    with writing():
        CrossReference.objects.all().delete()
        Problem.objects.filter(code__in=LINK_CHECKS).delete()
        tables = current_tables()
        for see in (True, False):
            for chunk in _chunks(list(Projection.objects.order_by("pk").values_list("pk", flat=True))):
                references_of_faces(chunk, tables).create(see=see)
        sees = list(CrossReference.objects.filter(place=ReferencePlace.SEE))
        renew_link_problems((), sees, ())
        for chunk in _chunks(list(Projection.objects.order_by("pk").values_list("pk", flat=True))):
            renew_repeated_targets(chunk)


def _chunks(ids: Sequence[int]) -> Iterator[list[int]]:
    iterator = iter(ids)
    while chunk := list(islice(iterator, _CHUNK)):
        yield chunk


def _move_flags(moved: Sequence[tuple[Projection, Face]]) -> None:
    """Flags are taken away before they are given: no moment has two live faces of an entry."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for row, face in moved:
        groups[tuple(face.flags.values())].append(row.pk)
    for flags, rows in sorted(groups.items(), key=lambda group: (group[0][0] is True) + (group[0][1] is True)):
        columns = dict(zip(("is_working", "is_live", "public_state", "stage"), flags, strict=True))
        Projection.objects.filter(pk__in=rows).update(**columns)


def _keys_of_faces(faces: Collection[int]) -> set[str]:
    if not faces:
        return set()
    names = EntryName.objects.filter(face__in=faces).values_list("key", flat=True)
    return {*names, *ShortName.objects.filter(face__in=faces).values_list("key", flat=True)}
