"""Take "dutch in moscow" apart: which words may say whose citizen, and which say where.

Only the splitting happens here; the gazetteer tries the splits, likeliest first.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from legation.places.text import fold, folded_words

Split = tuple[str, str]
"""Whose citizen, and where, as typed."""

PREPOSITIONS: Final = folded_words("""
    in at inside near around visiting within  en à a au aux dans  em no na nos nas  im auf  bij te naar  nel nella al ad
    alle agli alla ai  w we v ve во в у  i på til  di dalam ke  ở tại  nchini katika  في به در
""")
"""Before a place: English, French and Spanish, Portuguese, German, Dutch, Italian, Slavic, Nordic, Malay, Arabic."""

POSTPOSITIONS: Final = folded_words("में मे ਵਿੱਚ میں")
"""After a place: Hindi, Punjabi, Urdu."""

FILLERS: Final = folded_words("""
    i am im i'm we are were my me a an is and of from with but now currently stuck lost living live travelling
    traveling staying visiting citizen citizens citizenship national nationals nationality passport holder hold have
    wife husband son daughter family friend friends student worker traveller arrested detained injured sick robbed
    stranded need help please embassy consulate where who can do for to here person people tourist tourists someone
    je suis nous sommes citoyen citoyenne ressortissant ressortissante et du de des d l j un une habite actuellement
    soy estoy somos ciudadano ciudadana nacional y del vivo  sou estou cidadão cidadã e um uma
    ich bin wir sind staatsbürger staatsbürgerin bürger und ein eine von aus
    ik ben wij zijn burger staatsburger staatsburgers een uit van  sono cittadino cittadina sto
    я мы гражданин гражданка граждане и нахожусь живу из с сейчас громадянин громадянка та зараз
    he she they he's she's they're his her their our your it it's got been was has had just dual double both
    passports lost losing stolen stole missing forgot broke hospital jail prison police custody
    sailor sailors seaman seafarer seafarers crew member mariner worker workers migrant tourist expat expats resident
    residing working studying holiday vacation vessel ship aboard
    أنا مواطن مواطنة من و  saya warga negara dari dan  ben vatandaşıyım vatandaşı  मैं हूँ का नागरिक और  میں ہوں
    من هستم  tôi là công dân  mimi ni raia wa
    embassies consulates consular consul phone telephone number address contact emergency nearest closest airport
    ambassade ambassades consulat  embajada consulado  embaixada  botschaft generalkonsulat konsulat  consulaat
    ambasciata consolato  ambasada  посольство консульство генеральное  консульства  генконсульство
    سفارة السفارة قنصلية القنصلية  दूतावास वाणिज्य
""")
ARTICLES: Final = folded_words("the la le les el los las lo il i gli der die das den dem het de os as o")

JOINER: Final = re.compile(
    r"\s*[,;/&+]\s*(?:and\s+)?|\s+(?:and|und|et|y|e|en|ve|dan|och|og|i|и|та|і|also|as well as)\s+|\s+و\s*",
    re.IGNORECASE,
)
"""Between two citizenships of one person."""

DUAL: Final = folded_words(
    "dual double both binational  double doble dupla doppelte dubbele doppia двойное подвійне"
)
MARKS: Final = folded_words(
    "passport passports citizen citizens national nationals embassy consulate citizenship"
)
"""After the name of a state, these make it a citizenship: "uk passport"."""
FROM: Final = folded_words("from von aus de van da dari из з")
MOST_TOKENS, MOST_CITIZENSHIPS = 4, 4

UNSPACED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:我)?(?:是|持有?)?(?P<who>[^,,。的]+?)(?:公民|国民|国籍|护照)?[,,。]?(?:我)?(?:现在)?在(?P<where>.+?)[。]?",
        r"(?:我)?在(?P<where>.+?)的(?P<who>.+)",
        r"(?P<where>.+?)(?:にいる|に住む|に住んでいる|在住の|滞在中の|で)(?P<who>.+)",
        r"(?P<where>.+?)の(?P<who>.+)",
        r"(?:ฉัน|ผม|ดิฉัน)?(?:เป็น)?(?P<who>.+?)(?:อยู่ที่|อยู่ใน|ใน|ที่)(?P<where>.+)",
        r"(?P<where>\S+?)(?:에 있는|에서|에|의)\s*(?P<who>.+)",
    )
)
"""Chinese, Japanese, Thai, Korean: particles stand where others have spaces."""

ELIDED: Final = re.compile(r"\b([dljs]|qu)['’](?=\w)", re.IGNORECASE)
SUFFIXED: Final = re.compile(r"['’](?:n?[dt][ae]|y[ae]|[ae])\b")
"""Turkish case endings after a name: Moskova'da."""

ARROW: Final = re.compile(r"\s*(?:->|=>|[→⟶➔>])\s*")
"""From the citizenship to the place: NL → RU."""

ENDINGS: Final = (
    ("ии", "ия"),
    ("ии", "ий"),
    ("е", "а"),
    ("е", ""),
    ("е", "о"),
    ("и", "ь"),
    ("и", "а"),
    ("ы", "а"),
    ("у", ""),
    ("а", ""),
    ("ю", "я"),
    ("і", "а"),
    ("і", ""),
    ("ії", "ія"),
    ("щі", "ща"),
    ("ie", ""),
    ("ie", "a"),
    ("ji", "ja"),
    ("ce", "ka"),
    ("u", ""),
)
"""Cases of Russian, Ukrainian and Polish names, and the names: в Москве, Бразилии, в Мінську, w Londynie."""


def splits(words: str) -> Iterator[Split]:
    """Yield the ways to take a question apart, likeliest first, each once."""
    seen: set[Split] = set()
    for split in _splits(words):
        if split not in seen and all(split):
            seen.add(split)
            yield split


def without_fillers(text: str) -> str:
    """Drop what goes with a citizenship and is none: "I am a … citizen", "… passport"."""
    return _trim([_bare(token) for token in text.split()], FILLERS | ARTICLES)


def without_particles(text: str) -> str:
    """Drop what goes with a place and is none: "person in …", "currently in the …"."""
    return _trim([_bare(token) for token in text.split()], FILLERS | PREPOSITIONS | ARTICLES)


def is_dual(words: str) -> bool:
    """Whether a question says that it is about several citizenships, or puts a comma where they may be apart."""
    return any(token.endswith(",") or fold(_bare(token)) in DUAL for token in words.split())


def citizenships_in(text: str, *, dual: bool) -> list[str]:
    """Take "dutch and turkish" apart; with `dual` also "dutch turkish", which else may be one nationality."""
    parts = [without_fillers(part) for part in JOINER.split(text)]
    if dual:
        parts = [word for part in parts for word in part.split()]
    known = [part for part in parts if part]
    return known if 1 < len(known) <= MOST_CITIZENSHIPS else []


def places_among(words: str) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the words around each "in …", and what may be the place after it, the longest first."""
    tokens = [token for token in map(_bare, words.split()) if token]
    for at, token in enumerate(tokens):
        if fold(token) in PREPOSITIONS and not _is_code(token, tokens):
            ends = range(min(len(tokens), at + 1 + MOST_TOKENS), at + 1, -1)
            candidates = [_trim(tokens[at + 1 : end], ARTICLES) for end in ends]
            yield [*tokens[:at], *tokens[at + 1 :]], [one for one in candidates if one]


def people_from(tokens: Sequence[str], start: int) -> Iterator[tuple[str, bool, int]]:
    """Yield what may name a nationality from a word on, the longest first; whether it is marked; where it ends."""
    for end in range(min(len(tokens), start + MOST_TOKENS), start, -1):
        if not _trim(tokens[start:end], FILLERS | PREPOSITIONS):
            continue  # "my passport" is not Malaysia's
        after = end < len(tokens) and fold(tokens[end]) in MARKS
        before = start > 0 and fold(tokens[start - 1]) in FROM
        yield " ".join(tokens[start:end]), after or before, end


def forms(text: str) -> Iterator[str]:
    """Yield a name as typed, and what it may be the inflected form of."""
    yield text
    last = text.lower()
    for ending, base in ENDINGS:
        if last.endswith(ending) and len(last) > len(ending) + 2:
            yield text[: -len(ending)] + base


def _splits(words: str) -> Iterator[Split]:
    for pattern in UNSPACED:
        if found := pattern.fullmatch(words):
            yield found["who"].strip(), found["where"].strip()
    spaced = ELIDED.sub(r"\1 ", SUFFIXED.sub(" in ", ARROW.sub(" in ", words))).split()
    tokens = [token for token in map(_bare, spaced) if token]
    if len(tokens) == 2 and all(len(token) == 2 for token in tokens):
        yield tokens[0], tokens[1]
    yield from _round_particles(tokens)
    cuts = range(1, len(tokens))
    yield from chain.from_iterable(_trimmed(tokens[:at], tokens[at:]) for at in cuts)
    yield from chain.from_iterable(_trimmed(tokens[at:], tokens[:at]) for at in cuts)


def _round_particles(tokens: list[str]) -> Iterator[Split]:
    """Split at the words for "in": "dutch in moscow", "मास्को में भारतीय", then "in moscow, dutch"."""
    particles = [
        at for at, token in enumerate(tokens) if fold(token) in PREPOSITIONS and not _is_code(token, tokens)
    ]
    between = [at for at in particles if _trim(tokens[:at], FILLERS)]
    for at in between:
        yield from _trimmed(tokens[:at], tokens[at + 1 :])
    for at in (at for at, token in enumerate(tokens) if fold(token) in POSTPOSITIONS):
        yield from _trimmed(tokens[at + 1 :], tokens[:at])
        yield from chain.from_iterable(_trimmed(tokens[:cut], tokens[cut:at]) for cut in range(1, at))
    for start in (at for at in particles if at not in between):
        for at in range(start + 2, len(tokens)):
            yield from _trimmed(tokens[at:], tokens[start + 1 : at])


def _trimmed(who: Sequence[str], where: Sequence[str]) -> Iterator[Split]:
    plain, loose = FILLERS | PREPOSITIONS, FILLERS | PREPOSITIONS | ARTICLES
    yield _trim(who, plain), _trim(where, plain)
    yield _trim(who, loose), _trim(where, loose)


def _trim(tokens: Sequence[str], dropped: frozenset[str]) -> str:
    """Join the words, without those to be dropped at either end."""
    kept = [not _is_dropped(token, dropped) for token in tokens]
    if not any(kept):
        return ""
    first, last = kept.index(True), len(kept) - kept[::-1].index(True)
    return " ".join(tokens[first:last])


def _is_dropped(token: str, dropped: frozenset[str]) -> bool:
    return fold(token) in dropped and not (len(token) == 2 and token.isupper())


def _is_code(token: str, tokens: Sequence[str]) -> bool:
    """Whether IN is India: capitals beside another code in capitals."""
    codes = [other for other in tokens if len(other) in (2, 3) and other.isupper()]
    return token in codes and len(codes) > 1


def _bare(token: str) -> str:
    return token if any(sign.isdigit() for sign in token) else token.strip("\"'“”«».,;:!?¿¡()[]。，、؟")
