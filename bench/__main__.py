"""Run every benchmark, one after the other."""

import subprocess
import sys

BENCHMARKS = ("find", "situation", "news", "bulk", "serve", "export", "build")


def main() -> None:
    """Print them all."""
    for name in BENCHMARKS:
        print(f"\n== {name}", flush=True)
        subprocess.run([sys.executable, "-m", f"bench.{name}"], check=True)


if __name__ == "__main__":
    main()
