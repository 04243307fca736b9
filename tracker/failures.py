"""How a failed command ends: one line on stderr in the screen's language, and an exit code."""

from __future__ import annotations

import errno
import sys

import click

from tracker import __version__
from tracker.errors import TrackerError
from tracker.terminal import Terminal

REFUSALS = {
    errno.EACCES: "cli.no_right",
    errno.EPERM: "cli.no_right",
    errno.EROFS: "cli.read_only",
    errno.ENOSPC: "cli.disk_full",
    errno.EDQUOT: "cli.disk_full",
    errno.EFBIG: "cli.too_large",
    errno.ENOENT: "cli.not_there",
    errno.ENOTDIR: "cli.no_folder",
    errno.EISDIR: "cli.a_folder",
}

FAILED, USAGE, INTERRUPTED = 1, 2, 130


def end(error: BaseException, terminal: Terminal) -> int:
    """Say what went wrong and give the exit code; what nobody foresaw keeps its traceback in a file."""
    match error:
        case click.exceptions.NoArgsIsHelpError():
            line, code = error.format_message(), USAGE
        case click.UsageError():
            line, code = _misused(error, terminal), USAGE
        case click.Abort() | KeyboardInterrupt():
            line, code = terminal.say("cli.interrupted"), INTERRUPTED
        case _:
            line, code = terminal.say("cli.error", message=_failed(error, terminal)), FAILED
    click.echo(line, err=True)
    return code


def _failed(error: BaseException, terminal: Terminal) -> str:
    match error:
        case TrackerError():
            return terminal.say(error.code, **error.details)
        case OSError() if error.strerror:
            return _refused(error, terminal)
        case _:
            return _unforeseen(error, terminal)


def _refused(error: OSError, terminal: Terminal) -> str:
    """What the system would not do, on which file, in as far as the catalogue has words for it."""
    reason = terminal.say(REFUSALS[error.errno]) if error.errno in REFUSALS else error.strerror
    return f"{error.filename}: {reason}" if error.filename else str(reason)


def _misused(error: click.UsageError, terminal: Terminal) -> str:
    command = error.ctx.command_path if error.ctx else "tracker"
    return terminal.say("cli.usage_error", message=_usage(error, terminal), command=command)


def _usage(error: click.UsageError, terminal: Terminal) -> str:
    """Click's own sentences, by their kind."""
    match error:
        case click.BadParameter():
            missing = isinstance(error, click.MissingParameter)
            code = "cli.missing_parameter" if missing else "cli.bad_parameter"
            return terminal.say(code, name=_name(error), message=_complaint(error, terminal))
        case click.NoSuchOption():
            return terminal.say("cli.no_such_option", name=error.option_name)
        case click.exceptions.NoSuchCommand():
            return terminal.say("cli.no_such_command", name=error.command_name)
        case click.BadOptionUsage():
            code = "cli.no_value" if "does not take" in error.message else "cli.value_missing"
            return terminal.say(code, name=error.option_name)
        case _:
            return terminal.say("cli.bad_arguments", message=error.message)


def _complaint(error: click.BadParameter, terminal: Terminal) -> str:
    """What is wrong with a value; for click's own types in the screen's language."""
    match error.param.type if error.param else None:
        case click.Path():
            return terminal.say("cli.no_such_path")
        case click.IntRange(min=least, max=most):
            return terminal.say("cli.not_in_range", least=least, most=most)
        case click.types.IntParamType():
            return terminal.say("cli.not_a_number")
        case _:
            return error.message


def _name(error: click.BadParameter) -> str:
    """The option or argument as the user would type it."""
    if error.param is None:
        return str(error.param_hint or "")
    return error.param.opts[-1] if isinstance(error.param, click.Option) else error.param.human_readable_name


def _unforeseen(error: BaseException, terminal: Terminal) -> str:
    import traceback  # start-up: needed on the worst day only

    last = "".join(traceback.format_exception_only(error)).strip().splitlines()[-1]
    return terminal.say("cli.unforeseen", error=last, log=_log(error))


def _log(error: BaseException) -> str:
    """The path of a new file with what a maintainer needs to know."""
    import tempfile  # start-up: needed on the worst day only
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", errors="backslashreplace", prefix="tracker-", suffix=".log", delete=False
    ) as log:
        log.write(f"tracker {__version__}, Python {sys.version}, {sys.platform}\n{sys.argv}\n\n")
        log.writelines(traceback.format_exception(error))
    return log.name
