"""A real terminal (tmux), and the interview as someone sees it who knows only what stands on the screen."""

import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from calling import environment, flat
from mo_check.model.item import Item

DEADLINE = 30.0
"""So many seconds may pass until the screen shows what is waited for."""


class Terminal:
    """A terminal of 80 columns and 24 lines in which one command runs."""

    def __init__(self, command: Sequence[str | Path], folder: Path, *, term: str = "tmux-256color") -> None:
        if shutil.which("tmux") is None:
            message = "These tests need a real terminal: install the Debian package tmux (apt-get install tmux)."
            raise AssertionError(message)
        place = Path(tempfile.mkdtemp(dir=folder))
        self._tmux = ["tmux", "-S", str(place / "socket"), "-f", "/dev/null"]
        self._status = place / "status"
        called = " ".join(f"'{part}'" for part in command)
        # Ctrl-C reaches the shell too; it has to live on and write the exit code.
        line = f"trap : INT; TERM={term} {called}; echo $? > '{self._status}'; cat"
        size = ("-x", "80", "-y", "24")
        self._run("new-session", "-d", *size, "-c", str(folder), "sh", "-c", line, given=environment())
        self._run("set-option", "-g", "escape-time", "0")

    def _run(self, *arguments: str, given: dict[str, str] | None = None) -> str:
        done = subprocess.run([*self._tmux, *arguments], env=given, capture_output=True, check=True, timeout=DEADLINE)
        return done.stdout.decode()

    def screen(self) -> str:
        """Return what the terminal shows."""
        return self._run("capture-pane", "-p")

    def everything(self) -> str:
        """Return what it shows and what has scrolled away."""
        return self._run("capture-pane", "-p", "-J", "-S", "-")

    def press(self, *keys: str) -> None:
        """Press keys by their tmux names."""
        self._run("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type a line and press Enter."""
        self._run("send-keys", "-l", text)
        self.press("Enter")

    def wait(self, done: Callable[[], bool], what: str) -> None:
        """Look again and again until something is so; fail with the screen when the deadline has passed."""
        end = time.monotonic() + DEADLINE
        while not done():
            assert time.monotonic() < end, f"waited in vain for {what} on this screen:\n{self.screen()}"
            time.sleep(0.02)  # between two looks, never instead of looking

    def wait_for(self, text: str) -> None:
        """Wait until a text is on the screen."""
        self.wait(lambda: text in flat(self.screen()), f"„{text}“")

    def ended(self) -> int:
        """Wait until the command has ended and return its exit code."""
        self.wait(lambda: self._status.is_file() and self._status.read_text().strip().isdigit(), "the end")
        return int(self._status.read_text())

    def close(self) -> None:
        """Close the terminal."""
        self._run("kill-server")


class Page:
    """The interview on a screen of pages: keys answer at once."""

    options: tuple[str, ...] = ()
    term = "tmux-256color"

    def __init__(self, terminal: Terminal, items: Sequence[Item]) -> None:
        self.terminal = terminal
        self._items = items

    def _seen(self) -> str:
        return flat(self.terminal.screen())

    def _waits(self, seen: str) -> bool:
        """Tell whether the prompt stands at the end."""
        return re.search(r"▸ (Antwort \d–\d|gewählt: [^▸]*):$", seen) is not None

    def asked(self) -> Item | None:
        """Return the item whose question stands on the screen and waits for an answer."""
        seen = self._seen()
        found = [item for item in self._items if flat(item.question) in seen]
        return found[0] if self._waits(seen) and len(found) == 1 else None

    def wait_for_another(self, before: Item | None) -> None:
        """Wait until another question is asked, or the interview turns to what is open."""
        self.terminal.wait(lambda: self.at_the_end() or self.asked() not in (None, before), "the next question")

    def at_the_end(self) -> bool:
        """Tell whether the interview has come to its end and asks how to go on."""
        return "so abschließen" in self._seen()

    def key(self, meaning: str) -> str:
        """Return the key that the screen names for something."""
        found = re.findall(rf"(\S+) {re.escape(meaning)}", flat(self.terminal.everything()))
        assert found, f"the screen names no key for „{meaning}“:\n{self.terminal.screen()}"
        return {"Eingabetaste": "Enter"}.get(found[-1], found[-1])

    def offers(self, meaning: str) -> bool:
        """Tell whether the question on the screen offers something."""
        return re.search(rf"\S+ {re.escape(meaning)}", self._seen()) is not None

    def hit(self, key: str) -> None:
        """Press the key of a reply."""
        self.terminal.press(key)

    def hit_options(self, *keys: str) -> None:
        """Choose options."""
        self.terminal.press(*keys, "Enter")

    def choose(self, prompt: str, key: str) -> None:
        """Wait for a choice and take one."""
        self.terminal.wait_for(prompt)
        self.hit(key)


class Lines(Page):
    """The interview in plain lines: every reply is a line."""

    options = ("--plain",)

    def _seen(self) -> str:
        """Return what stands from the last question on."""
        parts = flat(self.terminal.everything()).rpartition("Frage ")
        return parts[1] + parts[2] if parts[1] else parts[2]

    def _waits(self, seen: str) -> bool:
        return seen.endswith("Ihre Antwort:")

    def key(self, meaning: str) -> str:
        """Return the key that was named for something; keys are told once."""
        found = super().key(meaning)
        return "" if found in {"Zeile", "Enter"} else found

    def offers(self, meaning: str) -> bool:
        """Tell whether something can be said; what a question does not allow is refused, so the program is asked."""
        return meaning in flat(self.terminal.everything())

    def hit(self, key: str) -> None:
        """Type the line of a reply."""
        self.terminal.type(key)

    def hit_options(self, *keys: str) -> None:
        """Choose options in one line."""
        self.terminal.type(" ".join(keys))


class Dumb(Lines):
    """The same where the terminal itself says that it can do no more."""

    options = ()
    term = "dumb"
