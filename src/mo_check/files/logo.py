"""PNG and JPEG files looked at far enough that every writer can take them: kind, size, and whether they are whole."""

import struct
import zlib

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_MOST_PIXELS = 5000
_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG after which its size stands."""
_ALONE = {0x01, *range(0xD0, 0xD9)}
"""Markers without a length."""
_SCAN = 0xDA


def measured_logo(data: bytes) -> tuple[str, int, int] | None:
    """Return kind, width and height of a picture; None for what is none, is broken, or is far too large."""
    try:
        found = _png(data) if data.startswith(_PNG) else _jpeg(data) if data.startswith(_JPEG) else None
    except (struct.error, zlib.error, IndexError, ValueError):
        return None
    return found if found and all(0 < size <= _MOST_PIXELS for size in found[1:]) else None


def _png(data: bytes) -> tuple[str, int, int] | None:
    """Read every chunk, hold it against its check sum, and unpack the pixels once."""
    at, pixels, size = len(_PNG), zlib.decompressobj(), (0, 0)
    room = _MOST_PIXELS * _MOST_PIXELS * 8
    while True:
        length, name = struct.unpack_from(">L4s", data, at)
        body = data[at + 8 : at + 8 + length]
        if zlib.crc32(name + body) != struct.unpack_from(">L", data, at + 8 + length)[0]:
            return None
        if name == b"IHDR":
            size = struct.unpack_from(">LL", body)
        if name == b"IDAT":
            room -= len(pixels.decompress(body, room))
        if name == b"IEND":
            return ("png", *size) if pixels.eof else None
        at += 12 + length


def _jpeg(data: bytes) -> tuple[str, int, int] | None:
    """Follow the markers to the size, and on to the pixels behind it; a whole file ends with the marker of the end."""
    at, size = 2, None
    while True:
        lead, marker = data[at], data[at + 1]
        if lead != 0xFF:  # noqa: PLR2004 - every marker begins so
            return None
        if marker in _ALONE or marker == 0xFF:  # noqa: PLR2004 - filling
            at += 2 if marker in _ALONE else 1
            continue
        if marker in _SIZES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            size = (width, height)
        if marker == _SCAN:
            return ("jpeg", *size) if size and data.rstrip(b"\0").endswith(b"\xff\xd9") else None
        at += 2 + struct.unpack_from(">H", data, at + 2)[0]
