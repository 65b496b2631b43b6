"""What stands on a page and is not the article: share buttons, credits, invitations, lists of other stories."""

import re
from typing import Final

from legation.news.lines import count_words, has_any


def _any_of(alternatives: str) -> re.Pattern[str]:
    """A whole line that is one of the alternatives, in any letters; they are given in lines that `|` joins."""
    return re.compile(f"^(?:{'|'.join(alternatives.strip().splitlines())})$", re.IGNORECASE)


_SHARE: Final = frozenset(
    [
        "facebook",
        "twitter",
        "whatsapp",
        "telegram",
        "linkedin",
        "pinterest",
        "reddit",
        "tumblr",
        "flipboard",
        "email",
        "e-mail",
        "mail",
        "print",
        "tweet",
        "share",
        "save",
        "copy",
        "link",
        "sms",
        "messenger",
        "line",
        "vk",
        "x",
        "comment",
        "comments",
        "like",
        "follow",
        "bookmark",
        "google+",
        "instagram",
        "youtube",
        "partager",
        "imprimer",
        "envoyer",
        "teilen",
        "drucken",
        "merken",
        "compartir",
        "imprimir",
        "enviar",
        "guardar",
        "delen",
        "afdrukken",
        "opslaan",
        "compartilhar",
        "salvar",
        "поделиться",
        "печать",
        "сохранить",
        "поділитися",
        "друк",
        "зберегти",
        "شارك",
        "مشاركة",
        "طباعة",
        "حفظ",
        "分享",
        "打印",
        "收藏",
        "साझा",
        "करें",
        "this",
        "on",
        "to",
        "via",
        "by",
        "and",
        "&",
        "|",
        "·",
        "•",
        ",",
        "/",
        "by:",
        "+",
    ]
)
_DROPPED: Final = _any_of(
    r"""
advertisements?|adverts?|anzeige|werbung|publicit[ée]|publicidade?|advertentie|reklame?|реклама|إعلان|广告
विज्ञापन|sponsored|skip to .*|jump to .*|close|menu|search|loading.*|caption|credit
image (?:\d+|copyright).*|\d+ ?/ ?\d+|[\d,.]+ shares?|back to (?:top|gallery).*|sign (?:in|up|out)\b.*
log ?(?:in|out)\b.*|subscri(?:be|ption)\b.*|read (?:more|next|also|now)\b.*|see also\b.*
related(?: (?:stories|articles|content|topics|news|links|video|coverage))?:?|also read\b.*
more (?:from|on|stories|news|in|about)\b.{0,60}|lire aussi\b.*|à lire aussi\b.*|mehr zum thema.*
lesen sie auch.*|lea también.*|te puede interesar.*|lees ook.*|leia (?:mais|também).*|читайте также.*
читайте також.*|اقرأ أيضا.*
(?:photo|image|picture|video|credit|foto|bild|photograph|photos|file photo|фото)s?(?: credit| by| courtesy)?\s?:.*
getty images.*|reuters/.*|associated press|ap photo.*|©.*|\(c\) .*|copyright\b.*|all rights reserved.*
watch(?: the video| live| now| more| below)?:?.{0,80}|listen(?: now| live)?:?.{0,60}|play(?: video| now)?
video|photos|gallery|(?:click|tap) here\b.*|follow (?:us|him|her|\w+ on)\b.*|download (?:the|our)\b.*
get (?:the|our) .*newsletter.*|\S+@\S+\.\S+|@\w+|#\w+|https?://\S+|www\.\S+|file ?- ?.*
view (?:all|more|gallery|comments).*|show (?:more|comments).*|(?:leave|post|add) a (?:comment|reply).*
story continues.*|article continues.*|continue reading.*|swipe.*|tags?:.*|topics?:.*
\d+ ?(?:min|minute|hour|day|week|second)s?(?: (?:ago|read|to read))?\.?|\W*
"""
)
_INVITING: Final = re.compile(
    r"\b(?:use of cookies|uses? cookies|cookie policy|privacy policy|terms of (?:use|service)|all rights reserved"
    r"|sign up (?:for|to)|subscribe (?:to|now|for)|newsletter|our app\b|download our|javascript|your browser"
    r"|your email|e-mail address|may not be (?:published|reproduced)|contributed to this (?:report|story)|ad ?block"
    r"|click here|user agreement|thank you for (?:reading|your)|create an account|please (?:log|sign) in)\b",
    re.IGNORECASE,
)
_INVITING_WORDS: Final = (
    "cookie",
    "privacy policy",
    "terms of",
    "all rights",
    "sign up",
    "sign in",
    "subscribe",
    "newsletter",
    "our app",
    "download our",
    "javascript",
    "your browser",
    "your email",
    "thank you for",
    "e-mail address",
    "may not be",
    "contributed to",
    "ad block",
    "adblock",
    "click here",
    "user agreement",
    "create an account",
    "please log",
)
"""One of them stands in every line that invites."""
_CREDIT: Final = re.compile(
    r"\((?:[^()]{0,60}[/|] ?)?(?:AP|AFP|Reuters|Getty|EPA|PA|Photo|Image)[^()]{0,60}\)\s*$"
    r"|\b(?:Getty Images|AP Photo|AFP via"
    r"|Photo (?:by|credit)|Photograph:|(?:Image|Photo|Picture|Credit)s?:|/REUTERS|Shutterstock|USA TODAY Sports)\b",
)
_CREDIT_WORDS: Final = (
    "Getty Images",
    "AFP via",
    "Photo",
    "Image",
    "Picture",
    "Credit",
    "REUTERS",
    "Shutterstock",
    "USA TODAY",
)
"""One of them stands in every credit that ends without a bracket."""
_ENDING: Final = _any_of(
    r"""
(?:show |view |read |post )?comments?(?: \(?\d+\)?)?|\d+ comments?
\d+ (?:responses?|comments?|thoughts?|replies) (?:to|on|for)\b.*|permalink\b.*|tell us what you think.*
share your thoughts.*|what do you think.{0,20}|have your say.*|quick links|explore further|citation:.*
(?:like|enjoyed?) (?:this|what you).*|stay (?:up to date|informed|connected).*|about this \w+:?
about (?:the )?[A-Z][\w.-]+(?: [A-Z][\w.-]+){0,3}|(?:\w+ ){0,3}to watch
join the (?:conversation|discussion)\b.*|leave a (?:comment|reply).*
(?:related|recommended|similar|latest|popular|trending|top|recent|other|more) (?:stories|articles|news|posts)\b.*
(?:related|latest|top|recent|other|more) (?:news|top|local|from|us|world|great) (?:stories|articles|news|posts)\b.*
(?:related|recommended|latest|popular|trending|top|recent|more) (?:videos|headlines|coverage|reading|topics|reads)\b.*
most (?:read|popular|viewed|recent|shared|commented)\b.*
you (?:may|might) (?:also )?(?:like|be interested).*
(?:recommended|trending|popular)(?: (?:for you|now|on|in) ?.*)?|more from .*|around the web
from (?:around )?the web|what to read next|read next|up next|sponsored(?: content| links| stories)?
promoted(?: stories| content)?|about the author|share this(?: story| article)?:?|tags?:?|topics?:?
filed under.*|related(?: topics)?:?|commentaires?|sur le même sujet|à lire aussi.*|kommentare?
mehr zum thema.*|das könnte sie auch.*|comentarios|noticias relacionadas|te puede interesar.*|reacties
lees meer.*|comentários|leia mais|комментарии|читайте также.*|коментарі|читайте також.*|تعليقات|اقرأ أيضا.*
相关新闻|相关阅读|评论|संबंधित खबरें|copyright ©.*|© ?(?:copyright )?(?:19|20)\d\d.*
"""
)
_BYLINE: Final = re.compile(
    r"^(?:by|par|von|por|door|от|автор|بقلم|作者|written by|posted by|reporting by|story by)\b:? .{2,80}$",
    re.IGNORECASE,
)
_COMMENT: Final = re.compile(r"^.{2,40} (?:says|said|wrote|on .{6,40} said):$")
_LONGEST: Final = 500
_STRANGE: Final = ("{", "}", "<", ">", "|", "=", "\\", "%2F")
_CALL: Final = re.compile(r"\w\(\)")


def is_share_line(line: str) -> bool:
    """Whether a line is nothing but names of buttons."""
    words = line.lower().split(None, 20)[:20]
    return not words or (words[0] in _SHARE and _SHARE.issuperset(words))


def is_byline(line: str) -> bool:
    """Whether a line only says who wrote it."""
    return bool(_BYLINE.match(line)) and line[-1] not in ".!?" and count_words(line) <= 12


def is_credit(line: str) -> bool:
    """Whether a line ends as the caption of a picture does."""
    if len(line) > _LONGEST or not (line.endswith((")", " ")) or has_any(line, _CREDIT_WORDS)):
        return False
    return bool(_CREDIT.search(line))


def _invites(line: str) -> bool:
    low = line.lower()
    return has_any(low, _INVITING_WORDS) and bool(_INVITING.search(line))


def _is_strange(line: str) -> bool:
    """Whether a line is code or an address, not words."""
    return has_any(line, _STRANGE) or ("()" in line and bool(_CALL.search(line)))


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the page, not to the article; a long one never does."""
    if len(line) > _LONGEST:
        return False
    if is_share_line(line) or _DROPPED.match(line) or is_byline(line):
        return True
    words = count_words(line)
    if is_credit(line) and words < 60:
        return True
    return words < 45 and (_invites(line) or _is_strange(line))


def ends_article(line: str) -> bool:
    """Whether a line opens what stands after an article: comments, other stories."""
    return len(line) < 90 and bool(_ENDING.match(line) or _COMMENT.match(line))
