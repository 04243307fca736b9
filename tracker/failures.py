"""How a failed command ends: one line on stderr in the screen's language, and an exit code."""

from __future__ import annotations

import sys

import click

from tracker import __version__
from tracker.errors import TrackerError
from tracker.terminal import Terminal

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
            return terminal.say("cli.refused", path=error.filename or "", reason=error.strerror)
        case _:
            return _unforeseen(error, terminal)


def _misused(error: click.UsageError, terminal: Terminal) -> str:
    command = error.ctx.command_path if error.ctx else "tracker"
    return terminal.say("cli.usage_error", message=_usage(error, terminal), command=command)


def _usage(error: click.UsageError, terminal: Terminal) -> str:
    """Click's own sentences, by their kind."""
    match error:
        case click.MissingParameter():
            return terminal.say("cli.missing_parameter", name=_name(error))
        case click.BadParameter():
            return terminal.say("cli.bad_parameter", name=_name(error), message=error.message)
        case click.NoSuchOption():
            return terminal.say("cli.no_such_option", name=error.option_name)
        case click.exceptions.NoSuchCommand():
            return terminal.say("cli.no_such_command", name=error.command_name)
        case click.BadOptionUsage():
            return terminal.say("cli.bad_option_usage", name=error.option_name, message=error.message)
        case _:
            return terminal.say("cli.bad_arguments", message=error.message)


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
