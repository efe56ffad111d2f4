"""PNG and JPEG files looked at far enough that every writer can take them: kind, size, and whether they are whole."""

import struct
import zlib
from io import BytesIO

import imagesize

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_MOST_PIXELS = 5000
_MARKER, _SCAN, _END = 0xFF, 0xDA, b"\xff\xd9"


def measured_logo(data: bytes) -> tuple[str, int, int] | None:
    """Return kind, width and height of a picture; None for what is none, is broken, or is far too large."""
    try:
        kind = "png" if data.startswith(_PNG) and _whole_png(data) else "jpeg" if _whole_jpeg(data) else None
    except (struct.error, zlib.error, IndexError):
        return None
    width, height = imagesize.get(BytesIO(data), exif_rotation=False)  # as writers see it; -1 where there is no size
    return (kind, width, height) if kind and all(0 < size <= _MOST_PIXELS for size in (width, height)) else None


def _whole_png(data: bytes) -> bool:
    """Hold every chunk against its check sum, and unpack the pixels once."""
    at, pixels, room = len(_PNG), zlib.decompressobj(), _MOST_PIXELS * _MOST_PIXELS * 8
    while True:
        length, name = struct.unpack_from(">L4s", data, at)
        body = data[at + 8 : at + 8 + length]
        if zlib.crc32(name + body) != struct.unpack_from(">L", data, at + 8 + length)[0]:
            return False
        if name == b"IDAT":
            room -= len(pixels.decompress(body, room))
        if name == b"IEND":
            return pixels.eof
        at += 12 + length


def _whole_jpeg(data: bytes) -> bool:
    """Follow the markers to the pixels without a gap, as every writer does; a whole file ends with the marker of the end."""
    at = len(_JPEG) if data.startswith(_JPEG) else len(data)
    while data[at] == _MARKER and data[at + 1] != _SCAN:
        at += 2 + struct.unpack_from(">H", data, at + 2)[0]
    return data[at] == _MARKER and data.rstrip(b"\0").endswith(_END)
