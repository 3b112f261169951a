"""Which entries a reference may mean: those that its witnesses name, and those whose names sound nearly the same."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Final

from django.db.models import Q

from entries.models import CrossReference, EntryName, NameSound, Projection
from entries.models.columns import KEY_LENGTH
from entries.services import linking
from entries.services.directory import Directory, directory
from entries.text.names import parse_title, turn_round
from entries.text.references.glosses import parse_gloss
from entries.text.shortnames import near_sounds, surname_and_initials
from entries.text.sound import similarity

#: Names that sound nearly the same are not offered for one another where they are less alike.
_ALIKE: Final = 0.8
_OFFERED: Final = 8
#: How alike two persons of one surname are called whose initials agree, and where one has none.
_INITIALS: Final = 0.75
_SURNAME: Final = 0.6
#: So many surnames are looked for in one go.
_SURNAMES: Final = 200
_LAST: Final = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may be meant: its working face, and how alike its name sounds (1.0 where it is the same).

    `name` is the one that sounds alike; `by` which witness means the entry: "gloss", "anchor", "both", or "" for none.
    """

    face: Projection
    likeness: float = 1.0
    name: str = ""
    by: str = ""


def meant_by(references: Sequence[CrossReference]) -> dict[int, list[Candidate]]:
    """For each reference (by id) the entries that its witnesses may mean, what both mean first."""
    if not references:
        return {}
    names = directory(linking.keys_of(references))
    meant = {row.pk: linking.candidates(row, work=row.face.entry.work_id, names=names) for row in references}
    faces = _working_faces({entry for entries in meant.values() for entry in entries})
    witnesses = {row.pk: _witnesses(row, names) for row in references}
    return {
        pk: [Candidate(faces[entry], by=witnesses[pk].get(entry, "")) for entry in entries if entry in faces]
        for pk, entries in meant.items()
    }


def _witnesses(row: CrossReference, names: Directory) -> dict[int | None, str]:
    """Which witness means each entry that one means."""
    found: dict[int | None, str] = {}
    for witness, key in (("gloss", row.gloss_key), ("anchor", row.anchor_key)):
        for full in (True, False):
            for entry in {names.follow(each) for each in names.named(row.face.entry.work_id, key, full=full)}:
                found[entry] = witness if found.get(entry, witness) == witness else "both"
    return found


def near_misses(references: Sequence[CrossReference]) -> dict[int, list[Candidate]]:
    """For each reference (by id) the entries whose names are nearly its anchor or gloss, the likeliest first.

    They are to be proposed, never linked. Those that sound nearly like it come first: one consonant more, less or other
    is enough to be found, and the spellings must be alike then; what sounds just the same is always proposed. Then
    persons of the gloss's surname whose initials do not say otherwise. Three queries.
    """
    scored = _sounding(references)
    for pk, entries in _namesakes(references).items():
        for entry, found in entries.items():
            scored.setdefault(pk, {}).setdefault(entry, found)
    faces = _working_faces({entry for best in scored.values() for entry in best})
    return {
        pk: sorted(
            (Candidate(faces[entry], likeness, name) for entry, (likeness, name) in best.items() if entry in faces),
            key=lambda candidate: (-candidate.likeness, candidate.face.sort_key),
        )[:_OFFERED]
        for pk, best in scored.items()
    }


#: By reference (id) and entry (id) how alike a name is, and the name.
_Scored = dict[int, dict[int, tuple[float, str]]]


def _namesakes(references: Sequence[CrossReference]) -> _Scored:
    """Persons with the surname of the gloss, where one of both has initials only or no given name. One query."""
    asked = {row.pk: surname_and_initials(parse_gloss(row.gloss).name) for row in references}
    surnames = sorted({surname for surname, _initials in asked.values() if surname})[:_SURNAMES]
    if not surnames:
        return {}
    inverted = EntryName.objects.filter(face__is_working=True, name__contains=",")
    begins = reduce(or_, (Q(key__gte=surname, key__lt=surname + _LAST) for surname in surnames))
    by_surname: dict[tuple[int, str], list[tuple[int, str, str]]] = {}
    for name, entry, work in inverted.filter(begins).values_list("name", "face__entry_id", "face__entry__work_id"):
        surname, initials = surname_and_initials(name)
        by_surname.setdefault((work, surname), []).append((entry, name, initials))
    found: _Scored = {}
    for row in references:
        surname, initials = asked[row.pk]
        for entry, name, others in by_surname.get((row.face.entry.work_id, surname), ()):
            agree = all(one == other for one, other in zip(initials, others, strict=False))
            if agree and entry != row.face.entry_id:
                likeness = _INITIALS if initials and others else _SURNAME
                found.setdefault(row.pk, {})[entry] = (likeness, name)
    return found


def _sounding(references: Sequence[CrossReference]) -> _Scored:
    """Entries whose names sound nearly like anchor or gloss. One query."""
    heard = {row.pk: near_sounds(row.gloss_sound) | near_sounds(row.anchor_sound) for row in references}
    wanted = {sound[:KEY_LENGTH] for sounds in heard.values() for sound in sounds}
    if not wanted:
        return {}
    rows = NameSound.objects.filter(sound__in=wanted, face__is_working=True)
    by_sound: dict[tuple[int, str], list[tuple[int, str]]] = {}
    for sound, name, entry, work in rows.values_list("sound", "name", "face__entry_id", "face__entry__work_id"):
        by_sound.setdefault((work, sound), []).append((entry, name))
    scored: _Scored = {}
    for row in references:
        best = scored.setdefault(row.pk, {})
        for sound in heard[row.pk]:
            least = 0.0 if sound in (row.gloss_sound, row.anchor_sound) else _ALIKE
            for entry, name in by_sound.get((row.face.entry.work_id, sound), ()):
                spoken = parse_title(turn_round(name)).full
                likeness = max(similarity(spoken, row.gloss), similarity(spoken, row.anchor))
                if entry != row.face.entry_id and likeness >= max(least, best.get(entry, (0.0, ""))[0]):
                    best[entry] = (likeness, name)
    return scored


def _working_faces(entries: Collection[int]) -> dict[int, Projection]:
    if not entries:
        return {}
    faces = Projection.objects.working().filter(entry__in=entries).select_related("entry")
    return {face.entry_id: face for face in faces}
