"""What only LibreOffice reads (RTF, Word 95, Word's XML of 2003), where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from tracker.readers import docx
from tracker.readers.raw import Raw, Unreadable

SECONDS = 60.0
"""How long one conversion may take; a report takes 2 to 4 seconds, most of it LibreOffice's start."""

PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
"""Where it is when it is not on the PATH; `soffice.com` waits for the conversion, `soffice.exe` does not."""

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{}
</oor:items>
"""
_SETTING = '<item oor:path="{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
_SAFE = (
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def read(data: bytes, kind: str) -> Raw:
    """Return the text by way of DOCX; raises `readers.needs-office` without LibreOffice."""
    program = _program()
    if program is None:
        raise Unreadable("readers.needs-office", format=kind)
    with tempfile.TemporaryDirectory(prefix="tracker-office-", ignore_cleanup_errors=True) as folder:
        raw = docx.read(_converted(program, data, kind, Path(folder)))
    return Raw(raw.text, kind, raw.metadata, raw.notices)


def _program() -> str | None:
    """Return the program on the PATH, else where the installers of macOS and Windows put it."""
    named = shutil.which("soffice") or shutil.which("libreoffice")
    return named or next((place for place in PLACES if os.path.exists(place)), None)  # noqa: PTH110 - a name, as above


def _converted(program: str, data: bytes, kind: str, folder: Path) -> bytes:
    """Convert in a folder of its own: profile, home and temporary files, macros and network off."""
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(
        _SETTINGS.format("\n".join(_SETTING.format(*each) for each in _SAFE)), "utf-8"
    )
    source = folder / f"in.{kind}"
    source.write_bytes(data)
    command = [
        *(program, f"-env:UserInstallation={profile.parent.as_uri()}", "--headless", "--norestore"),
        *(
            "--nolockcheck",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(folder / "out"),
            str(source),
        ),
    ]
    _run(command, folder)
    try:
        return (folder / "out" / "in.docx").read_bytes()
    except OSError as error:
        raise Unreadable("readers.office-failed") from error


def _run(command: list[str], folder: Path) -> None:
    """Run LibreOffice and end all of it when its time is over: `soffice` is a script around the program."""
    own = dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP"), str(folder))
    environment = os.environ | own | {"SAL_USE_VCLPLUGIN": "svp"}
    process = subprocess.Popen(  # noqa: S603 - the program found on the PATH, no shell
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise Unreadable("readers.timeout", seconds=int(SECONDS)) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and what it started; Windows has no groups of processes, but ends trees of them."""
    if process.poll() is None and hasattr(os, "killpg"):
        from signal import SIGKILL

        os.killpg(process.pid, SIGKILL)
    elif process.poll() is None:
        with suppress(OSError):
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], check=False)  # noqa: S603, S607 - Windows' own
        process.kill()
    process.wait()
