"""The texts of a page in several languages: the page shows the leading one, and the script knows where the others go."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup


class PageTexts:
    """The texts of the page in every language; the page shows the first, and the script knows the others by place."""

    def __init__(self, tags: tuple[str, ...]) -> None:
        self.tags = tags
        self._places: dict[tuple[str, ...], int] = {}

    def shown(self, *said: str) -> "Markup":
        """Return a text as the page shows it: in the leading language, with its place in the lists of the others."""
        from markupsafe import Markup

        if len(set(said)) == 1:
            return Markup("{}").format(said[0])
        place = self._places.setdefault(said, len(self._places))
        return Markup('<span data-t="{}">{}</span>').format(place, said[0])

    def option(self, *said: str) -> "Markup":
        """Return what an <option>, which holds nothing but text, carries as its own mark."""
        from markupsafe import Markup

        if len(set(said)) == 1:
            return Markup("")
        return Markup(' data-t="{}"').format(self._places.setdefault(said, len(self._places)))

    def others(self) -> dict[str, dict[int, str]]:
        """Return, for every language but the leading one, what it says otherwise, by place."""
        told = [(place, said) for said, place in self._places.items()]
        return {tag: {place: said[n] for place, said in told if said[n] != said[0]} for n, tag in enumerate(self.tags) if n}
