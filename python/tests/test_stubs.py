"""The hand-written stubs against the native module and against the JSON Schema."""

import ast
import doctest
import json
from pathlib import Path
from typing import Any

import greffier
import pytest
from greffier import _greffier

ROOT = Path(__file__).parents[1]
STUB = ast.parse((ROOT / "greffier" / "_greffier.pyi").read_text(encoding="utf-8"))
CLASSES = {node.name: node for node in STUB.body if isinstance(node, ast.ClassDef)}


def promised(name: str) -> set[str]:
    node = CLASSES[name]
    inherited = {base.id for base in node.bases if isinstance(base, ast.Name) and base.id in CLASSES}
    own = {item.name for item in node.body if isinstance(item, ast.FunctionDef) and not item.name.startswith("_")}
    return own.union(*(promised(base) for base in inherited))


@pytest.mark.parametrize("name", [name for name in CLASSES if not name.startswith("_")])
def test_stub_and_class_have_the_same_attributes(name: str) -> None:
    actual = {attribute for attribute in dir(getattr(_greffier, name)) if not attribute.startswith("_")}
    assert actual == promised(name)


@pytest.mark.parametrize("name", [node.name for node in STUB.body if isinstance(node, ast.ClassDef | ast.FunctionDef)])
def test_examples_say_what_happens(name: str) -> None:
    (node,) = [node for node in STUB.body if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name == name]
    example = doctest.DocTestParser().get_doctest(ast.get_docstring(node) or "", {}, name, None, None)
    assert doctest.DocTestRunner().run(example).failed == 0


def test_everything_public_is_exported() -> None:
    public = {name for name in CLASSES if not name.startswith("_")} | {"dates", "parse", "parse_many", "__version__"}
    assert set(greffier.__all__) == public
    assert greffier.__all__ == sorted(greffier.__all__)


def literals() -> dict[str, list[str]]:
    """The aliases of the stub that list names: {"Kind": ["report", …]}."""
    found = {}
    for node in STUB.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Subscript):
            assert isinstance(node.target, ast.Name)
            names = ast.literal_eval(node.value.slice)
            found[node.target.id.removesuffix("Name")] = list(names)
    return found


def variants(definition: dict[str, Any]) -> list[str]:
    """The names a schema of an enum allows."""
    one_of = definition.get("oneOf", [definition])
    return [name for option in one_of for name in option.get("enum", [option.get("const")])]


@pytest.mark.parametrize("name", literals())
def test_names_are_those_of_the_schema(name: str) -> None:
    schema = ROOT.parent / "schema" / "greffier-1.json"
    if not schema.exists():
        pytest.skip("the schema is not beside the package")
    definitions = json.loads(schema.read_text(encoding="utf-8"))["$defs"]
    assert variants(definitions[name]) == literals()[name]
