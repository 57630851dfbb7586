"""Runs Synapse for as long as standard input stays open: `serve.py FOLDER`.

The first line of standard input is a JSON object: `files`, name to content, are put into the new folder, homeserver.yaml
among them; `postgres` is the folder of PostgreSQL's programs if it is to have such a database, else null. Standard input
is a pipe from the process that started this one. It closes when that process ends in whatever way, by a crash or a kill
too. A second process waits for that, ends the server and its database if they still run, and removes the folder.
"""

import json
import os
import runpy
import shutil
import signal
import sys
import time
from typing import Any

import postgres


def read_line() -> bytes:
    """Reads the first line of standard input and not a byte more, or less where it ends before."""
    line = bytearray()
    while not line.endswith(b"\n") and (byte := os.read(0, 1)):
        line += byte
    return bytes(line)


def clean_up_at_the_end(server: int, folder: str, programs: str | None) -> None:
    """Waits for the end of standard input, then ends the process `server`, the parent, and removes its folder."""
    # The server's group may hold a program that is still making the cluster, and is ended as a whole.
    os.setpgid(0, 0)
    # Whoever reads the server's output waits for the last one who could write to it.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    while os.read(0, 1024):
        pass
    if os.getppid() == server:
        os.killpg(server, signal.SIGKILL)
    while os.getppid() == server:
        time.sleep(0.01)
    try:
        if programs is not None:
            postgres.stop(programs, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main(folder: str) -> None:
    """Forks the process that cleans up, makes the folder, starts the database and becomes Synapse."""
    wishes: dict[str, Any] = json.loads(read_line())
    programs: str | None = wishes["postgres"]
    server = os.getpid()
    if os.fork() == 0:
        clean_up_at_the_end(server, folder, programs)
        os._exit(0)
    os.mkdir(folder, 0o700)
    if programs is not None:
        postgres.start(programs, folder)
    for name, content in wishes["files"].items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(content)
    os.chdir(folder)
    sys.argv[1:] = ["-c", os.path.join(folder, "homeserver.yaml")]
    runpy.run_module("synapse.app.homeserver", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1])
