"""The pilots and blind tests of a sample, read from the same TOML file.

Profiles go by their place in the file; what a person said is in the order of those they judged.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from icp_desktop.model.blind_test import BlindTest, Candidate, Judge, Judgement
from icp_desktop.model.pilot import Pilot, PilotLead
from icp_desktop.worksheet.sample_records import sample_record_id

Toml = Mapping[str, Any]


def make_pilots(
    sample_id: str, tables: Sequence[Toml], profiles: Sequence[str]
) -> tuple[Pilot, ...]:
    """Return the pilots of a sample."""
    return tuple(
        Pilot(
            **{
                **each,
                "id": sample_record_id(f"{sample_id}/pilot/{number}"),
                "profile": profiles[each["profile"]],
                "leads": tuple(PilotLead(**lead) for lead in each["leads"]),
            }
        )
        for number, each in enumerate(tables)
    )


def make_blind_tests(
    sample_id: str, tables: Sequence[Toml], profiles: Sequence[str]
) -> tuple[BlindTest, ...]:
    """Return the blind tests of a sample."""
    return tuple(
        _blind_test(f"{sample_id}/blind/{number}", each, profiles)
        for number, each in enumerate(tables)
    )


def _blind_test(place: str, table: Toml, profiles: Sequence[str]) -> BlindTest:
    candidates = tuple(
        Candidate(
            **{
                **each,
                "id": sample_record_id(f"{place}/candidate/{n}"),
                "facts": tuple(each["facts"]),
            }
        )
        for n, each in enumerate(table["candidates"])
    )
    judges = tuple(
        Judge(
            id=sample_record_id(f"{place}/judge/{n}"),
            person=each["person"],
            role=each["role"],
            day=each["day"],
            judgements=tuple(
                Judgement(candidate=candidate.id, verdict=verdict)
                for candidate, verdict in zip(candidates, each["said"], strict=True)
            ),
        )
        for n, each in enumerate(table["judges"])
    )
    return BlindTest(
        id=sample_record_id(place),
        profile=profiles[table["profile"]],
        day=table["day"],
        listed=table["listed"],
        candidates=candidates,
        judges=judges,
        shown=table.get("shown"),
    )
