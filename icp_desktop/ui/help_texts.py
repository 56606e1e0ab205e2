"""What the help says, as data: topics with short sections, each a head and plain paragraphs."""

from icp_desktop.i18n import later
from icp_desktop.model.record import record


@record
class HelpSection:
    """A head and what stands under it."""

    head: str
    lines: tuple[str, ...]


@record
class HelpTopic:
    """One page of the help."""

    id: str
    title: str
    sections: tuple[HelpSection, ...] = ()


START = HelpTopic(
    id="start",
    title=later("The method"),
    sections=(
        HelpSection(
            head=later("1. Look at the customers you have"),
            lines=(
                later(
                    "Think of the ones who come back, pay on time, send others and are glad to be "
                    "yours. Write down what they have in common. No customers yet? Begin with "
                    "reports and with people who have the problem you solve, and say so as the "
                    "source."
                ),
            ),
        ),
        HelpSection(
            head=later("2. Ask about the market"),
            lines=(
                later(
                    "Talk to good customers, lost ones and colleagues from sales, service and "
                    "marketing. Each of them has heard something the others have not."
                ),
            ),
        ),
        HelpSection(
            head=later("3. Name what matters"),
            lines=(
                later(
                    "Fill in the worksheet. Mark what a customer must have, should have, or what "
                    "is only nice to have. One to three profiles are enough."
                ),
            ),
        ),
        HelpSection(
            head=later("4. Say how you know"),
            lines=(
                later(
                    "Give every answer its proof. Solid marks are known, outlines are not yet. "
                    "The overview names the one step that is worth the most next."
                ),
            ),
        ),
        HelpSection(
            head=later("5. Use it, test it, look again"),
            lines=(
                later(
                    "Print the page, try it on new enquiries, and look at it again each quarter "
                    "and whenever you offer something new. Keep a version each time."
                ),
            ),
        ),
    ),
)
WORDS = HelpTopic(
    id="words",
    title=later("Words"),
    sections=(
        HelpSection(
            head=later("Profile, or ideal customer profile"),
            lines=(
                later(
                    "The kind of firm or household that gains most from what you offer and gives "
                    "most back. It is a kind, not a person."
                ),
            ),
        ),
        HelpSection(
            head=later("Persona"),
            lines=(
                later(
                    "A person within such a firm or household, with a part in the purchase. A "
                    "profile says where to look; a persona says whom you talk to."
                ),
            ),
        ),
        HelpSection(
            head=later("Not a fit"),
            lines=(
                later(
                    "The twin of the profile: who costs more than they bring, leaves early or "
                    "expects what you don’t offer."
                ),
            ),
        ),
        HelpSection(
            head=later("Proven, thin, a guess"),
            lines=(
                later(
                    "Proven: an outside source, interviews or customer data say so. Thin: only "
                    "colleagues do. A guess: nobody has told us yet."
                ),
            ),
        ),
        HelpSection(
            head=later("Trigger"),
            lines=(later("What happens just before someone starts to look for help."),),
        ),
    ),
)
SAFETY = HelpTopic(
    id="safety",
    title=later("How your data is kept safe"),
    sections=(
        HelpSection(
            head=later("A crash does not cost you your work"),
            lines=(
                later(
                    "What you type is on disk within two seconds. After a crash, a power cut or a "
                    "full disk the last saved state is whole, and at most the field you were just "
                    "typing in is lost."
                ),
            ),
        ),
        HelpSection(
            head=later("There is always a way back"),
            lines=(
                later(
                    "Every change can be undone. Versions and backups are kept apart from your "
                    "project files and are listed under Versions: all of the last two days, then "
                    "one a day, a week and a month. Going back keeps the present state first."
                ),
                later("A newer program never changes a file without keeping a copy of it."),
            ),
        ),
        HelpSection(
            head=later("Shared folders are treated with care"),
            lines=(
                later(
                    "A project file is always written whole. If it was changed on another "
                    "computer, nothing is overwritten: you are shown both and choose line by line."
                ),
            ),
        ),
        HelpSection(
            head=later("Other people’s files can do nothing"),
            lines=(
                later(
                    "Opening a file reads it and checks it. Nothing in it is carried out, and "
                    "nobody is contacted."
                ),
            ),
        ),
        HelpSection(
            head=later("Nothing leaves this computer"),
            lines=(
                later(
                    "The program never goes online and has no account. Its logs and crash reports "
                    "hold no names and no answers."
                ),
                later(
                    "Your project is not encrypted. If others use this computer, turn on the disk "
                    "encryption of the system."
                ),
            ),
        ),
    ),
)
KEYBOARD = HelpTopic(id="keyboard", title=later("Keyboard"))
ABOUT = HelpTopic(id="about", title=later("About"))
TOPICS: tuple[HelpTopic, ...] = (START, WORDS, SAFETY, KEYBOARD, ABOUT)
ALSO_KEYS: tuple[tuple[str, str], ...] = (
    (later("Next question of the tour"), "Ctrl+Return"),
    (later("Question before"), "Alt+Left"),
    (later("Open the menus"), "Alt"),
    (later("Close what lies on top"), "Esc"),
)
