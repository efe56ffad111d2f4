"""A form on paper, in the forms that documents have."""

from mo_check.documents.paper_form import paper_form
from mo_check.languages import language
from mo_check.model.questionnaire import Form
from mo_check.writers.markdown import markdown


def form_markdown(form: Form) -> bytes:
    """Return the paper form as Markdown."""
    return markdown(paper_form(form, language(form.tags[0]))).encode()
