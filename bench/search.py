"""What searching costs, as ratios taken in one run: to bare look-ups in the index, to segmenting, to the text's size.

    python bench/search.py [--count 1000 10000] [--queries 200]

On the database that DATABASE_URL names (new SQLite files without it); it must be empty. Times are wall-clock.
"""

import argparse
import os
import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "encyclopedia.settings")
os.environ["DEBUG"] = "0"
os.environ.setdefault("SECRET_KEY", "bench")

from bench._scratch import scratch

SCRATCH = scratch("search")
os.environ.setdefault("DATABASE_URL", f"sqlite:///{SCRATCH}/bench.sqlite3")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench._generated import article  # noqa: E402
from entries.models import (  # noqa: E402
    Entry,
    Origin,
    Projection,
    PublicState,
    Revision,
    SearchName,
    SearchSound,
    SearchText,
    Work,
)
from entries.models.columns import KEY_LENGTH  # noqa: E402
from entries.search.finding import PAGE_SIZE, answer  # noqa: E402
from entries.search.hits import adapter  # noqa: E402
from entries.search.query import parse  # noqa: E402
from entries.search.suggesting import suggestions  # noqa: E402
from entries.services.projecting.search import add_search_rows  # noqa: E402
from entries.services.registers import the_work  # noqa: E402
from entries.services.searching import search  # noqa: E402
from entries.text.analysis import Analysis, FoundReference  # noqa: E402
from entries.text.article import Article, ArticleError  # noqa: E402
from entries.text.segment import words  # noqa: E402
from entries.text.serializer import digest, serialize  # noqa: E402
from entries.text.thai import first_letter, match_key, sort_key  # noqa: E402

CHUNK = 200
#: The number of a far page of a query, and the entry before it.
_FAR: dict[str, tuple[int, str]] = {}
GLOSS = re.compile(r"\(([A-Z][^()]*)\)\*")


class GivenReferences(Analysis):
    """An analysis without the search for where anchors begin, which is no part of indexing."""

    @cached_property
    def references(self) -> tuple[FoundReference, ...]:  # type: ignore[override]
        glosses = GLOSS.findall("\n".join(self.article.paragraphs))
        return tuple(FoundReference("prose", at, "", gloss, "", "", "", "") for at, gloss in enumerate(glosses))


def articles(total: int) -> Iterator[Article]:
    """The articles of an encyclopedia of `total`."""
    number = 0
    while True:
        # A drawn phrase may be one that no keyword can be.
        with suppress(ArticleError):
            yield article(number, total)
        number += 1


def faces(work: Work, chunk: Sequence[Article], first: int) -> list[tuple[Entry, Projection, Analysis]]:
    """Live faces of new entries, without anything that hangs from them."""
    entries = Entry.objects.bulk_create(Entry(work=work, slug=f"bench-{first + at}") for at in range(len(chunk)))
    texts = [serialize(one) for one in chunk]
    now = timezone.now()
    revisions = Revision.objects.bulk_create(
        Revision(entry=entry, number=1, text=text, digest=digest(text), origin=Origin.IMPORT, created=now)
        for entry, text in zip(entries, texts, strict=True)
    )
    made = []
    for entry, revision, one in zip(entries, revisions, chunk, strict=True):
        analysis = GivenReferences(one)
        row = Projection(
            entry=entry,
            revision=revision,
            is_working=True,
            is_live=True,
            public_state=PublicState.LIVE,
            headword=one.headword,
            thai_title=one.thai_title,
            filing_form=analysis.filing_form,
            sort_key=sort_key(analysis.filing_form)[:KEY_LENGTH],
            letter=first_letter(analysis.filing_form),
            length=sum(map(len, one.paragraphs)),
        )
        made.append((entry, row, analysis))
    Projection.objects.bulk_create(row for _entry, row, _analysis in made)
    return made


def size_of_index() -> int:
    """Bytes of the tables and indexes of search."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            tables = [model._meta.db_table for model in (SearchText, SearchName, SearchSound)]
            cursor.execute("SELECT " + " + ".join(f"pg_total_relation_size('{table}')" for table in tables))
        else:
            names = ("entries_search%", "search_%", "one_search_%", "one_sound_%")
            condition = " OR ".join(["name LIKE %s"] * len(names))
            cursor.execute(f"SELECT SUM(pgsize) FROM dbstat WHERE {condition}", names)
        found = cursor.fetchone()[0]
    return int(found or 0)


def queries(number: int, total: int) -> list[str]:
    """Names, words of prose and phrases of the generated entries; every fifth cut at any code point."""
    chosen = random.Random(7)
    found: list[str] = []
    sources = list(islice(articles(total), 40))
    while len(found) < number:
        one = chosen.choice(sources)
        kind = len(found) % 5
        if kind == 0:
            found.append(one.thai_title.removeprefix("นาย"))
        elif kind == 1:
            found.append(one.headword.split(",")[0])
        elif kind == 2:
            found.append(chosen.choice(one.keywords))
        elif kind == 3:
            found.append(chosen.choice(chosen.choice(one.paragraphs).split(" "))[:30])
        else:
            text = chosen.choice(one.paragraphs)
            start = chosen.randrange(max(1, len(text) - 12))
            found.append(f"“{text[start : start + chosen.randint(4, 12)]}”")
        if not parse(found[-1]).terms or parse(found[-1]).whole.letters < 2:
            found.pop()
    return found


def timed(job: Callable[[str], object], asked: Sequence[str]) -> list[float]:
    """Milliseconds of each, the better of two."""
    times = []
    for query in asked:
        best = []
        for _unused in range(2):
            start = time.perf_counter()
            job(query)
            best.append(1000 * (time.perf_counter() - start))
        times.append(min(best))
    return sorted(times)


def bare(query: str) -> list[list[tuple[int, int]]]:
    """The bodies that hold every wanted run, looked up in the index by hand."""
    found = []
    for term in parse(query).terms:
        sql, values = adapter().holding(term.runs[0])
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            found.append(cursor.fetchall())
    return found


def bare_with_texts(query: str) -> object:
    """The same, and the texts of a page of these faces, from which passages are cut."""
    found = bare(query)
    faces = list(dict.fromkeys(face for rows in found for face, _part in rows))[:PAGE_SIZE]
    return list(Projection.objects.filter(pk__in=faces).values_list("revision__text", flat=True))


def last_page(query: str) -> object:
    """The last page but one of what a query finds, as its link leads there; the first where there is no more."""
    page, after = _FAR.get(query, (1, ""))
    return search(query, page=page, after=after)


def far_pages(asked: Sequence[str]) -> None:
    """Finds out where the last page but one of each answer begins."""
    for query in asked:
        pages = search(query).pages
        if pages > 8:
            _FAR[query] = pages - 1, search(query, page=pages - 2).after


def bare_prefix(text: str) -> object:
    """The names that begin so, by an indexed range."""
    key = match_key(text)
    rows = SearchName.objects.filter(rank=0, key__gte=key, key__lt=key + "\U0010ffff").order_by("key", "entry_id")
    return list(rows.values_list("face__headword", "face__thai_title", "face__years_ce", "face__entry__slug")[:10])


def show(title: str, times: Sequence[float], floor: Sequence[float] | None = None) -> None:
    """A line: median, p95, and the median as a multiple of the floor's."""
    p95 = times[int(len(times) * 0.95)]
    ratio = f"   {statistics.median(times) / statistics.median(floor):5.2f} × bare" if floor else ""
    print(f"  {title:<36} median {statistics.median(times):8.2f} ms   p95 {p95:8.2f} ms{ratio}")


def fill(source: Iterator[Article], count: int) -> None:
    """Indexes entries until there are `count`; prints what that costs beside segmenting their prose once."""
    work = the_work()
    size_before = size_of_index()
    segmenting = indexing = size = 0.0
    first = standing = Entry.objects.count()
    while standing < count:
        chunk = list(islice(source, min(CHUNK, count - standing)))
        made = faces(work, chunk, standing)
        for _entry, _row, analysis in made:
            # What other projections need as well.
            analysis.names, analysis.references  # noqa: B018
        begin = time.perf_counter()
        for one in chunk:
            for paragraph in one.paragraphs:
                words(paragraph)
        segmented = time.perf_counter()
        with transaction.atomic():
            add_search_rows(made)
        segmenting += segmented - begin
        indexing += time.perf_counter() - segmented
        size += sum(len(serialize(one).encode()) for one in chunk)
        standing += len(chunk)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    entries = max(1, standing - first)
    print(f"  segmenting once {1000 * segmenting / entries:6.2f} ms an entry")
    print(f"  indexing        {1000 * indexing / entries:6.2f} ms an entry   {indexing / segmenting:5.2f} × segmenting")
    print(f"  size of index   {(size_of_index() - size_before) / size:6.2f} × the text")


def ask(count: int, number: int) -> None:
    """Asks `number` queries and their beginnings."""
    asked = queries(number, count)
    live = Projection.objects.live()
    floor = timed(bare, asked)
    show("bare look-up of the bodies", floor)
    show("the same, with the texts of a page", timed(bare_with_texts, asked), floor)
    show("first page of results", timed(lambda query: answer(query, live), asked), floor)
    far_pages(asked)
    show("last page of results, by key", timed(last_page, asked), floor)
    show("first page, misspelt", timed(lambda query: answer(misspelt(query), live), asked[1::5]))
    beginnings = [query[: 1 + at % 8] for at, query in enumerate(asked) if "“" not in query]
    prefix = timed(bare_prefix, beginnings)
    show("bare prefix look-up", prefix)
    show("suggestions", timed(lambda query: suggestions(query, live), beginnings), prefix)


def misspelt(name: str) -> str:
    """A name with one letter changed."""
    return name.replace("o", "aw", 1) if "o" in name else name.replace("e", "ie", 1)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--queries", type=int, default=200)
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    words("อุ่นเครื่อง")
    total = max(options.count)
    source = articles(total)
    for count in sorted(options.count):
        print(f"{count:,} entries on {connection.vendor}")
        fill(source, count)
        ask(total, options.queries)


if __name__ == "__main__":
    main()
