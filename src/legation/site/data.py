"""What the pages give as data, beside the answer itself; the API's description is made from these types."""

import msgspec

from legation.find.state import Door
from legation.model.changes import PostChange
from legation.model.directory import Hotline, Post, PostRecord
from legation.model.news import ArticleShown, StatementShown
from legation.model.place import Place
from legation.model.situation import ChangeShown, Situation
from legation.site.view import Credit


class PlaceName(msgspec.Struct, frozen=True):
    """A place and its name in the language asked for."""

    code: str
    name: str


class PlacesData(msgspec.Struct, frozen=True):
    """All places a person can be in, by name."""

    places: list[PlaceName]


class PlaceData(msgspec.Struct, frozen=True):
    """A place: itself, what is going on there, the posts whose doors are not closed, what was read about it."""

    place: Place
    as_of: str
    situation: Situation
    posts: list[Post]
    articles: list[ArticleShown] = []
    statements: list[StatementShown] = []


class AbroadData(msgspec.Struct, frozen=True):
    """A sending state: its posts whose doors are not closed, its ministry's lines."""

    state: Place
    as_of: str
    posts: list[Post]
    hotlines: list[Hotline]


class PostData(msgspec.Struct, frozen=True):
    """A post as settled, its door on the day, and everything anyone said of it."""

    post: Post
    door: Door
    as_of: str
    record: PostRecord


class SourcesData(msgspec.Struct, frozen=True):
    """The sources with what their licences ask for."""

    sources: tuple[Credit, ...]


class ChangesData(msgspec.Struct, frozen=True):
    """Changes of advice since a day, and of posts since another, newest first."""

    since: str
    changes: list[ChangeShown]
    posts_since: str
    posts: list[PostChange]
