"""Run every measure of quality, one after the other; exit with 1 when any falls under its floor."""

import subprocess
import sys

MEASURES = ("places", "match", "decay", "hours", "situation", "articles", "focus", "statements")


def main() -> int:
    """Print them all; the number that failed."""
    failed = 0
    for name in MEASURES:
        print(f"\n== {name}", flush=True)
        failed += subprocess.run([sys.executable, "-m", f"eval.{name}"], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(min(main(), 1))
