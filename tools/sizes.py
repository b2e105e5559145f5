"""Says which files and functions have outgrown the house: files over 250 lines (tests 400), functions over 40."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIMITS = {"theke": 250, "bench": 250, "tools": 250, "tests": 400}
LONGEST_FUNCTION = 40


def too_long(path: Path, limit: int) -> list[str]:
    """What is too long in one file."""
    source = path.read_text()
    lines = sum(1 for line in source.splitlines() if line.strip())
    found = [f"{path.relative_to(ROOT)}: {lines} lines (limit {limit})"] if lines > limit else []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION:
            found.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: longer than {LONGEST_FUNCTION} lines")
    return found


def main() -> int:
    """Print what is too long; 0 when nothing is."""
    found: list[str] = []
    for folder, limit in LIMITS.items():
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                found += too_long(path, limit)
    print("\n".join(found) or "sizes are fine")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
