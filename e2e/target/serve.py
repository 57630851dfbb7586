"""Runs Synapse for as long as standard input stays open: `serve.py FOLDER`.

The first line of standard input is a JSON object of files, name to content, that are put into the new folder;
homeserver.yaml is one of them. Standard input is a pipe from the process that started this one. It closes when that
process ends in whatever way, by a crash or a kill too. A second process waits for that, ends the server if it still
runs, and removes its folder.
"""

import json
import os
import runpy
import shutil
import signal
import sys
import time


def read_line() -> bytes:
    """Reads the first line of standard input and not a byte more, or less where it ends before."""
    line = bytearray()
    while not line.endswith(b"\n") and (byte := os.read(0, 1)):
        line += byte
    return bytes(line)


def clean_up_at_the_end(server: int, folder: str) -> None:
    """Waits for the end of standard input, then ends the process `server`, the parent, and removes its folder."""
    # Whoever reads the server's output waits for the last one who could write to it.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    while os.read(0, 1024):
        pass
    if os.getppid() == server:
        os.kill(server, signal.SIGKILL)
    while os.getppid() == server:
        time.sleep(0.01)
    shutil.rmtree(folder, ignore_errors=True)


def main(folder: str) -> None:
    """Forks the process that cleans up, makes the folder and becomes Synapse."""
    files: dict[str, str] = json.loads(read_line())
    server = os.getpid()
    if os.fork() == 0:
        clean_up_at_the_end(server, folder)
        os._exit(0)
    os.mkdir(folder, 0o700)
    for name, content in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(content)
    os.chdir(folder)
    sys.argv[1:] = ["-c", os.path.join(folder, "homeserver.yaml")]
    runpy.run_module("synapse.app.homeserver", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1])
