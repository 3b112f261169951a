"""The settings refuse what is not safe, and are what a public site needs when they are given what they ask for."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

ROOT = Path(__file__).resolve().parent.parent
PRODUCTION = {
    "SECRET_KEY": secrets.token_urlsafe(50),
    "ALLOWED_HOSTS": "encyclopedia.example.org",
    "CSRF_TRUSTED_ORIGINS": "https://encyclopedia.example.org",
    "BEHIND_PROXY": "1",
}


def manage(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run a management command with nothing of this process's environment but what Python needs."""
    return python("manage.py", *arguments, **environment)


def python(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """The same for Python itself."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, env=kept | environment, capture_output=True, text=True, check=False)


def test_without_a_secret_key_nothing_starts_and_the_reason_is_said() -> None:
    done = manage("check")
    assert done.returncode == 1
    assert "?: (encyclopedia.E001) SECRET_KEY is not set." in done.stderr


@pytest.mark.parametrize("application", ["wsgi", "asgi"])
def test_without_a_secret_key_no_server_starts(application: str) -> None:
    done = python("-c", f"import encyclopedia.{application}")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(
        "django.core.exceptions.ImproperlyConfigured: SECRET_KEY is not set."
    )
    assert python("-c", f"import encyclopedia.{application}", **PRODUCTION).returncode == 0


def test_debugging_needs_no_secret_key() -> None:
    done = manage("check", DEBUG="1")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("address", ["", "nonsense", "mysql://user@host/name"])
def test_an_address_of_no_database_is_refused_with_what_to_write(address: str) -> None:
    done = manage("check", DEBUG="1", DATABASE_URL=address)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(
        "django.core.exceptions.ImproperlyConfigured: DATABASE_URL is neither sqlite:///path nor postgres://"
    )


def test_the_documented_production_settings_pass_the_deployment_check() -> None:
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "System check identified no issues (0 silenced).\n",
        "",
    )


@pytest.mark.django_db
def test_every_page_forbids_what_it_does_not_need(client: Client) -> None:
    policy = client.get("/admin/login/").headers["Content-Security-Policy"]
    assert sorted(policy.split("; ")) == [
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "font-src 'self' data:",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "manifest-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
    ]
