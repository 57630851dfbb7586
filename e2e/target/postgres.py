"""A PostgreSQL server of its own for a Synapse: its cluster and its socket lie in one folder, and it has no port."""

import os
import shutil
import subprocess
from typing import Any

# `initdb` and the server refuse to be run by root; Debian's package brings this user.
SYSTEM_USER = "postgres"

# A crash may lose everything: the folder is thrown away in the end.
SETTINGS = {"listen_addresses": "", "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def start(programs: str, folder: str) -> None:
    """Makes a cluster in `folder` and starts its server. Anybody who reaches the socket is its user `postgres`."""
    if os.geteuid() == 0:
        shutil.chown(folder, SYSTEM_USER)
    cluster = os.path.join(folder, "cluster")
    # Synapse insists on UTF-8 and on the collation C.
    locale = ["--encoding", "UTF8", "--no-locale"]
    run(programs, folder, ["initdb", "--username", "postgres", "--auth", "trust", "--no-sync", *locale, cluster])
    with open(os.path.join(cluster, "postgresql.conf"), "a", encoding="utf-8") as file:
        for name, value in {**SETTINGS, "unix_socket_directories": folder}.items():
            file.write(f"{name} = '{value}'\n")
    run(programs, folder, ["pg_ctl", "start", "--wait", "--pgdata", cluster])


def stop(programs: str, folder: str) -> None:
    """Ends the server, if there is one, without saving anything."""
    cluster = os.path.join(folder, "cluster")
    if os.path.exists(os.path.join(cluster, "postmaster.pid")):
        run(programs, folder, ["pg_ctl", "stop", "--mode", "immediate", "--pgdata", cluster])


def run(programs: str, folder: str, command: list[str]) -> None:
    """Runs one of PostgreSQL's programs. What it says, and the log of a server it starts, go where ours go."""
    as_user: dict[str, Any] = {}
    if os.geteuid() == 0:
        as_user = {"user": SYSTEM_USER, "group": SYSTEM_USER, "extra_groups": []}
    program = os.path.join(programs, command[0])
    subprocess.run([program, *command[1:]], check=True, cwd=folder, stdin=subprocess.DEVNULL, **as_user)
