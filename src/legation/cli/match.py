"""`legation match`: what the rules cannot tell apart, and what people decide of it."""

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import Console

    from legation.build.dossier import Dossier
    from legation.build.judge import Verdict
    from legation.build.judgements import Decision
    from legation.build.match import Pair

FIELDS = ("name", "kind", "city", "district", "position", "near", "phones", "emails", "website", "address")
VERDICTS: "dict[str, Verdict]" = {"s": "same", "d": "different", "u": "unsure"}

captures_option = click.option(
    "--from",
    "captures",
    required=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder with the sources' captures.",
)
data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder with judgements.csv.",
)


@click.group()
def match() -> None:
    """Decide on records that may speak of one post.

    \b
    legation match list --from captures
    legation match review --from captures
    """  # noqa: D301


@match.command("list")
@captures_option
@data_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_pairs(captures: Path, data: Path | None, as_json: bool) -> None:
    """List the pairs that no rule and nobody has decided."""
    pairs, _ = _open_pairs(captures, data)
    if as_json:
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode([_as_json(pair) for pair in pairs])).decode())
        return
    for pair in pairs:
        click.echo(
            f"{pair.left.source} {pair.one} + {pair.right.source} {pair.other}: {pair.judgement.ground}"
        )
    click.echo(f"{len(pairs)} open; decide with: legation match review --from {captures}", err=True)


@match.command()
@captures_option
@data_option
@click.option("--who", help="Whose decisions these are; asked for when left out.")
def review(captures: Path, data: Path | None, who: str | None) -> None:
    """Show two records side by side and ask whether they are one post.

    Each answer is written at once: stop when you like, and go on another day.
    """
    if not sys.stdin.isatty():
        raise click.UsageError("A review needs a terminal to ask in; `legation match list` prints the pairs.")
    from rich.console import Console

    from legation.build.judgements import read_decisions, write_decisions

    who = who or click.prompt("Your name, as it will stand in judgements.csv")
    pairs, folder = _open_pairs(captures, data)
    console = Console()
    for number, pair in enumerate(pairs, start=1):
        console.rule(f"{number} of {len(pairs)}: {pair.judgement.ground}")
        _show(console, pair)
        answer = click.prompt(
            "[s]ame, [d]ifferent, [u]nsure, s[k]ip, [q]uit", type=click.Choice([*VERDICTS, "k", "q"])
        )
        if answer == "q":
            break
        if answer in VERDICTS:
            write_decisions(folder, [*read_decisions(folder), _ask(pair, answer, str(who))])
    decided = len(read_decisions(folder))
    console.print(f"{decided} decided in {folder / 'judgements.csv'}; `legation build` takes them up.")


def _open_pairs(captures: Path, data: Path | None) -> "tuple[list[Pair], Path]":
    try:
        from legation.build.review import match_captures, open_pairs
    except ModuleNotFoundError as error:
        raise click.ClickException(f"{error.name} is missing: pip install 'legation[build]'.") from error
    from legation.store.locate import data_folder

    folder = data or data_folder()
    return open_pairs(match_captures(captures, folder), folder), folder


def _ask(pair: "Pair", answer: str, who: str) -> "Decision":
    """The decision with its reason."""
    from legation.build.judgements import Decision, pair_of

    why = click.prompt("Why, in a few words")
    (source, record), (other_source, other_record) = pair_of(pair.left, pair.right)
    return Decision(
        source, record, other_source, other_record, VERDICTS[answer], who, why, dt.date.today().isoformat()
    )


def _show(console: "Console", pair: "Pair") -> None:
    """The two records side by side; what differs stands out."""
    from rich.table import Table
    from rich.text import Text

    table = Table(show_header=True, header_style="bold", expand=True)
    for heading in ("", f"{pair.left.source} {pair.one}", f"{pair.right.source} {pair.other}"):
        table.add_column(Text(heading), overflow="fold")
    table.add_row("listed", *(f"{one.seen.first} to {one.seen.last}" for one in (pair.left, pair.right)))
    for field in FIELDS:
        left, right = (_words(one, field) for one in (pair.left, pair.right))
        if left or right:
            style = "" if left == right else "yellow"
            table.add_row(field, Text(left, style), Text(right, style))
    console.print(table)


def _words(dossier: "Dossier", field: str) -> str:
    value = dossier.get(field)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _as_json(pair: "Pair") -> dict[str, Any]:
    return {
        "ground": pair.judgement.ground,
        "records": [
            {
                "source": one.source,
                "record": one.record,
                "sending": one.get("sending"),
                "receiving": one.get("receiving"),
                **{field: one.get(field) for field in FIELDS},
            }
            for one in (pair.left, pair.right)
        ],
    }
