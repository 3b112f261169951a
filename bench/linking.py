"""What healing costs as the encyclopedia grows: the time of one change, with as many references concerned each time.

    python bench/linking.py [--sizes 100 1000 10000]

Every size is a new SQLite file, or the empty database that DATABASE_URL names, grown from size to size. Twenty
references ask for the entry that comes, goes and is renamed; the medians of seven changes are printed, with the ratio
to those of the smallest size. Last, what an anchor of an article costs with all that is asked of the database, before
and after 100,000 names of keywords have come into the lexicon.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "encyclopedia.settings")
os.environ["DEBUG"] = "0"
os.environ.setdefault("SECRET_KEY", "bench")

from bench._scratch import scratch

SCRATCH = scratch("linking")
os.environ.setdefault("DATABASE_URL", f"sqlite:///{SCRATCH}/bench.sqlite3")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402

from entries.models import CrossReference, Entry, Keyword, KeywordName, Revision, Work  # noqa: E402
from entries.services import desk  # noqa: E402
from entries.services.aliases import add_alias, remove_alias  # noqa: E402
from entries.services.projecting import learn_keywords, references_of_revision  # noqa: E402
from entries.services.publishing import publish, withdraw  # noqa: E402
from entries.services.registers import the_work  # noqa: E402
from entries.services.revising import Change, NewEntry, revise  # noqa: E402
from entries.text.article import Article  # noqa: E402
from entries.text.serializer import serialize  # noqa: E402

ASKING = 20
TIMES = 7
NAMES = 100_000
SYLLABLES = ("กา", "นิ", "โต", "แม", "ลู", "เซ", "วอ", "พิ", "ดา", "รู")


def thai(number: int) -> str:
    """A name that no other number has."""
    return "".join(SYLLABLES[int(digit)] for digit in f"{number:06}")


def filler(number: int) -> Article:
    """An entry that refers to its neighbours; the first few ask for the target too."""
    prose = (
        f"เขาเดินทางไปพบกับ{thai(number + 1)} (Person {number + 1})* "
        f"ก่อนที่จะย้ายไปยังเมือง{thai(number + 7)} (City {number + 7})* ในปีต่อมา"
    )
    asked = " และลงนามในสัญญากับเป้าหมายกลาง (Central Target)*" if number < ASKING else ""
    return Article(headwords=(f"Person {number}",), thai_titles=(thai(number),), paragraphs=(prose + asked,))


TARGET = Article(headwords=("Central Target",), thai_titles=("เป้าหมายกลาง",), paragraphs=("คำอธิบาย",))
ELSEWHERE = TARGET.replace(headwords=("Elsewhere",), thai_titles=("ที่อื่น",))


def grow(work: Work, count: int) -> None:
    """Fills the encyclopedia up to so many entries, all public."""
    for start in range(Entry.objects.count(), count, 200):
        numbers = range(start, min(start + 200, count))
        results = revise([Change(None, filler(number), new=NewEntry(work)) for number in numbers], by=None)
        publish([result.latest for result in results if result.latest], by=None, quiet=True)


def median(job: Callable[[], object], undo: Callable[[], object]) -> float:
    """The median of the seconds that the job takes, undone each time."""
    taken = []
    for _time in range(TIMES):
        began = time.perf_counter()
        job()
        taken.append(time.perf_counter() - began)
        undo()
    return statistics.median(taken)


def measure(work: Work) -> dict[str, float]:
    """The seconds of each kind of change on an entry that twenty references ask for."""
    entry = revise([Change(None, ELSEWHERE, new=NewEntry(work))], by=None)[0].entry
    assert entry is not None

    def latest() -> Revision:
        return Revision.objects.filter(entry=entry).latest_of_each().get()

    def write(text: Article) -> None:
        revise([Change(entry, text, base=latest())], by=None)

    taken = {
        "an alias": median(
            lambda: add_alias(entry, "Central Target", by=None), lambda: remove_alias(entry.aliases.get())
        ),
        "a new name": median(lambda: write(TARGET), lambda: write(ELSEWHERE)),
    }
    write(TARGET)
    taken["publishing"] = median(lambda: publish([latest()], by=None), lambda: withdraw([entry], by=None))
    publish([latest()], by=None)
    taken["withdrawing"] = median(lambda: withdraw([entry], by=None), lambda: publish([latest()], by=None))
    taken["the next question"] = median(desk.next_question, lambda: None)
    assert CrossReference.objects.filter(live_target=entry).count() == ASKING
    withdraw([entry], by=None)
    write(TARGET.replace(headwords=(f"Gone {Entry.objects.count()}",), thai_titles=("ลับ",)))
    return taken


def crowd(work: Work) -> None:
    """Brings as many names of keywords into the lexicon as no encyclopedia has."""
    for start in range(0, NAMES, 5_000):
        names = [f"เรื่อง{thai(number)}" for number in range(start, start + 5_000)]
        columns = [{"label": name, "sort_key": name, "letter": "ร"} for name in names]
        keywords = Keyword.objects.bulk_create(
            Keyword(work=work, slug=f"keyword-{start + at}", **each) for at, each in enumerate(columns)
        )
        KeywordName.objects.bulk_create(
            KeywordName(work=work, key=name, name=name, sort_key=name, keyword=keyword)
            for name, keyword in zip(names, keywords, strict=True)
        )
    learn_keywords()


def an_anchor(entry: Entry) -> float:
    """The median of the seconds that an anchor of an article takes, found and resolved as a page would show it."""
    text = filler(0).replace(paragraphs=tuple(filler(number).paragraphs[0] for number in range(ASKING)))
    revision = Revision(entry=entry, number=0, text=serialize(text))
    found = references_of_revision(entry, revision)
    return median(lambda: references_of_revision(entry, revision), lambda: None) / len(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000])
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    work = the_work()
    first: dict[str, float] = {}
    for size in sorted(options.sizes):
        began = time.perf_counter()
        grow(work, size)
        print(f"{size} entries (grown in {time.perf_counter() - began:.1f} s)")
        taken = measure(work)
        first = first or taken
        for kind, seconds in taken.items():
            print(f"  {kind:<20} {seconds * 1000:8.1f} ms   × {seconds / first[kind]:.2f}", flush=True)
    entry = Entry.objects.order_by("pk")[0]
    few = an_anchor(entry)
    crowd(work)
    many = an_anchor(entry)
    print(f"an anchor, {few * 1000:.2f} ms; with {NAMES} more names {many * 1000:.2f} ms   × {many / few:.2f}")


if __name__ == "__main__":
    main()
