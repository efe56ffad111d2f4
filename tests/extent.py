"""How much is tried: samples every day, the whole with ``--hypothesis-profile full`` (``just slow``)."""

from hypothesis import HealthCheck, Phase, settings

SAMPLES = 30
"""How many cases of a law are tried every day."""
_ALWAYS = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # never judged by how busy the machine is


def register() -> None:
    """Make the two profiles known to hypothesis, and samples the one that holds unless another is asked for."""
    settings.register_profile("samples", _ALWAYS, max_examples=SAMPLES)
    settings.register_profile("full", _ALWAYS, max_examples=500)
    settings.load_profile("samples")


def times(part: float) -> int:
    """Return how many cases are tried of what usually is tried ``SAMPLES`` times, multiplied by ``part``."""
    return max(1, round(part * settings().max_examples))


def cheaply() -> settings:
    """Return the settings of a law whose cases are cheap and have much to find: three times as many."""
    return settings(max_examples=times(3))


def briefly() -> settings:
    """Return the settings of a law whose cases are costly: fewer, and told as they were drawn, for the smallest takes minutes."""
    return settings(max_examples=times(1 / 2), phases=(Phase.explicit, Phase.generate))
