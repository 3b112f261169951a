"""Changing the tables that editors extend: what follows from them is made anew."""

from entries.models import CheckSetting, ClassNounRow, HonorificRow, KindRow, LabelRow, Projection
from entries.services.locking import writing
from entries.services.projecting import refresh
from entries.text.findings import FINDINGS_BY_CODE

Row = HonorificRow | ClassNounRow | LabelRow | KindRow | CheckSetting


def save_row(row: Row) -> None:
    """Saves a row of a table that editors extend, and makes anew the faces of the entries that it concerns.

    Problems, names and kinds of entries follow the tables; labels serve the reading of files to come only.
    """
    with writing():
        row.save()
        refresh(_concerned(row))


def delete_row(row: Row) -> None:
    """Takes a row away again; where the code has one of the same word, that counts from then on."""
    with writing():
        concerned = _concerned(row)
        row.delete()
        refresh(concerned)


def _concerned(row: Row) -> list[int]:
    """Ids of entries: those whose texts hold the word, those of the work that a check is set for, or all for a kind.

    What reading a file found is weighed when it is shown.
    """
    faces = Projection.objects.all()
    if isinstance(row, LabelRow) or (isinstance(row, CheckSetting) and row.code in FINDINGS_BY_CODE):
        return []
    if isinstance(row, HonorificRow):
        faces = faces.filter(revision__text__contains=row.word)
    elif isinstance(row, ClassNounRow):
        faces = faces.filter(references__gloss__icontains=row.english)
    elif isinstance(row, CheckSetting):
        faces = faces.filter(entry__work=row.work_id)
    return sorted(set(faces.values_list("entry_id", flat=True)))
