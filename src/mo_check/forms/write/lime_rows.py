"""The rows and expressions of LimeSurvey's tab-separated survey structure."""

from html import escape

from mo_check.forms.pure.questionnaire import ItemCondition
from mo_check.forms.pure.survey_names import lime_choice, lime_code

COLUMNS = (
    "class",
    "type/scale",
    "name",
    "relevance",
    "text",
    "help",
    "language",
    "validation",
    "mandatory",
    "other",
    "default",
    "same_default",
    "hidden",
    "exclude_all_others",
)
SETTINGS = {
    "format": "G",
    "anonymized": "Y",
    "datestamp": "Y",
    "ipaddr": "N",
    "refurl": "N",
    "allowregister": "N",
    "assessments": "N",
    "usecaptcha": "N",
    "htmlemail": "Y",
    "sendconfirmation": "N",
    "showwelcome": "Y",
    "showxquestions": "Y",
    "navigationdelay": "0",
    "autoredirect": "N",
    "savetimings": "N",
    "allowsave": "Y",
    "allowprev": "Y",
    "showprogress": "Y",
    "questionindex": "1",
    "printanswers": "Y",
    "listpublic": "N",
    "publicstatistics": "N",
    "usecookie": "N",
    "alloweditaftercompletion": "N",
    "tokenanswerspersistence": "N",
    "nokeyboard": "N",
    "shownoanswer": "Y",
    "showgroupinfo": "B",
    "showqnumcode": "X",
}
"""How the survey behaves. They come first and are ASCII: the importer guesses the encoding from the first 1,000 bytes."""
ALWAYS = "1"
"""The expression that always holds."""
Row = dict[str, str]


def lime_question(kind: str, code: str, text: str, **more: str) -> Row:
    """Return the row of a question."""
    return {
        "class": "Q",
        "type/scale": kind,
        "name": code,
        "text": text,
        "relevance": ALWAYS,
        "mandatory": "N",
        "other": "N",
    } | more


def lime_answer(code: str, text: str) -> Row:
    """Return the row of an answer to the question above it."""
    return {"class": "A", "type/scale": "0", "name": code, "text": lime_html(text)}


def lime_subquestion(code: str, text: str) -> Row:
    """Return the row of something that can be chosen beside others, for the question above it."""
    return {"class": "SQ", "type/scale": "0", "name": code, "text": lime_html(text), "relevance": ALWAYS}


def chosen_expression(code: str, value: str, *, several: bool) -> str:
    """Return the expression that tells whether something was chosen."""
    return f'{code}_{lime_choice(value)}.NAOK == "Y"' if several else f'{code}.NAOK == "{lime_choice(value)}"'


def reached_expression(checklist: str, waits: ItemCondition) -> str:
    """Return the expression that tells whether an earlier question has reached the level that is waited for."""
    code = lime_code(checklist, waits.item)
    if not waits.credits:
        return " or ".join(chosen_expression(code, level, several=False) for level in waits.levels)
    brings = (f"if({chosen_expression(code, value, several=True)}, {credit}, 0)" for value, credit in waits.credits.items())
    return f"sum({', '.join(brings)}) >= {waits.least}"


def lime_html(text: str) -> str:
    """Return text as the HTML that LimeSurvey shows; a brace would begin an expression, a backslash confuse its reader."""
    plain = escape(text, quote=False).replace("{", "&#123;").replace("}", "&#125;").replace("\\", "&#92;")
    return plain.replace("\n", "<br>")
