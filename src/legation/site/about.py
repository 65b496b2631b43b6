"""Pages about the site itself: sources, about, changes, and what is said when there is no page."""

from legation.errors import InputError
from legation.render.json import render_error, render_json
from legation.site.data import SourcesData
from legation.site.home import form, lists
from legation.site.page import JSON, Page
from legation.site.view import View


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


def refused(view: View, error: InputError, status: int) -> Page:
    """What is said of an address or a parameter that cannot be used; never kept by a cache."""
    if view.address.form != "html":
        return Page(render_error(error).encode(), JSON, status, max_age=0)
    return view.page(
        "missing.html",
        title=view.wording.gettext("Not found"),
        status=status,
        max_age=0,
        message=error.message,
        ask=form(view),
        lists=None if view.setting.live else lists(view),
    )
