"""Pages about the site itself: sources, about, changes, and what is said when there is no page."""

from typing import Final

from legation.errors import InputError
from legation.render.json import render_error, render_json
from legation.site.data import SourcesData
from legation.site.home import form, lists
from legation.site.page import JSON, Page
from legation.site.view import View

NOT_FOUND: Final = 404


def sources(view: View) -> Page:
    """Whose data this is, and on what terms."""
    credits_ = view.setting.credits
    if view.address.form == "json":
        return Page(render_json(SourcesData(credits_)).encode(), JSON, max_age=3600)
    return view.page(
        "sources.html", title=view.wording.gettext("Sources and licences"), credits=credits_, max_age=3600
    )


def about(view: View) -> Page:
    """What the site promises and does not."""
    return view.page("about.html", title=view.wording.gettext("About"), max_age=3600)


def refusal(view: View, error: InputError) -> str:
    """One sentence in the reader's language; an error's own, more exact one is English."""
    gettext = view.wording.gettext
    if error.code == "bad-date":
        message = gettext("“%s” is not a day that can be asked about: write it like 2026-11-25.")
    elif error.given and not error.given.startswith("/"):
        message = gettext("“%s” cannot be used here: start from the form.")
    else:
        message = gettext("This address cannot be used: start from the form.")
    return message.replace("%s", error.given[:40])


def refused(view: View, error: InputError, status: int) -> Page:
    """What is said of an address or a parameter that cannot be used; never kept by a cache."""
    if view.address.form != "html":
        return Page(render_error(error).encode(), JSON, status, max_age=0)
    gettext = view.wording.gettext
    return view.page(
        "missing.html",
        title=gettext("There is no such page") if status == NOT_FOUND else gettext("This cannot be shown"),
        status=status,
        max_age=0,
        message=error.message if view.language == "en" else refusal(view, error),
        ask=form(view),
        lists=None if view.setting.live else lists(view),
    )
