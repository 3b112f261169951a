"""What every test has: a database by file, Hypothesis without a clock, and a browser for those marked `browser`."""

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import hypothesis
import pytest
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase
from django.utils import translation
from pytest_django.live_server_helper import LiveServer

from tests.projection_guard import ProjectionGuard

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CI = os.environ.get("CI") == "true"
ON_POSTGRESQL = settings.DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql"
#: The database of `pg-c`. Its screens for editors would show what those of `pg-icu` do, in the order of the same keys.
IN_LOCALE_C = ON_POSTGRESQL and settings.DATABASES["default"]["NAME"] == "c"
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# No deadline: two cores run several tests at once. In CI the same examples every time.
hypothesis.settings.register_profile("local", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if CI else "local")


def uses_database(item: pytest.Item) -> bool:
    """Whether a test may touch the database: by marker, fixture or class."""
    case = getattr(item, "cls", None)
    return (
        item.get_closest_marker("django_db") is not None
        or not DATABASE_FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))
        or (isinstance(case, type) and issubclass(case, TransactionTestCase))
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL leave out what would give the same answer again: tests without a database, and those marked so."""
    if not ON_POSTGRESQL:
        return
    kept: list[pytest.Item] = []
    dropped: list[pytest.Item] = []
    for item in items:
        marked = item.get_closest_marker("browser") or item.get_closest_marker("once")
        again = item.get_closest_marker("not_in_c") or item.path.parent.name == "admin"
        elsewhere = marked or (IN_LOCALE_C and again)
        (kept if uses_database(item) and not elsewhere else dropped).append(item)
    config.hook.pytest_deselected(items=dropped)
    items[:] = kept


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file, as in production, so that threads with connections of their own meet real locks."""
    if not ON_POSTGRESQL:
        settings.DATABASES["default"]["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(autouse=True)
def in_thai() -> None:
    """Every test begins in the site's own language, whatever the last page of the test before it was in."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def only_projecting_writes_projections() -> Iterator[None]:
    """In every test, a write of a projection from anywhere but `services/projecting` fails."""
    with connection.execute_wrapper(ProjectionGuard()):
        yield


@pytest.fixture(scope="session")
def live_server(django_db_setup: None, live_server: LiveServer) -> LiveServer:
    """A server that is made after the database, and so has connections of its own.

    Made before it, the server would take the database for one in memory and share the connection of the test, which
    the end of a request closes while the test is still using it.
    """
    return live_server


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """The system's Chromium, without a window. Skips where there is none; fails for that in CI."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if path is None:
        message = "there is no Chromium on this machine: install it, or name it in CHROMIUM"
        if CI:
            pytest.fail(message)
        pytest.skip(message)
    # Playwright keeps an event loop in this thread, which Django would take for asynchronous code.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=arguments)
        yield found
        found.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
    else:
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = before


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    """A page of the browser with its own cookies."""
    context = browser.new_context(locale="th-TH", timezone_id="Asia/Bangkok")
    yield context.new_page()
    context.close()
