"""Invented corpora: pages of one paragraph about a place, in WARC files made with the real tool."""

import gzip
import io
from pathlib import Path

from fastwarc.warc import WarcRecord, WarcRecordType

PLACES = ("Russia", "Kenya", "Brazil", "Japan")
PAGE = (
    "<html><head><title>{place} number {number}</title></head><body><article><h1>{place} number {number}</h1>"
    "<p>Officials in {place} said on Monday that page {number} was invented for a test. The government of {place} "
    "added that nothing else had happened, and that its ministers would say so again.</p></article></body></html>"
)


def page(number: int) -> bytes:
    return PAGE.format(place=PLACES[number % len(PLACES)], number=number).encode()


def record(number: int, body: bytes | None = None, kind: str = "text/html", status: str = "200 OK") -> bytes:
    """One gzip member: a response with its page, as crawlers write it."""
    one = WarcRecord()
    one.init_headers(record_type=WarcRecordType.response)
    one.headers["WARC-Record-ID"] = f"<urn:uuid:00000000-0000-4000-8000-{number:012d}>"
    one.headers["WARC-Target-URI"] = f"https://news.example.org/{number}"
    one.headers["Content-Type"] = "application/http; msgtype=response"
    content = page(number) if body is None else body
    one.set_bytes_content(f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + content)
    written = io.BytesIO()
    one.write(written, checksum_data=False)
    return gzip.compress(written.getvalue(), 1)


def write_warc(path: Path, numbers: range) -> Path:
    path.write_bytes(b"".join(map(record, numbers)))
    return path
