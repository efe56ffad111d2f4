"""A profile as YAML text that people read, mail and diff, and that every YAML reader reads alike."""

import json
import re
from collections.abc import Iterator, Mapping

from mo_check.model.profile import Answer, ChecklistAnswers, Profile

# A text stands without quotes only if no YAML reader can take it for anything else.
_PLAIN = re.compile(r"[A-Za-zÄÖÜäöüß][\wÄÖÜäöüß ,;()/+.%!?&–„“’'-]*[\wÄÖÜäöüß)%!?.“]|[A-Za-zÄÖÜäöüß]{2,}")
_WORDS = frozenset(["true", "false", "yes", "no", "on", "off", "null", "nan", "inf"])


def scalar(value: object) -> str:
    """Return one value as it stands in the file: plain where that is safe for every reader, else in double quotes."""
    if isinstance(value, int):
        return str(value)
    text = str(value)
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)


def profile_text(profile: Profile, shorts: Mapping[str, Mapping[str, str]]) -> str:
    """Return a profile as YAML text.

    ``shorts`` holds, per checklist, what stands as a comment beside each item's id.
    """
    lines = [f"format: {profile.format}"]
    if profile.remark:
        lines += _entry("remark", profile.remark, "")
    lines.append("subject:")
    for key, value in profile.subject.model_dump(mode="json", exclude_none=True).items():
        lines += _entry(key, value, "  ")
    lines.append("respondent:")
    for key, value in profile.respondent.model_dump(mode="json").items():
        lines += _entry(key, value, "  ")
    lines += [f"language: {scalar(profile.language)}", f"scope: {profile.scope}"]
    if profile.checklists:
        lines.append("checklists:")
    for checklist, held in profile.checklists.items():
        lines.append(f"  {scalar(checklist)}:")
        lines += _checklist(held, shorts.get(checklist, {}))
    return "\n".join(lines) + "\n"


def _checklist(held: ChecklistAnswers, shorts: Mapping[str, str]) -> Iterator[str]:
    yield f"    version: {scalar(held.version)}"
    if held.digest:
        yield f"    digest: {held.digest}"
    if held.answers:
        yield "    answers:"
    for item, answer in held.answers.items():
        short = shorts.get(item)
        yield f"      {scalar(item)}:" + (f"  # {' '.join(short.split())}" if short else "")
        yield from _answer(answer)


def _answer(answer: Answer) -> Iterator[str]:
    pad = "        "
    for key, value in answer.model_dump(mode="json", exclude_none=True).items():
        if key == "options":
            yield f"{pad}options: [{', '.join(scalar(one) for one in value)}]"
        elif key == "positions":
            yield f"{pad}positions:"
            for position in value:
                yield f"{pad}  - label: {scalar(position['label'])}"
                yield f"{pad}    level: {scalar(position['level'])}"
        elif key in {"date", "wording"}:
            yield f"{pad}{key}: {value}" if key == "wording" else f'{pad}{key}: "{value}"'
        else:
            yield from _entry(key, value, pad)


def _entry(key: str, value: object, pad: str) -> Iterator[str]:
    if isinstance(value, str) and "\n" in value:
        yield f"{pad}{key}: |-"
        yield from (f"{pad}  {line}" if line else "" for line in value.split("\n"))
    else:
        yield f"{pad}{key}: {scalar(value)}"
