"""Run every benchmark, one after the other."""

from bench import find

if __name__ == "__main__":
    find.main()
