"""Blogs and websites that run on WordPress, by their own interface and an application password."""

from theke.networks.base import Facts, Field, Option, gettext_noop

FACTS = Facts(
    key="wordpress",
    label="WordPress",
    code="WP",
    colour="green",
    about=gettext_noop(
        "A blog or website that runs on WordPress. You need a user there who may publish, and https. Each blog is a channel of its own."
    ),
    fields=(
        Field(
            "address",
            gettext_noop("What is the address of the blog?"),
            gettext_noop("As one types it to read the blog. A blog in a subfolder needs the subfolder, too."),
            kind="address",
            example="https://blog.bibliothek.example",
        ),
        Field(
            "user",
            gettext_noop("Do you have an application password?"),
            gettext_noop(
                "Usually not: leave this empty and the next page, too, and allow access on the blog's own page."
                " If you have one, type the user name that it belongs to."
            ),
            required=False,
        ),
        Field(
            "password",
            gettext_noop("The application password"),
            gettext_noop("Made on the blog under “Users”, “Profile”. It looks like: abcd EFGH 1234 ijkl MNOP 6789."),
            kind="secret",
            required=False,
        ),
    ),
    options=(
        Option("categories", gettext_noop("Categories"), kind="choices"),
        Option("tags", gettext_noop("Tags on the blog"), kind="choices"),
        Option(
            "new_tags", gettext_noop("Further tags"), gettext_noop("Parted by commas. What the blog does not know is made.")
        ),
        Option("excerpt", gettext_noop("Excerpt"), gettext_noop("Shown in lists instead of the beginning."), kind="long"),
        Option(
            "first_picture",
            gettext_noop("Where the first picture stands"),
            gettext_noop("Most designs show the featured image above the post and in lists."),
            kind="choice",
            choices=(
                ("top", gettext_noop("As the featured image")),
                ("text", gettext_noop("In the text")),
                ("both", gettext_noop("As the featured image and in the text")),
            ),
            needs="image",
        ),
    ),
    signs_in_by_redirect=True,
    prepares="always",
    resend="after_looking",
    # PHP goes on for up to 30 s after the line is cut; doing it again does no harm, but the look should see the end.
    settle_seconds=20,
    looks=1,
    tried=gettext_noop("Tried against WordPress 6.1 from Debian, one site and a network of three, in November 2026."),
    cannot={
        "language": gettext_noop(
            "WordPress itself knows one language for the whole site. A post in another language is marked inside its text."
        ),
        "warning": gettext_noop("WordPress knows no content warnings."),
        "audience": gettext_noop("Posts go to everybody."),
        "thread": gettext_noop("A blog takes texts of any length, so nothing is parted."),
        "likes": gettext_noop("WordPress counts comments, but neither likes nor readers."),
    },
)
