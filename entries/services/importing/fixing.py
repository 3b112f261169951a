"""Safe fixes of what an import has brought in."""

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser

from entries.models import Origin
from entries.services.problems import safely_fixed
from entries.services.revising import Change, Revised, revise
from entries.text.tables import Tables


def fix_safely(results: Sequence[Revised], tables: Tables, *, by: AbstractBaseUser | None) -> None:
    """Makes the safe fixes in the entries that these changes gave a new text, each as a further revision.

    The source's line keeps the file as it came; `latest` of a result is then the mended text.
    """
    texts = {r.entry.pk: r.revision.article for r in results if r.entry and r.revision}
    mended = safely_fixed(texts, tables)
    changing = [r for r in results if r.entry and r.revision and mended[r.entry.pk] != r.revision.article]
    changes = [
        Change(r.entry, mended[r.entry.pk], base=r.revision, origin=Origin.IMPORT_FIX) for r in changing if r.entry
    ]
    reason = "แก้ตามข้อสังเกตที่ปลอดภัยขณะนำเข้า"
    for result, made in zip(changing, revise(changes, by=by, reason=reason), strict=True):
        result.latest = made.latest
