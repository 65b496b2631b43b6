"""`legation read` as people call it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from legation.cli.read import ask_page
from legation.errors import StopSource

ARTICLE = (
    "Old bridge opens in Nairobi\n\nPublished on 31/05/2012\n\n"
    "The council of Nairobi in Kenya opened the old bridge on Thursday after two years of work on it.\n\n"
    "The bridge will be closed again in June for one day so that the last stones can be laid on its side.\n"
)


def legation(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "legation", "read", *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=False, env=dict(os.environ))


def test_standard_input_as_json() -> None:
    done = legation("-", "--json", given=ARTICLE.encode())
    assert done.returncode == 0, done.stderr
    read = json.loads(done.stdout)
    assert (read["title"], read["published"]) == ("Old bridge opens in Nairobi", "2012-05-31")
    assert read["countries"][0]["code"] == "KE"
    assert read["countries"][0]["role"] == "about"


def test_a_folder_is_read_in_order_and_what_is_not_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.bin").write_bytes(bytes(range(256)))
    (tmp_path / "c.txt").write_text(ARTICLE.replace("Nairobi", "Kampala").replace("Kenya", "Uganda"))
    done = legation(str(tmp_path), "--json")
    assert done.returncode == 0
    assert [json.loads(line)["countries"][0]["code"] for line in done.stdout.splitlines()] == ["KE", "UG"]
    assert b"b.bin is not text" in done.stderr


def test_errors_are_json_and_exit_with_two(tmp_path: Path) -> None:
    done = legation(str(tmp_path / "none.html"), "--json")
    assert done.returncode == 2
    assert json.loads(done.stdout)["error"]["code"] == "no-file"
    assert legation("-", given=b"").returncode == 2


@pytest.mark.parametrize("url", ["http://example.org/", "https://127.0.0.1/", "https://[::1]/x"])
def test_a_private_or_open_address_is_refused(url: str) -> None:
    with pytest.raises(StopSource) as caught:
        ask_page(url)
    assert "is not an https address" in caught.value.message or "private address" in caught.value.message
