"""Errors that are told to the person in plain words. Anything else is a bug."""


class KnownError(Exception):
    """Something the person can understand and do something about.

    The message is one or two whole sentences: what happened, what it means, what to do.
    """
