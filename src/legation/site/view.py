"""What a page is made from: an edition of the data, a language, a day, and how links are written."""

import datetime as dt
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import msgspec
from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from legation.model.directory import Post
from legation.model.situation import LANGUAGES
from legation.render.components import environment
from legation.render.components.tongues import Tongue, Tongues
from legation.site.address import Address, Form, Kind, write_address
from legation.site.assets import asset
from legation.site.edition import Edition
from legation.site.hours import hours_in_words
from legation.site.language import OWN_NAMES, direction, translations
from legation.site.page import Page
from legation.site.wording import Wording

MADE_BY: Final = "legation"
ANY_LANGUAGE, REST = "\x01", "\x02/"
"""What stands for a language and for the rest of a path in a pattern; neither occurs in a path."""

Link = Callable[[str], str]
"""A path of the site to what stands in a page: itself on a server, relative in a copy on a disk."""


class Credit(msgspec.Struct, frozen=True):
    """A source and what its licence asks for; see `legation sources`."""

    id: str
    publisher: str
    title: str
    homepage: str
    licence: str
    licence_url: str
    attribution: str
    as_of: str | None
    posts: int


class Setting(msgspec.Struct, frozen=True):
    """How the site is run.

    Attributes:
        origin: `https://example.org`, where the world finds it; empty when unknown: then no absolute address is given.
        live: whether a server answers; a copy on a disk has lists in place of the form.
        credits: the sources to name.
        articles: the file of read articles, None to show none.
        report: where mistakes are reported, `mailto:` or `https://`; empty: the page that explains how to correct one.
    """

    origin: str = ""
    live: bool = True
    credits: tuple[Credit, ...] = ()
    languages: tuple[str, ...] = LANGUAGES
    articles: Path | None = None
    report: str = ""

    def publisher(self, source: str) -> str:
        """Who publishes a source; its identifier where nobody is named."""
        return next((one.publisher for one in self.credits if one.id == source), source)


class View:
    """Renders pages of one edition in one language, as of one day.

    Args:
        edition: the data. address: of the page being made. day: ISO date. setting: how the site is run.
        moment: the time of asking, None where pages are made for later.
        link: how paths are written.
    """

    def __init__(
        self,
        edition: Edition,
        address: Address,
        day: str,
        setting: Setting,
        link: Link,
        moment: dt.datetime | None = None,
    ) -> None:
        self.edition, self.address, self.day, self.setting, self.link = edition, address, day, setting, link
        self.moment = moment
        self.language = address.language
        self.templates, self.wording = speech(self.language)
        self.names = edition.labels(self.language)

    def name(self, code: str) -> str:
        """A place's name in the language of the page."""
        return self.names.get(code, code)

    def href(self, kind: Kind, place: str | None = None, who: str | None = None, **more: Any) -> str:
        """The address of a page in the same language."""
        return self.link(write_address(Address(kind, self.language, place, who, **more)))

    def publisher(self, source: str) -> str:
        """Who publishes a source, in the language of the page."""
        if source == "status":
            return self.wording.gettext("News reports")
        return self.setting.publisher(source)

    def hours(self, hours: str | None) -> str | None:
        """Opening hours in the language of the page."""
        return hours_in_words(hours, self.wording.gettext, isolate=direction(self.language) == "rtl")

    def report_href(self) -> str:
        """Where a mistake of this page is reported."""
        report = self.setting.report
        if not report:
            return f"{self.href('about')}#mistake"
        path = write_address(self.address)
        return f"{report}?subject={quote(path)}" if report.startswith("mailto:") else report

    def title_of(self, post: Post | Any) -> str:
        """A post as a heading: in English what it calls itself, elsewhere what it is, whose, where."""
        if self.language == "en":
            return str(post.name)
        where = f" ({post.city})" if post.city else ""
        return f"{self.wording.kind(post.kind)}: {self.name(post.sending)}{where}"

    def page(self, template: str, *, title: str, status: int = 200, max_age: int = 300, **parts: Any) -> Page:
        """Fill a template of this room."""
        html = self.templates.get_template(template).render(
            view=self,
            title=title,
            parts=parts,
            home=self.href("home"),
            own_name=OWN_NAMES[self.language],
            tongues=self.tongues(),
            alternates=self.alternates() if status == 200 else [],
            asset=lambda name: self.link(asset(name)),
            **parts,
        )
        return Page(html.encode(), status=status, max_age=max_age)

    def tongues(self) -> Markup:
        """Links to the same page in all languages; from page to page only the end of the path differs."""
        pattern = self.link(f"/{ANY_LANGUAGE}/{REST}")
        links = links_to_languages(self.language, pattern, self.setting.languages)
        return Markup(links.replace(REST, self._rest()))  # noqa: S704

    def alternates(self) -> list[tuple[str, str]]:
        """Language and absolute address of the page in every language, for search engines."""
        if not self.setting.origin:
            return []
        rest = self._rest()
        return [(code, f"{self.setting.origin}/{code}/{rest}") for code in self.setting.languages]

    def form_of(self, kind: Kind, form: Form) -> str:
        """Another page in the same language, as data."""
        return self.link(write_address(Address(kind, self.language, form=form)))

    def form_href(self, form: Any) -> str:
        """The same page as data."""
        return self.link(write_address(msgspec.structs.replace(self.address, form=form)))

    def _rest(self) -> str:
        """The path of the page after its language."""
        return write_address(msgspec.structs.replace(self.address, form="html")).partition("/")[2][3:]


@cache
def links_to_languages(language: str, pattern: str, languages: tuple[str, ...]) -> str:
    """The list of languages, with links by a pattern."""
    tongues = [
        Tongue(code, OWN_NAMES[code], None if code == language else pattern.replace(ANY_LANGUAGE, code))
        for code in languages
    ]
    show: Any = speech(language)[0].globals["show"]
    return str(show(Tongues(tongues)))


@cache
def speech(language: str) -> tuple[Environment, Wording]:
    """Templates and words of a language; kept."""
    catalogue = translations(language)
    templates = environment(
        catalogue,
        [PackageLoader("legation.site", "templates")],
        language=language,
        direction=direction(language),
    )
    return templates, Wording(language, catalogue)
