"""Logos: what every writer can take is told by kind and size, and nothing else is accepted."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logos import JPEG, chunk, png
from mo_check.files.logo import measured_logo

FRAME = JPEG.index(b"\xff\xc0")
TURNED = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
"""What a camera held upright says about its picture."""


def jpeg(width: int, height: int, before: bytes = b"") -> bytes:
    """Return a picture whose head says this size, with further segments before it."""
    return JPEG[:FRAME] + before + JPEG[FRAME : FRAME + 5] + struct.pack(">HH", height, width) + JPEG[FRAME + 9 :]


def segment(marker: int, body: bytes) -> bytes:
    """Return a segment of a JPEG."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


@pytest.mark.parametrize(
    ("data", "found"),
    [
        pytest.param(png(40, 20), ("png", 40, 20), id="png"),
        pytest.param(jpeg(40, 20), ("jpeg", 40, 20), id="jpeg"),
        pytest.param(jpeg(40, 20) + b"\0\0", ("jpeg", 40, 20), id="zeros behind the end"),
        pytest.param(jpeg(40, 20, segment(0xE1, TURNED)), ("jpeg", 40, 20), id="turned: the size is the stored one"),
        pytest.param(jpeg(40, 20, segment(0xE2, b"\xff\xc0" * 9)), ("jpeg", 40, 20), id="a marker inside a segment"),
        pytest.param(png(5000, 1), ("png", 5000, 1), id="as wide as may be"),
        pytest.param(jpeg(5001, 1), None, id="too wide"),
        pytest.param(jpeg(0, 1), None, id="no width"),
        pytest.param(jpeg(1, 1, b"\0\0"), None, id="a gap before a marker"),
        pytest.param(JPEG[:FRAME] + JPEG[FRAME + 13 :], None, id="no size"),
        pytest.param(b"GIF89a" + b"\1\0\1\0" * 20, None, id="another kind"),
        pytest.param(png().replace(b"IDAT", b"IDAX"), None, id="a wrong check sum"),
        pytest.param(png()[:-12] + chunk(b"IDAT", b"\1") + chunk(b"IEND", b""), ("png", 4, 2), id="more than the pixels"),
    ],
)
def test_what_can_be_used_is_told_by_kind_and_size(data: bytes, found: tuple[str, int, int] | None) -> None:
    """Everything else is None."""
    assert measured_logo(data) == found


@pytest.mark.parametrize("data", [png(), JPEG], ids=["png", "jpeg"])
def test_no_beginning_of_a_picture_is_a_picture(data: bytes) -> None:
    """Wherever a file is cut off."""
    assert [length for length in range(len(data)) if measured_logo(data[:length]) is not None] == []


@given(st.sampled_from([png(), JPEG]), st.integers(0, 60), st.binary(max_size=4))
def test_whatever_the_bytes_there_is_an_answer(data: bytes, at: int, more: bytes) -> None:
    """No bytes are an error of ours."""
    found = measured_logo(data[:at] + more + data[at + len(more) :])
    assert found is None or (found[0] in {"png", "jpeg"} and 0 < min(found[1:]) <= max(found[1:]) <= 5000)
