"""`relink` and `link_report`."""

import json
from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from entries.models import CrossReference, Entry
from tests.services.conftest import enter, work  # noqa: F401 - fixtures
from tests.texts import SMALL_ENCYCLOPEDIA

Enter = Callable[..., list[Entry]]


def run(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue().strip()


def test_relinking_mends_what_is_wrong_and_says_so(enter: Enter) -> None:  # noqa: F811
    enter(*SMALL_ENCYCLOPEDIA, live=True)
    assert run("relink", "--check") == "references are what relinking gives"
    assert run("relink") == "0 difference(s) mended"
    CrossReference.objects.filter(gloss="Gamma War").update(target=None)
    with pytest.raises(CommandError, match="difference"):
        run("relink", "--check")
    assert run("relink") == "6 difference(s) mended"
    assert run("relink", "--check") == "references are what relinking gives"


def test_the_report_is_the_same_in_words_and_json(enter: Enter) -> None:  # noqa: F811
    enter(*SMALL_ENCYCLOPEDIA)
    report = json.loads(run("link_report", "--format", "json"))
    assert (report["references"], report["linked"], report["wanted"]) == (8, 7, 1)
    assert report["most_settling"] == [
        {
            "why": "wanted",
            "name": "Vanvisa Epsilon",
            "key": "vanvisaepsilon",
            "references": 1,
            "entries": 1,
        }
    ]
    lines = [line.split() for line in run("link_report").split("\n")]
    assert ["linked", "7"] in lines
    assert ["1", "wanted", "Vanvisa", "Epsilon"] in lines


def test_an_unknown_work_is_told(enter: Enter) -> None:  # noqa: F811
    enter(*SMALL_ENCYCLOPEDIA)
    with pytest.raises(CommandError, match="plants"):
        run("link_report", "--work", "plants")
