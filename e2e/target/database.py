"""Reads and writes the tables of media, local and cached, in the database of a running Synapse.

Takes one command as JSON on standard input, `{"database": where, "command": name, "rows": [...]}`, and prints the
answer as JSON: the local rows for "read", how many rows were touched for "insert", "insert remote" and "clear". `where` is `{"path": …}` of an
SQLite file or `{"host": …}`, the folder with the socket of a PostgreSQL.
"""

import json
import sqlite3
import sys
from contextlib import closing, contextmanager
from typing import Any, Iterator

# What all versions of Synapse since 1.23 have; columns that came later keep their defaults or what they hold.
COLUMNS = (
    "media_id",
    "user_id",
    "created_ts",
    "last_access_ts",
    "media_type",
    "media_length",
    "upload_name",
    "quarantined_by",
    "safe_from_quarantine",
    "url_cache",
)
REMOTE_COLUMNS = (
    "media_origin",
    "media_id",
    "created_ts",
    "last_access_ts",
    "media_type",
    "media_length",
    "upload_name",
    "quarantined_by",
    "filesystem_id",
)
BUSY_TIMEOUT_S = 30
ROWS_PER_TRANSACTION = 5_000

Row = dict[str, Any]
Where = dict[str, str]


@contextmanager
def transaction(where: Where) -> Iterator[Any]:
    """Gives a cursor in a transaction, which is committed unless something is raised."""
    with closing(connect(where)) as connection, connection:
        cursor = connection.cursor()
        if "path" in where:
            # Taking the write lock at once waits for the server; a lock that is upgraded later would fail instead.
            cursor.execute("BEGIN IMMEDIATE")
        yield cursor


def connect(where: Where) -> Any:
    """Connects to either database."""
    if "path" in where:
        return sqlite3.connect(where["path"], timeout=BUSY_TIMEOUT_S, isolation_level=None)
    # Here, because it is installed only where it is needed.
    import psycopg2

    return psycopg2.connect(host=where["host"], user="postgres", dbname="postgres")


def insert(where: Where, rows: list[Row], *, is_remote: bool) -> int:
    """Inserts the rows, or overwrites those of the same media ID, in transactions too short for the server to notice."""
    table = "remote_media_cache" if is_remote else "local_media_repository"
    columns = REMOTE_COLUMNS if is_remote else COLUMNS
    key = "media_origin, media_id" if is_remote else "media_id"
    placeholder = ":{}" if "path" in where else "%({})s"
    values = ", ".join(placeholder.format(column) for column in columns)
    updates = ", ".join(f"{column} = excluded.{column}" for column in columns[1:])
    statement = (
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values}) ON CONFLICT ({key}) DO UPDATE SET {updates}"
    )
    for start in range(0, len(rows), ROWS_PER_TRANSACTION):
        with transaction(where) as cursor:
            cursor.executemany(statement, rows[start : start + ROWS_PER_TRANSACTION])
    return len(rows)


def read(where: Where) -> list[Row]:
    """Returns all rows; SQLite keeps the booleans as 0 and 1."""
    with closing(connect(where)) as connection:
        cursor = connection.cursor()
        cursor.execute(f"SELECT {', '.join(COLUMNS)} FROM local_media_repository")
        rows = [dict(zip(COLUMNS, values)) for values in cursor.fetchall()]
    return [{**row, "safe_from_quarantine": bool(row["safe_from_quarantine"])} for row in rows]


def clear(where: Where) -> int:
    """Empties both tables."""
    with transaction(where) as cursor:
        cursor.execute("DELETE FROM remote_media_cache")
        remote = cursor.rowcount
        cursor.execute("DELETE FROM local_media_repository")
        return remote + cursor.rowcount


def run(command: Row) -> Any:
    """Carries out one command."""
    where = command["database"]
    if command["command"] in ("insert", "insert remote"):
        return insert(where, command["rows"], is_remote=command["command"] == "insert remote")
    if command["command"] == "clear":
        return clear(where)
    if command["command"] == "read":
        return read(where)
    raise ValueError(f"Unknown command: {command['command']}")


if __name__ == "__main__":
    json.dump(run(json.load(sys.stdin)), sys.stdout)
