"""The home page, the lists, and what is asked in words."""

import unicodedata
from urllib.parse import urlencode

from legation.errors import AmbiguousInput, Candidate, InputError, UnknownInput, UnreadableInput
from legation.find.ask import ask
from legation.model.place import Match
from legation.render.components.ask import Ask, Choice
from legation.render.components.people import Entry, People
from legation.render.json import render_json
from legation.site.address import Address, write_address
from legation.site.data import PlaceName, PlacesData
from legation.site.page import JSON, Page, redirect
from legation.site.question import WITHOUT_STATE
from legation.site.view import View
from legation.site.wording import STATUSES


def home(view: View) -> Page:
    """One form: citizen of, and where."""
    return view.page(
        "home.html",
        title=view.wording.gettext("Who can help me abroad?"),
        ask=form(view),
        lists=None if view.setting.live else lists(view),
    )


def form(view: View, citizen: str = "", place: str = "") -> Ask:
    """The form with the names to choose from."""
    return Ask(
        action=view.href("find"),
        places_href=view.href("places"),
        people=[*choices(view, view.edition.citizenships), *stateless(view)],
        places=choices(view, view.edition.inhabited),
        citizen=citizen,
        place=place,
        pattern="" if view.setting.live else view.link(f"/{view.language}/PLACE/WHO/"),
    )


def choices(view: View, codes: tuple[str, ...]) -> list[Choice]:
    """Places as a list offers them."""
    return [Choice(code, name) for code, name in by_name(view, codes)]


def stateless(view: View) -> list[Choice]:
    """What a person without a state chooses instead of a citizenship."""
    return [Choice(who, view.wording.gettext(STATUSES[who])) for who in WITHOUT_STATE.values()]


def by_name(view: View, codes: tuple[str, ...]) -> list[tuple[str, str]]:
    """Codes and names, in the order of the names."""
    return sorted(((code, view.name(code)) for code in codes), key=lambda pair: folded(pair[1]))


def folded(name: str) -> str:
    """A name as lists order it: without case and accents, Österreich beside Oman."""
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(sign)
    )


def lists(view: View) -> People:
    """All places, to choose where one is."""
    return People(
        view.wording.gettext("Where are you?"),
        [Entry(name, view.href("place", code)) for code, name in by_name(view, view.edition.inhabited)],
    )


def places(view: View) -> Page:
    """All places as a list; as data with their codes."""
    if view.address.form == "json":
        found = PlacesData([PlaceName(*pair) for pair in by_name(view, view.edition.inhabited)])
        return Page(render_json(found).encode(), JSON, max_age=86_400)
    return view.page("places.html", title=view.wording.gettext("All places"), lists=lists(view))


def find(view: View, citizen: str, place: str, words: str) -> Page:
    """Send on to the answer; show what else was meant when the words are not clear.

    Raises:
        InputError: nothing was asked, or, as data, the words are unknown or ambiguous.
    """
    if not (words or (citizen and place)):
        missing = UnreadableInput("no-question", "Say whose citizen and where: citizen and place, or q.", "")
        if view.address.form == "json":
            raise missing
        return (
            unclear(view, missing, citizen, place) if citizen or place else redirect(view.href("home"), 303)
        )
    try:
        who, status, where, guessed = understood(view, citizen, place, words)
    except InputError as error:
        if view.address.form == "json":
            raise
        return unclear(view, error, citizen, place, words)
    target = write_address(
        Address("answer", view.language, where.place.code, who.lower(), form=view.address.form)
    )
    asked = {"status": status} if status else {}
    if where.region:
        asked["region"] = where.region
    elif where.city:
        asked["city"] = str(where.city.id)
    target += f"?{urlencode(asked)}" if asked else ""
    if guessed and view.address.form == "html":
        return guess(view, who, where, target)
    return redirect(view.link(target), 303)


def understood(view: View, citizen: str, place: str, words: str) -> tuple[str, str | None, Match, bool]:
    """Whose citizen, the status of one who has no protection there, where, and whether that is a guess.

    Raises:
        InputError: the words say too little, or nothing that is known.
    """
    gazetteer = view.edition.gazetteer
    if words:
        asked = ask(gazetteer, (), None, words=words.split())
        who, status = "+".join(asked.citizen), asked.status
        if not who and status in WITHOUT_STATE:
            who, status = status, None
        if not who:
            raise UnknownInput("unknown-question", "Say whose citizen you are not, and where.", words)
        return who, status, asked.match, bool(asked.guessed) or asked.match.guess
    for choice in stateless(view):
        if citizen.strip().casefold() in (choice.code, choice.name.casefold()):
            where = gazetteer.parse_place(place)
            return choice.code, None, where, where.guess
    people = gazetteer.parse_citizenships(citizen)
    where = gazetteer.parse_place(place)
    guessed = where.guess or any(one.guess for one in people)
    return "+".join(one.place.code for one in people), None, where, guessed


def guess(view: View, who: str, where: Match, target: str) -> Page:
    """Did you mean this?"""
    people = ", ".join(view.name(code) for code in who.split("+"))
    entry = Entry(f"{people} → {shown(view, where)}", view.link(target))
    return view.page(
        "unclear.html",
        title=view.wording.gettext("Did you mean:"),
        people=People("", [entry], id="meant"),
        message=None,
        ask=form(view),
    )


def shown(view: View, match: Match) -> str:
    """A place as it was understood."""
    name = view.name(match.place.code)
    return f"{match.name}, {name}" if match.city else name


def unclear(view: View, error: InputError, citizen: str, place: str, words: str = "") -> Page:
    """The form again, with what the words may mean."""
    entries = [
        Entry(candidate_name(view, one), candidate_href(view, error, one, citizen, place, words))
        for one in error.candidates
        if not words or (error.given != words and error.given in words)
    ]
    gettext = view.wording.gettext
    several = isinstance(error, AmbiguousInput)
    people = People("" if several else gettext("Did you mean:"), entries, id="meant")
    message = (
        gettext("“%s” may mean several places.")
        if several
        else gettext("We do not know “%s”. Try another spelling, or the lists.")
    )
    if not error.given:
        message = gettext("Say whose citizen you are, and where you are.")
    return view.page(
        "unclear.html",
        title=gettext("Which one?") if several else gettext("Not found"),
        status=300 if several else 400,
        people=people if entries else None,
        message=message.replace("%s", error.given[:60]),
        ask=form(view, citizen, place or words),
    )


def candidate_name(view: View, one: Candidate) -> str:
    """A candidate by its name; a city with its country."""
    return f"{one.name}, {view.name(one.code)}" if one.within else view.name(one.code)


def candidate_href(
    view: View, error: InputError, one: Candidate, citizen: str, place: str, words: str = ""
) -> str:
    """The same question, with the candidate in place of the unclear word."""
    meant = f"{one.name}, {one.within}" if one.within else one.code
    if words:
        return view.href("find") + "?" + urlencode({"q": words.replace(error.given, meant)})
    fields = {
        "citizen": meant if error.given == citizen else citizen,
        "place": meant if error.given == place else place,
    }
    return view.href("find") + "?" + urlencode(fields)
