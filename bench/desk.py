"""What each step at the reference desk costs, as a ratio to a bare page of the admin: a list with one row.

    python bench/desk.py [--entries 300] [--times 15]

Fills a database of its own (SQLite, or the empty one that DATABASE_URL names) with generated entries, half of which
have a reference whose anchor is unsure, and walks as an editor does: asks, answers, takes back, looks at the lists. The
requests go straight to Django, without a server; the medians are printed. Answering is the answer and the page that
comes then. Every step of one round is followed by the bare page, so that both meet the same machine.
"""

import argparse
import os
import re
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ["DJANGO_SETTINGS_MODULE"] = "encyclopedia.settings"
os.environ |= {"DEBUG": "0", "HTTPS": "0", "SECRET_KEY": "bench", "ALLOWED_HOSTS": "testserver"}

from bench._scratch import scratch

SCRATCH = scratch("desk")
os.environ["VAR_DIR"] = SCRATCH
os.environ.setdefault("DATABASE_URL", f"sqlite:///{SCRATCH}/bench.sqlite3")

import django  # noqa: E402

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from bench._generated import article  # noqa: E402
from entries.models import CrossReference, Projection  # noqa: E402
from entries.services import desk  # noqa: E402
from entries.services.registers import the_work  # noqa: E402
from entries.services.revising import Change, NewEntry, revise  # noqa: E402
from entries.text.article import Article  # noqa: E402

HIDDEN = re.compile(r'<input type="hidden" name="(reference|state)" value="([^"]+)"')
STRANGE = "ในปีนั้นมีเรื่องประหลาดบางอย่างเกิดขึ้นโดยไม่มีใครรู้ความจริง (Qwxyz)* อีกเลย"


def text(number: int, count: int) -> Article:
    """A generated entry; every second one asks something."""
    made = article(number, count)
    return made.replace(paragraphs=(*made.paragraphs, STRANGE)) if number % 2 else made


def fill(count: int) -> None:
    """As many entries."""
    work = the_work()
    for start in range(0, count, 100):
        numbers = range(start, min(start + 100, count))
        revise([Change(None, text(number, count), new=NewEntry(work)) for number in numbers], by=None)


class Walk:
    """An editor at the desk, who answers and takes back."""

    def __init__(self) -> None:
        self.client = Client()
        self.client.force_login(get_user_model().objects.create_superuser("bench", password="bench"))
        self.bare = reverse("admin:entries_work_changelist")
        self.desk = reverse("admin:entries_reference_desk")
        self.page = ""

    def get(self, address: str) -> None:
        """Asks for a page."""
        response = self.client.get(address)
        assert response.status_code == 200, (address, response.status_code)
        self.page = response.content.decode()

    def answer(self, act: str) -> None:
        """Answers the question that is shown, and looks at the next."""
        response = self.client.post(self.desk, {**dict(HIDDEN.findall(self.page)), "act": act}, follow=True)
        assert response.status_code == 200
        self.page = response.content.decode()

    def undo(self) -> None:
        """Takes back the last answer, and looks at its question."""
        self.page = self.client.post(reverse("admin:entries_reference_undo"), follow=True).content.decode()


def steps(walk: Walk) -> dict[str, Callable[[], None]]:
    """The steps of a round, in order; what is decided is taken back within it."""
    entry = Projection.objects.working().values_list("entry", flat=True)[0]
    address = {
        name: reverse(f"admin:entries_{name}")
        for name in (
            "reference_bulk",
            "wanted",
            "terminology",
            "mentions",
            "link_health",
            "referencedecision_changelist",
        )
    }
    return {
        "a question": lambda: walk.get(walk.desk),
        "accept, and the next": lambda: walk.answer("accept"),
        "mark, and the next": lambda: walk.answer("anchor:โดยไม่มีใครรู้ความจริง"),
        "dismiss, and the next": lambda: walk.answer("dismiss"),
        "undo": walk.undo,
        "undo again": walk.undo,
        "undo the first": walk.undo,
        "one kind of question": lambda: walk.get(f"{walk.desk}?kind=near"),
        "bulk, shown": lambda: walk.get(f"{address['reference_bulk']}?least=0"),
        "wanted entries": lambda: walk.get(address["wanted"]),
        "terminology": lambda: walk.get(address["terminology"]),
        "sound-alikes in 25 entries": lambda: walk.get(f"{address['terminology']}?show=sound"),
        "mentions in 10 entries": lambda: walk.get(address["mentions"]),
        "health of links": lambda: walk.get(address["link_health"]),
        "decisions": lambda: walk.get(address["referencedecision_changelist"]),
        "an entry's references": lambda: walk.get(reverse("admin:entries_entry_references", args=[entry])),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=300)
    parser.add_argument("--times", type=int, default=15)
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    fill(options.entries)
    walk = Walk()
    asked = sum(desk.counts().values())
    references = CrossReference.objects.count()
    print(f"{options.entries} entries, {references} references, {asked} questions; medians of {options.times}")
    taken: dict[str, list[float]] = defaultdict(list)
    bare: list[float] = []
    for each in range(options.times + 1):
        for name, step in steps(walk).items():
            began = time.perf_counter()
            step()
            if each:  # the first round warms up
                taken[name].append(time.perf_counter() - began)
            page, began = walk.page, time.perf_counter()
            walk.get(walk.bare)
            bare.append(time.perf_counter() - began)
            walk.page = page
    unit = statistics.median(bare)
    print(f"{'a bare admin page':<28} {unit * 1000:7.1f} ms   × 1.0")
    for name, seconds in taken.items():
        median = statistics.median(seconds)
        print(f"{name:<28} {median * 1000:7.1f} ms   × {median / unit:.1f}")


if __name__ == "__main__":
    main()
