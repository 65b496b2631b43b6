"""What holds for all tests."""

import os

from hypothesis import settings

# A change must not fail for what it did not touch: where it is judged, the same examples are tried each time.
settings.register_profile("judged", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("judged")
