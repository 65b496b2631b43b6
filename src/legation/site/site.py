"""The site: a path to a page. Pure; the server and the export both ask it.

What a page shows depends on the edition, the day (for open doors the minute) and the path with its parameters, and on
nothing else.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Final, get_args

from legation.errors import InputError, UnknownInput
from legation.render.json import render_error
from legation.site import about, answer, home, place, post, situation
from legation.site.address import Address, Form, corrected, parse_address
from legation.site.assets import assets
from legation.site.banner import banner_page, oembed
from legation.site.crawlers import robots, sitemap
from legation.site.edition import Edition
from legation.site.openapi import openapi
from legation.site.page import JSON, Page, redirect
from legation.site.view import Link, Setting, View

PROGRAMS: Final = tuple(f".{form}" for form in get_args(Form) if form != "html")
"""Endings of what programs read; they are told in JSON what is wrong."""

NO_SUCH_PAGE: Final = frozenset(
    {"unknown-place", "unknown-post", "unknown-city", "unknown-region", "no-page"}
)
"""Errors that are the address's fault, not a parameter's."""


def as_is(path: str) -> str:
    """A path stands in a page as it is."""
    return path


class Site:
    """All pages of one edition, as of one day.

    Args:
        edition: the data. day: ISO date. setting: how the site is run.
        link: how paths are written in pages.
    """

    def __init__(
        self, edition: Edition, day: str, setting: Setting | None = None, link: Link = as_is
    ) -> None:
        self.edition, self.day, self.link = edition, day, link
        self.setting = setting or Setting()

    def page(
        self,
        path: str,
        query: Mapping[str, str] | None = None,
        moment: dt.datetime | None = None,
        language: str = "en",
    ) -> Page:
        """The page of a path; a path or a parameter that cannot be used gives a page that helps.

        Args:
            path: as in a request.
            query: its parameters.
            moment: the time of asking, to say whether doors are open; None for pages that are kept.
            language: the reader's, for a path that names none.
        """
        address = parse_address(path)
        if address is None:
            return self._for_others(path, query or {}) or self._other(path, language)
        try:
            return self._made(self._view(address, moment), dict(query or {}))
        except InputError as error:
            return about.refused(self._view(address), error, 404 if error.code in NO_SUCH_PAGE else 400)

    def _for_others(self, path: str, query: Mapping[str, str]) -> Page | None:
        """What pages elsewhere load: the notice, and oEmbed."""
        origin = self.setting.origin
        try:
            if path == "/oembed":
                return oembed(self.edition, self.day, origin, query.get("url", ""), query.get("format", ""))
            return banner_page(self.edition, self.day, origin, path)
        except InputError as error:
            return Page(render_error(error).encode(), JSON, 404, max_age=0)

    def _view(self, address: Address, moment: dt.datetime | None = None) -> View:
        return View(self.edition, address, self.day, self.setting, self.link, moment)

    def _made(self, view: View, query: dict[str, str]) -> Page:
        kind = view.address.kind
        match kind:
            case "answer" | "card":
                return answer.answer(view, query)
            case "find":
                return home.find(view, query.get("citizen", ""), query.get("place", ""), query.get("q", ""))
        plain = {
            "home": home.home,
            "places": home.places,
            "place": place.place,
            "pocket": place.pocket,
            "abroad": place.abroad,
            "post": post.post,
            "changes": situation.changes,
            "sources": about.sources,
            "about": about.about,
        }
        if kind not in plain:
            raise UnknownInput("no-page", "There is no such page here: start from the form.", kind)
        return plain[kind](view)

    def _other(self, path: str, language: str) -> Page:
        """Assets, what crawlers ask for, a path written a little wrong, or nothing."""
        if found := assets().get(path):
            return found
        if path == "/openapi.json":
            return Page(openapi(self.setting.origin), JSON, max_age=3600)
        if path == "/robots.txt":
            return robots(self.setting.origin)
        setting = self.setting
        found = sitemap(self.edition, setting.origin, path, setting.languages)
        if found:
            return found
        if meant := corrected(path):
            return redirect(self.link(meant))
        error = UnknownInput("no-page", "There is no such page here: start from the form.", path)
        return self.refused(path, error, 404, language)

    def refused(self, path: str, error: InputError, status: int, language: str = "en") -> Page:
        """What is said instead of a page: data where data was asked for, else a page that helps."""
        first = path[1:].partition("/")[0]
        if parse_address(f"/{first}/"):
            language = first
        for_programs = path.endswith(PROGRAMS) or path.startswith(("/banner/", "/oembed"))
        form: Form = "json" if for_programs else "html"
        return about.refused(self._view(Address("places", language, form=form)), error, status)
