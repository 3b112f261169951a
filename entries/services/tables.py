"""The tables that editors extend, put together from the code's defaults and the database's rows."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from entries.models import CheckSetting, ClassNounRow, HonorificRow, KindRow, LabelRow
from entries.text.checks import CheckSettings
from entries.text.findings import Severity
from entries.text.kinds import Kind
from entries.text.names import Honorific, HonorificKind
from entries.text.references import ClassNoun
from entries.text.tables import DEFAULT_TABLES, Tables

OFF = "off"

#: How much everything weighs, by work (id) and kind.
Settings = Mapping[tuple[int, str], CheckSettings]


def current_tables() -> Tables:
    """The tables as they stand: four queries. The very DEFAULT_TABLES where editors have added nothing."""
    honorifics = {row.word: row for row in HonorificRow.objects.all()}
    nouns = {row.english: row for row in ClassNounRow.objects.all()}
    kinds = {row.slug: row for row in KindRow.objects.all()}
    labels = dict(LabelRow.objects.values_list("label", "field"))
    if not (honorifics or nouns or kinds or labels):
        return DEFAULT_TABLES
    default = DEFAULT_TABLES
    added = [Honorific(row.word, HonorificKind(row.kind), row.files, tuple(row.unless)) for row in honorifics.values()]
    kept = [row for row in default.honorifics if row.word not in honorifics]
    return Tables(
        honorifics=tuple(sorted([*added, *kept], key=lambda row: (-len(row.word), row.word))),
        class_nouns=(
            *(ClassNoun(row.english, tuple(row.thai)) for row in nouns.values()),
            *(noun for noun in default.class_nouns if noun.english not in nouns),
        ),
        labels={**default.labels, **{"".join(label.split()): field for label, field in labels.items()}},
        kinds=(
            *(
                Kind(row.slug, row.name, tuple(row.titles), tuple(row.headwords), tuple(row.lead))
                for row in kinds.values()
            ),
            *(kind for kind in default.kinds if kind.slug not in kinds),
        ),
    )


def settings_by_kind(works: Collection[int]) -> dict[tuple[int, str], CheckSettings]:
    """How much each check weighs, by work and kind; "" stands for kinds that have no settings of their own."""
    found: dict[tuple[int, str], dict[str, Severity | None]] = defaultdict(dict)
    for row in CheckSetting.objects.filter(work__in=works):
        found[row.work_id, row.kind][row.code] = None if row.severity == OFF else Severity(row.severity)
    general = {work: severities for (work, kind), severities in found.items() if not kind}
    return {(work, kind): CheckSettings({**general.get(work, {}), **own}) for (work, kind), own in found.items()}


def settings_of(settings: Settings, work: int, kind: str) -> CheckSettings:
    """What holds for one kind of entry of a work: its own settings, else the work's, else the code's."""
    return settings.get((work, kind)) or settings.get((work, "")) or CheckSettings()
