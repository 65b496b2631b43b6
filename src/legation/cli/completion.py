"""`legation completion`: the script that lets a shell complete legation's commands."""

import click

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the completion script of a shell.

    \b
    legation completion bash >> ~/.bashrc
    legation completion fish > ~/.config/fish/completions/legation.fish
    """  # noqa: D301
    from click.shell_completion import get_completion_class

    from legation.cli import cli

    kind = get_completion_class(shell)
    if kind is None:  # the choice above admits only shells that click knows
        raise click.UsageError(f"No completion for {shell}.")
    click.echo(kind(cli, {}, "legation", "_LEGATION_COMPLETE").source())
