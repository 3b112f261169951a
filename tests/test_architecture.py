"""The arrows of docs/architecture.md, the kinds of tables, and who writes projections."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent
ENTRIES = ROOT / "entries"

#: From top to bottom; a layer may import those below it and itself. `text` may be imported by all.
LAYERS = {
    "admin": 5,
    "reader": 5,
    "api": 5,
    "management": 5,
    "tasks": 5,
    "templatetags": 6,  # what templates say, about anything that a page shows
    "services": 4,
    "search": 3,
    "models": 2,
    "text": 1,
}

KINDS = {
    "stamp": {"Epoch"},
    "text": {"Revision", "SourceFile"},
    "register": {
        "Alias",
        "Author",
        "AuthorName",
        "CheckSetting",
        "ClassNounRow",
        "Conflict",
        "HonorificRow",
        "KindRow",
        "LabelRow",
        "ProblemDismissal",
        "ReferenceDecision",
        "Entry",
        "FailedQuery",
        "ImportBatch",
        "ImportedFile",
        "Keyword",
        "KeywordName",
        "Publication",
        "SlugRedirect",
        "Work",
        "WorkState",
        "HistoricalAlias",
        "HistoricalAuthor",
        "HistoricalKeyword",
        "HistoricalWork",
    },
    "projection": {
        "Authorship",
        "CrossReference",
        "DatedPassage",
        "EntryKeyword",
        "EntryName",
        "EntryPeriod",
        "Identity",
        "KnownForm",
        "NameSound",
        "Problem",
        "Projection",
        "SearchName",
        "SearchSound",
        "SearchText",
        "ShortName",
    },
}

PURE = {"pythainlp", "nlpo3", "rapidfuzz"}
WRITES = {"bulk_create", "bulk_update", "create", "delete", "get_or_create", "save", "update", "update_or_create"}


def modules(folder: Path = ENTRIES) -> Iterator[tuple[Path, ast.Module]]:
    """Every module of the app but migrations, parsed."""
    for path in sorted(folder.rglob("*.py")):
        if "migrations" not in path.parts:
            yield path, ast.parse(path.read_text("utf-8"))


def imports(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Every module named in an import, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or "", node.lineno
            for alias in node.names:
                yield f"{node.module}.{alias.name}", node.lineno


def layer_of(module: str) -> str | None:
    """The layer of a dotted module name of the app, None for others and for the app's own folder."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[0] == "entries" and parts[1] in LAYERS else None


def test_imports_point_down() -> None:
    wrong = []
    for path, tree in modules():
        here = layer_of(".".join(path.relative_to(ROOT).with_suffix("").parts))
        if here is None:
            continue
        for module, line in imports(tree):
            there = layer_of(module)
            allowed = there is None or there in ("text", here) or LAYERS[there] < LAYERS[here]
            if not allowed:
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports {module}")
    assert wrong == []


def test_text_is_pure() -> None:
    wrong = []
    for path, tree in modules(ENTRIES / "text"):
        for module, line in imports(tree):
            pure = module.split(".")[0] in sys.stdlib_module_names | PURE
            if not (pure or module in ("", "entries") or module.startswith("entries.text")):
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports {module}")
    assert wrong == []


def test_text_works_without_settings() -> None:
    code = "import sys, entries.text.parser, entries.text.analysis; assert 'django' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env={"PATH": ""}, check=True)


def test_no_import_inside_a_function_of_our_own_code() -> None:
    wrong = []
    for path, tree in modules():
        for function in ast.walk(tree):
            if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            wrong += [
                f"{path.relative_to(ROOT)}:{node.lineno}"
                for node in ast.walk(function)
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("entries")
            ]
    assert wrong == []


def test_every_model_is_of_one_kind() -> None:
    models = {model.__name__ for model in apps.get_app_config("entries").get_models(include_auto_created=True)}
    assigned = [name for names in KINDS.values() for name in sorted(names)]
    assert sorted(assigned) == sorted(models)


def projection_writes(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Calls that write through a projection's manager: `CrossReference.objects.….update(…)`."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES):
            continue
        root: ast.expr = node.func
        while isinstance(root, ast.Attribute | ast.Call):
            root = root.value if isinstance(root, ast.Attribute) else root.func
        if isinstance(root, ast.Name) and root.id in KINDS["projection"]:
            yield root.id, node.lineno


def test_only_projecting_writes_projections() -> None:
    writers = {path.relative_to(ROOT).as_posix() for path, tree in modules() if list(projection_writes(tree))}
    assert writers
    assert {path for path in writers if not path.startswith("entries/services/projecting/")} == set()


def test_a_foreign_write_is_seen_however_it_is_made(db: None) -> None:
    foreign = compile("rows.update(is_live=True)", str(ENTRIES / "services" / "foreign.py"), "exec")
    with pytest.raises(AssertionError, match=r"foreign\.py writes entries_projection"):
        exec(foreign, {"rows": apps.get_model("entries", "Projection").objects.all()})


def changes_of_texts(tree: ast.Module) -> Iterator[int]:
    """Lines on which rows of texts are changed or deleted through their manager."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            changing = node.func.attr in {"update", "delete", "bulk_update"}
            if changing and ast.unparse(node.func).startswith(("Revision.", "SourceFile.")):
                yield node.lineno


def test_revisions_and_source_files_are_only_added() -> None:
    wrong = [f"{path.relative_to(ROOT)}:{line}" for path, tree in modules() for line in changes_of_texts(tree)]
    assert wrong == []


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "misc"])
def test_there_is_no_junk_drawer(name: str) -> None:
    assert [path for path, _tree in modules() if name in path.stem or name in path.parts] == []


#: Tables of words, which are as long as the language.
WORD_LISTS = {"entries/text/references/class_nouns.py"}


def test_files_stay_short() -> None:
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path, _tree in modules()
        if (lines := path.read_text("utf-8").count("\n")) > 420
    }
    assert set(long) - WORD_LISTS == set()
