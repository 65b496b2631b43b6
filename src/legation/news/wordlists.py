"""Words that steer the reading of names: what shows that somebody speaks, what stands before a town."""

from typing import Final

_SAYING: Final = """
said says say told tells warned warns accused accuses urged urges condemned condemns denied denies
claimed claims called insisted insists vowed vows pledged announced announces criticized criticised
welcomed rejected reiterated stressed added noted stated declared spokesman spokeswoman spokesperson
déclaré affirmé accusé dit dijo afirmó declaró acusó sagte erklärte warnte zei zegt waarschuwde
disse afirmou declarou заявил заявила сообщил сказал заявив заявила повідомив قال قالت أعلن صرح
"""
_OPENERS: Final = """
In On At From The For To As And But When After Before While Near North South East West Northern
Southern Eastern Western Central Greater Upper Lower Inner New Old Downtown Both Since Around
Outside Inside Across With By Of Into Over Like That This Where If Though Although Meanwhile Between
Monday Tuesday Wednesday Thursday Friday Saturday Sunday City Mayor President Minister Premier
Governor
"""
SAYING: Final = frozenset(_SAYING.split())
"""Verbs of saying, as papers use them."""
OPENERS: Final = frozenset(_OPENERS.split())
"""Capitalised words that may stand before a town's name without being part of it."""
