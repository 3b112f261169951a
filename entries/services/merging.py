"""Two keywords, or two authors, that are one: names move, texts stay as written, old addresses lead on."""

from django.utils.translation import gettext

from entries.models import Author, Keyword
from entries.services.locking import writing
from entries.services.projecting import move_uses
from entries.services.registers import refresh_label


class NotMergeableError(ValueError):
    """The two are of different kinds or works, or one and the same, or one has been merged away already."""


def merge_owners(source: Keyword | Author, into: Keyword | Author) -> None:
    """Moves all names of `source` to `into`; the address of `source` leads there from now on.

    Raises NotMergeableError.
    """
    if type(source) is not type(into) or source.work_id != into.work_id or source.pk == into.pk:
        raise NotMergeableError(gettext("ยุบรวมได้เฉพาะสิ่งชนิดเดียวกันในผลงานเดียวกัน และต้องไม่ใช่ตัวเดียวกัน"))
    if source.merged_into_id or into.merged_into_id:
        raise NotMergeableError(gettext("รายการหนึ่งในสองถูกยุบรวมไปแล้ว"))
    with writing():
        link = "keyword" if isinstance(source, Keyword) else "author"
        source.names.update(**{link: into.pk})
        move_uses(source, into)
        type(source)._default_manager.filter(merged_into=source.pk).update(merged_into=into.pk)
        source.merged_into_id = into.pk
        source.save()
        refresh_label(into)
