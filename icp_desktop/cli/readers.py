"""Who will read what a command makes, and the list of what was hidden from them."""

import argparse
from pathlib import Path

from icp_desktop.cli.call import WrongCallError
from icp_desktop.cli.output import say
from icp_desktop.documents.content import Request, language_of
from icp_desktop.i18n import _, using
from icp_desktop.sharing.choice import AUDIENCES, Choice, Hidden, hidden_words
from icp_desktop.storage.atomic import write_whole
from icp_desktop.storage.handing_over import refuse_taken


def read_choice(call: argparse.Namespace) -> Choice:
    """Return whom a call is for and what stays behind; raise WrongCallError."""
    word = (call.readers or "team").casefold()
    audience = next((each for each in AUDIENCES if each == word), None)
    if audience is None:
        raise WrongCallError(
            _(
                "“{word}” are no readers this program knows. There are: {all}.",
                word=word[:60],
                all=", ".join(AUDIENCES),
            )
        )
    if audience != "anyone" and (call.hide or call.keep):
        raise WrongCallError(_("--hide and --keep go with --readers anyone."))
    return Choice(
        audience=audience,
        without=tuple(call.without or ()),
        also=tuple(call.hide or ()),
        keep=tuple(call.keep or ()),
    )


def for_readers(request: Request, choice: Choice) -> tuple[Request, tuple[Hidden, ...]]:
    """Return what a document is made from for its readers, and what was hidden."""
    refuse_unknown_parts(request, choice)
    if choice.is_everything:
        return request, ()
    from icp_desktop.sharing.copies import make_copy, request_of

    with using(language_of(request)):
        copy = make_copy(request.project, choice)
    return request_of(request, copy, choice), copy.hidden


def refuse_unknown_parts(request: Request, choice: Choice) -> None:
    """Raise WrongCallError if something is to stay behind that is not there."""
    if not choice.without:
        return
    from icp_desktop.sharing.copies import parts_to_choose

    parts = [part for part, _name in parts_to_choose(request.project)]
    for each in choice.without:
        if each not in parts:
            raise WrongCallError(
                _(
                    "There is no part “{part}” to leave out. There are: {all}.",
                    part=each[:60],
                    all=", ".join(parts),
                )
            )


def refuse_list(call: argparse.Namespace, file: Path) -> None:
    """Stop before anything is made where the list of what was hidden has no place."""
    from icp_desktop.cli.exporting import refuse_no_place

    if call.hidden_list:
        path = Path(call.hidden_list)
        refuse_no_place(path)
        refuse_taken(path if path.is_absolute() else file.parent.cwd() / path)


def say_hidden(hidden: tuple[Hidden, ...], path: str | None) -> None:
    """Say how much was hidden, and write the list where it is wanted."""
    if hidden:
        say(_("Hidden: {what}.", what=hidden_words(hidden)))
    if path:
        from icp_desktop.sharing.pack_data import hidden_list

        write_whole(Path(path).absolute(), hidden_list(hidden))
        say(_("The list of it is in {file}; keep it to yourself.", file=path))
