"""Who said what in an article: `find_statements`."""

from legation.news.statements.statements import find_statements

__all__ = ["find_statements"]
