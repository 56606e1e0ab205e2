"""Talks with plainly invented people, for tests of whatever shows or counts them."""

from dataclasses import replace
from datetime import date, timedelta

from icp_desktop.model.interview import Interview, InterviewAnswer, Quote, Theme
from icp_desktop.model.project import Project
from icp_desktop.worksheet.shipped import questionnaire

NAMES = ("Jonas W.", "Edith K.", "Marta S.", "Ola B.", "Pim de V.", "Ruth A.", "Sam O.", "Ines L.")
THEMES = ("No time", "A promise to oneself", "Morning slots", "A long contract", "Doctor’s advice")
SAID = (
    "I never find the time in the evening.",
    "I had promised it to myself for years.",
    "Yours starts at 6.30 and is over before my first call.",
    "The year-long contract.",
    "In March my doctor said it out loud.",
)
FIRST_DAY = date(2026, 9, 3)


def make_themes() -> tuple[Theme, ...]:
    """Five themes."""
    return tuple(Theme(id=f"theme{n}", name=name) for n, name in enumerate(THEMES))


def make_talk(number: int, asked: str = "good-customer", answers: int = 5) -> Interview:
    """One talk; every second answer has a quote with a theme."""
    questions = questionnaire(asked).questions
    said, quotes = [], []
    for n in range(answers):
        question = questions[n % len(questions)].id + ("" if n < len(questions) else f"-{n}")
        words = SAID[(n + number) % len(SAID)]
        text = f"There is another one closer to my flat. But {words} That decided it."
        said.append(InterviewAnswer(question=question, text=text, asked=f"Question {n}?"))
        if (n + number) % 2:
            theme = f"theme{(n + number) % len(THEMES)}"
            start = text.index(words)
            quotes.append(
                Quote(
                    id=f"quote{number}-{n}",
                    question=question,
                    start=start,
                    text=words,
                    themes=(theme,),
                    starred=n == 1,
                )
            )
    return Interview(
        id=f"talk{number}",
        day=FIRST_DAY + timedelta(days=number),
        person=NAMES[number % len(NAMES)],
        role="Team lead, insurance",
        company="Kestrel Insurance",
        segment=("Insurance", "Banking", "")[number % 3],
        consent="anonymous",
        questionnaire=asked,
        answers=tuple(said),
        quotes=tuple(quotes),
    )


def with_talks(project: Project, count: int = 6, answers: int = 5) -> Project:
    """A project with so many talks."""
    talks = tuple(make_talk(number, answers=answers) for number in range(count))
    return replace(project, interviews=talks, themes=make_themes())
