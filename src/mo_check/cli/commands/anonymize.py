"""``profile anonymize``: profiles written anew, without what could tell whose they are."""

from pathlib import Path
from typing import Annotated

import typer

from mo_check.cli.commands.compare import readable_or_told
from mo_check.cli.context import Context
from mo_check.cli.hyphen import refuse_hyphen
from mo_check.cli.inputs import ProfilePaths


def anonymize_command(
    context: typer.Context,
    profiles: ProfilePaths,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="ORDNER", help="Ordner für die neuen Profile.", callback=refuse_hyphen)
    ],
    keep_notes: Annotated[
        bool, typer.Option("--keep-notes", help="Notizen und freie Antworten behalten, soweit sie vorgelesen werden dürfen.")
    ] = False,
    keep_evidence: Annotated[
        bool, typer.Option("--keep-evidence", help="Belege behalten, soweit sie vorgelesen werden dürfen.")
    ] = False,
    key: Annotated[
        Path | None,
        typer.Option(metavar="DATEI", help="Aufschreiben, welches neue Profil aus welchem alten stammt.", callback=refuse_hyphen),
    ] = None,
) -> int:
    """Gather the profiles, take out what tells whose they are, and write them."""
    from mo_check.cli.wording import in_words
    from mo_check.compare.anonymizing import anonymized, before_passing_on, write_anonymized
    from mo_check.compare.pure.anonymous_profile import Kept
    from mo_check.model.consent import may_be_passed_on, not_passed_on

    ctx: Context = context.obj
    found, bad = readable_or_told(profiles, ctx.library(), ctx)
    if not found:
        return 3
    passed = [one for one in found if may_be_passed_on(one.profile)]
    if kept_back := len(found) - len(passed):
        ctx.remark(in_words(not_passed_on(kept_back, len(found)), ctx.language))
    if not passed:
        return 3
    renamed = anonymized(passed, output, Kept(notes=keep_notes, evidence=keep_evidence), ctx.language)
    write_anonymized(renamed, output, key)
    for one in renamed:
        ctx.remark(ctx.language.say("Geschrieben: {file}", file=str(one.file)))
    for message in before_passing_on(renamed):
        ctx.remark(in_words(message, ctx.language))
    if key is not None:
        ctx.remark(ctx.language.say("Der Schlüssel liegt in {file}; geben Sie ihn nicht mit weiter.", file=str(key)))
    return 5 if bad else 0
