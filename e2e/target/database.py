"""Reads and writes the table `local_media_repository` in the SQLite database of a running Synapse.

Takes one command as JSON on standard input, `{"database": path, "command": name, "rows": [...]}`, and prints the
answer as JSON: the rows for "read", how many rows were touched for "insert" and "clear".
"""

import json
import sqlite3
import sys
from typing import Any

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
BUSY_TIMEOUT_S = 30
ROWS_PER_TRANSACTION = 5_000

Row = dict[str, Any]


def insert(connection: sqlite3.Connection, rows: list[Row]) -> int:
    """Inserts the rows, or overwrites those of the same media ID, in transactions too short for the server to notice."""
    names = ", ".join(COLUMNS)
    values = ", ".join(f":{column}" for column in COLUMNS)
    updates = ", ".join(f"{column} = excluded.{column}" for column in COLUMNS[1:])
    statement = (
        f"INSERT INTO local_media_repository ({names}) VALUES ({values}) "
        f"ON CONFLICT (media_id) DO UPDATE SET {updates}"
    )
    for start in range(0, len(rows), ROWS_PER_TRANSACTION):
        with connection:
            # Taking the write lock at once waits for the server; a lock that is upgraded later would fail instead.
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(statement, rows[start : start + ROWS_PER_TRANSACTION])
    return len(rows)


def read(connection: sqlite3.Connection) -> list[Row]:
    """Returns all rows; SQLite keeps the booleans as 0 and 1."""
    found = connection.execute(f"SELECT {', '.join(COLUMNS)} FROM local_media_repository")
    rows = [dict(zip(COLUMNS, values)) for values in found]
    return [{**row, "safe_from_quarantine": bool(row["safe_from_quarantine"])} for row in rows]


def clear(connection: sqlite3.Connection) -> int:
    """Empties the table."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        return connection.execute("DELETE FROM local_media_repository").rowcount


def run(command: Row) -> Any:
    """Carries out one command."""
    connection = sqlite3.connect(command["database"], timeout=BUSY_TIMEOUT_S, isolation_level=None)
    try:
        if command["command"] == "insert":
            return insert(connection, command["rows"])
        if command["command"] == "clear":
            return clear(connection)
        if command["command"] == "read":
            return read(connection)
        raise ValueError(f"Unknown command: {command['command']}")
    finally:
        connection.close()


if __name__ == "__main__":
    json.dump(run(json.load(sys.stdin)), sys.stdout)
