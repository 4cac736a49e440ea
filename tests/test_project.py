"""The project's own rules: import direction, one set of packages, a light public door, no machine's paths."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "relations"

# The one way data flows; a module imports from its left, never from its right.
FLOW = (
    ("errors",),
    ("memo",),
    ("pieces",),
    ("edtf",),
    ("languages",),
    ("codebook",),
    ("sentences",),
    ("dates",),
    ("sources",),
    ("articles",),
    ("coding",),
    ("merging",),
    ("reviews",),
    ("tables",),
    ("dossier",),
    ("charts",),
    ("views",),
    ("dashboard", "export"),
    ("cli",),
)
RANK = {name: rank for rank, names in enumerate(FLOW) for name in names}
# The page offers the exports.
ALLOWED = {("dashboard", "export")}


def modules() -> list[Path]:
    return sorted(file for file in PACKAGE.rglob("*.py") if file.name != "__init__.py" or file.parent != PACKAGE)


def imported(file: Path) -> set[str]:
    """Top-level parts of this package that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            parts = node.module.split(".")
            if parts[0] == "relations":
                found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level:
            pytest.fail(f"{file}: relative import; write the whole path")
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("relations.")}
    return found


@pytest.mark.parametrize("file", modules(), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_imports_come_from_the_left(file: Path) -> None:
    own = file.relative_to(PACKAGE).parts[0].removesuffix(".py")
    assert own in RANK, f"{own} has no place in the flow; see tests/test_project.py"
    for other in imported(file) - {own}:
        if other not in RANK:  # a public name of the package itself, or its documentation's example
            pytest.fail(f"{file} imports {other!r} from the public door; import from where it lives")
        assert RANK[other] < RANK[own] or (own, other) in ALLOWED, f"{own} imports {other}, which stands to its right"


def bounds(requirements: list[str]) -> dict[str, str]:
    pairs = (re.fullmatch(r"([\w-]+)(.*)", one.strip()) for one in requirements)
    return {pair[1].lower().replace("_", "-"): pair[2] for pair in pairs if pair}  # conda writes jupyter_server


def test_conda_and_pip_name_the_same_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    conda = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    nested = next(part["pip"] for part in conda if isinstance(part, dict))
    listed = bounds([part for part in conda if isinstance(part, str)] + nested)
    assert listed.pop("python") == project["requires-python"]
    listed.pop("pip")
    listed.pop("make")
    extras = [one for group in project["optional-dependencies"].values() for one in group]
    assert listed == bounds(project["dependencies"] + extras)


def test_the_lock_holds_every_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [one for group in project["optional-dependencies"].values() for one in group]
    locked = {line.split("==")[0] for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()}
    assert set(bounds(project["dependencies"] + extras)) <= locked


def test_what_the_lock_holds_is_within_the_bounds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    locked = dict(re.findall(r"^([\w-]+)==([\w.]+)", "\n".join(lines), re.MULTILINE))
    wanted = bounds(project["dependencies"])
    assert not [name for name, bound in wanted.items() if locked[name] not in SpecifierSet(bound)]
    insides = {"voila", "jupyter-server", "jupyter-client", "tornado", "plotly", "anywidget", "ipykernel"}
    assert all("<" in wanted[name] for name in insides), "what we know the insides of may change with a new version"


def test_the_public_door_is_light() -> None:
    script = (
        "import sys, relations\n"
        "heavy = {'pandas', 'plotly', 'babel', 'trafilatura', 'openpyxl', 'voila', 'ipywidgets'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "print(sorted(relations.__all__))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == "['RelationsError', 'build', 'charts', 'code', 'export', 'open']"


def test_every_public_name_can_be_had() -> None:
    import relations

    for name in relations.__all__:
        assert getattr(relations, name) is not None
    with pytest.raises(AttributeError, match="its public names are"):
        relations.nothing  # noqa: B018


def test_no_module_is_too_long_or_called_utils() -> None:
    for file in modules():
        assert file.stem not in {"utils", "helpers", "common", "misc"}, file
        assert len(file.read_text(encoding="utf-8").splitlines()) <= 300, f"{file}: more than one concept?"


def test_no_rule_knows_one_pair_of_countries() -> None:
    reading = ("dates", "sources", "articles", "coding", "merging", "charts", "dashboard")  # the rest gives examples
    for file in (one for part in reading for one in sorted((PACKAGE / part).rglob("*.py"))):
        code = ast.parse(file.read_text(encoding="utf-8"))
        documentation = {
            id(node.body[0].value)
            for node in ast.walk(code)
            if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(code):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
                named = re.search(r"kazakhstan|pakistan|\b(KAZ|PAK)\b", node.value, re.IGNORECASE)
                assert not named, f"{file}, line {node.lineno}: {node.value!r}"


def test_notebooks_hold_no_outputs() -> None:
    import nbformat

    notebooks = sorted((ROOT / "notebooks").glob("*.ipynb"))
    assert notebooks
    for file in notebooks:
        for cell in nbformat.read(file, as_version=4).cells:
            if cell.cell_type == "code":
                assert not cell.outputs and cell.execution_count is None, file
                assert len(cell.source.splitlines()) <= 25, f"{file}: logic belongs in the package"
