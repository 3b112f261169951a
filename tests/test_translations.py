"""Whatever the site says in Thai can be read in English."""

import ast
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
THAI = re.compile(r"[\u0e00-\u0e7f]")
THAI_TEXT = re.compile(r"[^\s<>\"]*[\u0e00-\u0e7f][^<\n\"]*")
TRANSLATING = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
#: What a template says on purpose in Thai alone: it says that it is Thai, or is the word that the book itself prints.
IN_THAI = re.compile(r"<(\w+)\b[^>]*(?:lang=\"th\"|class=\"see-word\")[^>]*>[^<]*</\1>|[๐-๙]+")
TRANSLATED = re.compile(
    r"\{%\s*(comment|blocktrans(?:late)?)\b.*?%\}.*?\{%\s*end\1\s*%\}|\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL
)
STRING = re.compile(r"""u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*\"""", re.DOTALL)
CALL = re.compile(rf"(?<!\w)(n?p?gettext|_)\(((?:(?:{STRING.pattern}),?\s*)+)", re.DOTALL)
PYTHON = sorted((ROOT / "entries").rglob("*.py"))
DESK = [ROOT / "entries/apps.py", ROOT / "entries/desk.py", *sorted((ROOT / "entries/admin").glob("*.py"))]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def called(node: ast.AST) -> str:
    """The name of the function that is called, where one is."""
    func = node.func if isinstance(node, ast.Call) else None
    return func.id if isinstance(func, ast.Name) else getattr(func, "attr", "")


def calls(tree: ast.AST) -> Iterator[str]:
    """What is given to gettext in a module: singular and plural, without what tells two alike apart."""
    for node in ast.walk(tree):
        name = called(node)
        if isinstance(node, ast.Call) and name in TRANSLATING:
            texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            yield from texts[1 if name.startswith("pgettext") else 0 :]


def untranslated(node: ast.AST) -> Iterator[str]:
    """The strings of a module that are given to no gettext and are no docstrings."""
    if called(node) in TRANSLATING or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from untranslated(child)


def of_template(path: Path) -> Iterator[str]:
    """What is given to gettext in a template, as the tool that collects it sees it."""
    for name, given in CALL.findall(templatize(path.read_text("utf-8"))):
        texts = [ast.literal_eval(text) for text in STRING.findall(given)]
        yield from texts[1 if name.startswith(("p", "np")) else 0 :]


@pytest.fixture(scope="module")
def english() -> set[str]:
    """The Thai strings that have an English translation."""
    with (ROOT / "locale/en/LC_MESSAGES/django.mo").open("rb") as file:
        catalogue: dict[object, str] = vars(gettext.GNUTranslations(file))["_catalog"]
    keys = {key[0] if isinstance(key, tuple) else key for key, value in catalogue.items() if value}
    return {str(key).partition("\x04")[2] or str(key) for key in keys}


def test_every_string_of_the_code_has_its_english(english: set[str]) -> None:
    said = {text for path in PYTHON for text in calls(ast.parse(path.read_text("utf-8"))) if THAI.search(text)}
    assert said - english == set()


def test_every_string_of_the_templates_has_its_english(english: set[str]) -> None:
    said = {text for path in TEMPLATES for text in of_template(path) if THAI.search(text)}
    assert len(said) > 100
    assert said - english == set()


def test_the_desk_says_nothing_in_thai_past_the_translations() -> None:
    said = {path.name: list(filter(THAI.search, untranslated(ast.parse(path.read_text("utf-8"))))) for path in DESK}
    assert {name: found for name, found in said.items() if found} == {}


def test_no_template_says_anything_in_thai_past_the_translations() -> None:
    plain = {
        str(path.relative_to(ROOT)): THAI_TEXT.findall(IN_THAI.sub("", TRANSLATED.sub("", path.read_text("utf-8"))))
        for path in TEMPLATES
    }
    assert {name: found for name, found in plain.items() if found} == {}
