"""A form on paper, in the forms that documents have."""

from mo_check.forms.pages.paper_form import paper_form
from mo_check.forms.pure.questionnaire import Form
from mo_check.languages import language
from mo_check.render.formats import write_document
from mo_check.render.letter_frame import LetterFrame


def form_markdown(form: Form) -> bytes:
    """Return the paper form as Markdown."""
    return _on_paper(form, "md")


def form_docx(form: Form) -> bytes:
    """Return the paper form as a Word file. Raises MissingExtra."""
    return _on_paper(form, "docx")


def form_pdf(form: Form) -> bytes:
    """Return the paper form as PDF. Raises MissingExtra."""
    return _on_paper(form, "pdf")


def _on_paper(form: Form, name: str) -> bytes:
    written = write_document(name, [paper_form(form, language(form.tags[0]))], LetterFrame(form.day))
    return written.encode() if isinstance(written, str) else written
