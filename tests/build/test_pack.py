import os
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from legation.build.pack import STAGING, STALE_SECONDS, line, pack, swap
from legation.errors import StopSource
from legation.model.claims import Said
from legation.model.directory import PostRecord, Seen

RECORD = PostRecord(
    id="Q10",
    sending="NL",
    receiving="RU",
    seen=(Seen("wikidata", "2020-12-24", "2022-11-16"),),
    claims={
        "website": (Said("https://example.org/", "wikidata", "2022-11-16"),),
        "kind": (
            Said("embassy", "wikidata", "2022-11-16"),
            Said("consulate", "wikidata", "2020-12-24", "Q9"),
        ),
        "name": (Said("Embassy of the Netherlands in Moscow", "derived", "2022-11-16"),),
    },
    missing=("wikidata",),
)


def test_a_line_has_a_fixed_order_and_reads_back_as_it_was() -> None:
    text = line(RECORD)
    assert text.index(b'"name"') < text.index(b'"kind"') < text.index(b'"website"')
    assert msgspec.json.decode(text, type=PostRecord) == RECORD


def test_posts_stand_by_receiving_place_sending_state_and_number() -> None:
    others = [msgspec.structs.replace(RECORD, id=post) for post in ("Q9", "Q100", "nl-ru-perm-consulate")]
    elsewhere = msgspec.structs.replace(RECORD, id="Q1", receiving="AE")
    files = pack([RECORD, *others, elsewhere])
    assert list(files) == ["AE.jsonl", "RU.jsonl"]
    ids = [msgspec.json.decode(text)["id"] for text in files["RU.jsonl"].splitlines()]
    assert ids == ["nl-ru-perm-consulate", "Q9", "Q10", "Q100"]


def test_the_same_records_give_the_same_bytes_whatever_their_order_and_the_seed_of_hashes(
    tmp_path: Path,
) -> None:
    script = (
        "import sys; from tests.build.test_pack import RECORD; from legation.build.pack import pack;"
        "sys.stdout.buffer.write(b''.join(pack([RECORD]).values()))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert outputs == {b"".join(pack([RECORD]).values())}


def test_swap_writes_what_changed_and_removes_what_is_gone(tmp_path: Path) -> None:
    folder = tmp_path / "posts"
    assert swap({"AE.jsonl": b"1\n", "RU.jsonl": b"2\n"}, folder) == ["AE.jsonl", "RU.jsonl"]
    assert swap({"AE.jsonl": b"1\n", "FR.jsonl": b"3\n"}, folder) == ["FR.jsonl", "RU.jsonl"]
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "AE.jsonl": b"1\n",
        "FR.jsonl": b"3\n",
    }
    assert [path.name for path in tmp_path.iterdir()] == ["posts"]


def test_a_swap_that_dies_while_writing_leaves_the_old_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "posts"
    swap({"AE.jsonl": b"old\n"}, folder)

    def full_disk(path: Path, text: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full_disk)
        with pytest.raises(StopSource, match="No space left"):
            swap({"AE.jsonl": b"new\n"}, folder)
    assert (folder / "AE.jsonl").read_bytes() == b"old\n"
    assert swap({"AE.jsonl": b"new\n"}, folder) == ["AE.jsonl"]


def test_what_a_killed_build_left_is_cleared_but_not_what_another_is_using(tmp_path: Path) -> None:
    for name, age in (("old", STALE_SECONDS + 60), ("young", 1)):
        left = tmp_path / f"{STAGING}{name}"
        left.mkdir()
        os.utime(left, (time.time() - age,) * 2)
    swap({}, tmp_path / "posts")
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{STAGING}young", "posts"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "posts").write_text("a file")
    with pytest.raises(StopSource, match="Cannot write") as stopped:
        swap({"AE.jsonl": b"1"}, tmp_path / "posts")
    assert stopped.value.exit_code == 3
