"""Django's SQLite backend, with the size of a statement asked from the library in use."""
