"""Tests run where DESIGN says: on the chosen database, with real locks on SQLite."""

import threading

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext

ON_POSTGRESQL = settings.DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql"


@pytest.mark.django_db
def test_a_bulk_insert_of_500_rows_is_one_statement() -> None:
    with CaptureQueriesContext(connection) as queries:
        Group.objects.bulk_create([Group(id=number, name=f"กลุ่ม {number}") for number in range(500)])
    assert [q["sql"].split()[0] for q in queries.captured_queries if q["sql"].startswith("INSERT")] == ["INSERT"]
    assert Group.objects.count() == 500


@pytest.mark.django_db(transaction=True)
def test_two_writers_take_turns() -> None:
    """A second connection waits for the first one's transaction instead of failing."""
    begun = threading.Event()

    def second() -> None:
        try:
            begun.wait(10)
            with transaction.atomic():
                Group.objects.create(name="ที่สอง")
        finally:
            connections.close_all()

    thread = threading.Thread(target=second)
    thread.start()
    with transaction.atomic():
        Group.objects.create(name="ที่หนึ่ง")
        begun.set()
        thread.join(0.2)
    thread.join(10)
    assert sorted(Group.objects.values_list("name", flat=True)) == ["ที่สอง", "ที่หนึ่ง"]


@pytest.mark.django_db
@pytest.mark.skipif(not ON_POSTGRESQL, reason="the locale of a PostgreSQL database")
def test_tests_run_in_the_locale_that_the_database_is_named_after() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT datname, datlocprovider FROM pg_database WHERE datname = current_database()")
        name, provider = cursor.fetchone()
        cursor.execute("SELECT word FROM unnest(ARRAY['ฮ', 'เก', 'ข']) AS word ORDER BY word")
        words = [word for (word,) in cursor.fetchall()]
    by_dictionary, by_code_point = ["เก", "ข", "ฮ"], ["ข", "ฮ", "เก"]
    family = name.split("_")[1]
    assert (family, provider, words) in [
        ("icu", "i", by_dictionary),
        ("icu", "b", by_code_point),  # the wheel's server, which has no ICU
        ("c", "c", by_code_point),
    ]
