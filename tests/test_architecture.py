"""Files are the pipeline: imports point down, and the pure core reads nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

PACKAGE = Path(str(import_module("tracker").__path__[0]))
PATHS = {
    ".".join(("tracker", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in PACKAGE.rglob("*.py")
}

AREAS = {
    # From the bottom. An area is a few modules with one job; a name stands for a module or a folder, less
    # what of it another area names.
    "words": ("__init__", "errors", "language", "wording", "resources", "dates"),
    "text": ("reading.text", "reading.numerals", "reading.units", "reading.quantities"),
    "report": ("reading",),
    "issuers": ("issuers", "places"),
    "matching": ("matching",),
    "judging": ("judging",),
    "audits": ("audits",),
    "normbook": ("normbook", "topicbook"),
    "field": ("field",),
    "lessons": ("lessons",),
    "outline": ("outline",),
    "readers": ("readers",),
    "storage": ("storage",),
    "intake": ("examined", "intake", "manifest"),
    "pages": ("pages", "export", "export_chain", "export_additions"),
    "year": ("year", "naming", "published", "chronicle"),
    "review": ("review", "reviewing", "tables", "workbook", "labelling"),
    "serving": ("live", "serving"),
    "terminal": ("terminal", "parameters", "helptext", "failures"),
    "commands": ("commands", "outcomes"),
    "cli": ("cli", "__main__"),
}

MAY_IMPORT = {
    "words": set[str](),
    "text": set[str](),
    "report": {"text"},
    "issuers": {"text"},
    "matching": {"report", "text"},
    "judging": {"matching", "report", "text"},
    "audits": {"judging", "matching", "report", "text"},
    "normbook": {"audits", "report", "words"},
    "field": {"matching", "report", "text", "words"},
    "lessons": {"field", "audits", "judging", "matching", "report", "text", "words"},
    "outline": {"report", "words"},
    "readers": {"words", "report", "text"},
    "storage": {"words", "audits", "judging", "matching", "report", "text"},
    "intake": {"words", "readers", "storage", "issuers", "audits", "report", "text"},
    "pages": {"words", "normbook", "audits", "judging", "matching", "report", "text"},
    "year": {"words", "storage", "field", "audits", "judging", "matching", "report"},
    "review": {"words", "storage", "audits", "judging", "matching", "report"},
    "serving": {"words", "review", "year", "pages", "storage", "audits"},
    "terminal": {"words"},
    "commands": {
        *("words", "terminal", "report", "outline", "readers", "audits", "judging"),
        *("storage", "intake", "pages", "year", "review", "serving", "field", "lessons", "normbook"),
    },
    "cli": {"words", "terminal", "commands"},
}
"""Area → the areas whose modules it may import, beside its own."""

PURE = ("text", "report", "issuers", "matching", "judging", "audits")
"""The core: it takes values and gives values."""

IMPURE = {
    "os", "sys", "io", "pathlib", "shutil", "tempfile", "subprocess", "socket", "time", "datetime", "random",
    "logging", "sqlalchemy", "alembic", "click", "jinja2",
}  # fmt: skip
"""What a pure module may not import: paths, clocks, environment, databases, terminals."""


ALONE = {
    "alembic": {"storage"},
    "click": {"terminal", "commands", "cli"},
    "jinja2": {"pages"},
    "rapidfuzz": {"matching"},
    "sqlalchemy": {"storage"},
}
"""Library → the areas that alone may import it."""


def area(module: str) -> str:
    """The area that names the module, or else its folder; every module must have one."""
    _, name, *below = [*module.split("."), "__init__"]
    for wanted in (".".join((name, *below[:1])), name):
        if found := [area for area, names in AREAS.items() if wanted in names]:
            return found[0]
    return f"{module} is in no area"


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Each module a file imports, and whether it does so inside a function."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {
        id(below)
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        for below in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, id(node) in inside) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                below = f"{node.module}.{alias.name}"
                yield (below if below in PATHS else node.module), id(node) in inside


def own(module: str) -> set[str]:
    return {name for name, _ in imports(PATHS[module]) if name in PATHS and name != module}


def test_imports_point_down() -> None:
    wrong = {
        (module, name)
        for module in PATHS
        for name in own(module) - {"tracker"}
        if area(name) not in MAY_IMPORT[area(module)] | {area(module)}
    }
    assert not wrong


def test_the_areas_have_an_order() -> None:
    order = list(AREAS)
    for name, allowed in MAY_IMPORT.items():
        assert all(order.index(below) <= order.index(name) for below in allowed), name


def test_there_are_no_import_cycles() -> None:
    left = {module: own(module) for module in PATHS}
    while free := [module for module, needs in left.items() if not needs & set(left)]:
        for module in free:
            del left[module]
    assert not left, f"in or above a cycle: {sorted(left)}"


@pytest.mark.parametrize("name", PURE)
def test_the_core_reads_nothing(name: str) -> None:
    for module in (module for module in PATHS if area(module) == name):
        reached = {imported.partition(".")[0] for imported, _ in imports(PATHS[module])}
        assert not reached & IMPURE, module
        assert not {"open", "print", "input"} & called(PATHS[module]), module


def called(path: Path) -> set[str]:
    """The plain names a file calls."""
    calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    return {function.id for function in calls if isinstance(function, ast.Name)}


@pytest.mark.parametrize("library", sorted(ALONE))
def test_a_library_stays_in_its_area(library: str) -> None:
    users = {area(module) for module in PATHS for name, _ in imports(PATHS[module]) if of(name, library)}
    assert users <= ALONE[library]


def of(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def test_no_import_inside_a_function_dodges_a_circle() -> None:
    """Late imports serve start-up: of heavy libraries anywhere, of our own modules in commands alone."""
    late = {
        module
        for module in PATHS
        for name, inside in imports(PATHS[module])
        if inside and of(name, "tracker")
    }
    assert {area(module) for module in late} <= {"commands", "cli"}


def test_packages_hold_a_docstring_and_re_export_nothing() -> None:
    packages = [path for path in PATHS.values() if path.stem == "__init__"]
    assert not [path for path in packages if list(imports(path))]


def test_no_module_is_named_for_nothing() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}
    assert not {name for module in PATHS for name in module.split(".") if vague & set(name.split("_"))}
