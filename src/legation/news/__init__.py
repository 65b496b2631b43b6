"""Read a page: which country it is about, who said what, and which notice belongs on it.

>>> import legation
>>> legation.news.country_focus("Moscow warns. Russia will wait.")[0].code  # doctest: +SKIP
'RU'
"""

from legation.news.article import country_focus, read
from legation.news.notice import notice_place

__all__ = ["country_focus", "notice_place", "read"]
