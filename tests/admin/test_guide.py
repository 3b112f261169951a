"""The editors' guide names what is on the screens as the screens do."""

from pathlib import Path

from django.contrib.admin import site

from entries.admin.article_form import ArticleForm
from entries.admin.shown_problems import SEVERITIES
from entries.admin.tables import RowAdmin
from entries.desk import JOBS, NAMES
from entries.management.groups import GROUPS
from entries.models import ConflictState, Outcome, PublicState, Resolution, Stage
from entries.services.undoing import Effect

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "editors-guide.md").read_text("utf-8")


def test_the_guide_names_every_field_state_and_outcome() -> None:
    words = [str(field.label) for name, field in ArticleForm.base_fields.items() if name != "base"]
    words += [title for title, _tables in JOBS]
    words += [str(choice.label) for choices in (PublicState, Outcome, ConflictState, Effect) for choice in choices]
    words += [*SEVERITIES.values(), *NAMES.values(), *GROUPS]
    words += [str(table.opts.verbose_name) for table in site._registry.values() if isinstance(table, RowAdmin)]
    words += [str(stage.label) for stage in Stage if stage is not Stage.NONE]
    words += [str(resolution.label) for resolution in Resolution if resolution is not Resolution.NONE]
    assert [word for word in words if str(word) not in GUIDE] == []
