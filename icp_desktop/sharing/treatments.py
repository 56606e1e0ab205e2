"""The things that can become of a field where a project is shared."""

from typing import Literal, get_args

Treatment = Literal[
    "kept",  # ids, choices of the program, counts: tells of nobody
    "inside",  # records, each treated by its own declaration
    "words",  # free text: names, addresses and sums in it are hidden, also what looks like a name
    "title",  # what somebody called something: likewise, but for what only looks like a name
    "notes",  # free text that is the person's own: not even for the client
    "person",  # the name of a person: a code
    "company",  # the name of a firm: a code
    "customer",  # the name of somebody on a list: a code
    "client",  # whose project it is: a code
    "source",  # the name of a report: a code
    "person_gone",  # the name of a person who is told by role alone: known, and left out
    "company_gone",  # likewise that of a firm
    "band",  # a sum: the edge of its band
    "month",  # a day: the first of its month
    "asked",  # the text of a TOML file: the person's own words in it are treated as words
    "hidden",  # left out
]
TREATMENTS: tuple[Treatment, ...] = get_args(Treatment)
