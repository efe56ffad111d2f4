"""The wing of several profiles side by side: sides of one municipality, years, peers; the kit and the common profile."""
