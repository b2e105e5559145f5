"""What Stadtbibliothek Seeborn plans to say, and what is still a draft."""

from theke.site.demo.script import Piece
from theke.site.demo.seeborn_posts import EVERYWHERE, WINDOW

PLANNED = (
    Piece(
        -1,
        "10:00",
        "Tom Ritter",
        ("Blog Südstadt", "Facebook"),
        "Buchtipp der Woche: Gedichte für Menschen, die keine Gedichte lesen. Standort Südstadt, Neuerwerbungen.",
        title="Buchtipp: Gedichte für alle",
    ),
    Piece(
        -1,
        "16:30",
        "Yusuf Demir",
        ("Blog Technik", "Mastodon"),
        "3D-Druck-Sprechstunde: morgen ab 16 Uhr, Ringstraße. Bringt eure Dateien auf einem Stick mit. #MakerTage",
        title="3D-Druck-Sprechstunde",
    ),
    Piece(
        -2,
        "09:00",
        "Anna Weiß",
        EVERYWHERE,
        "Der Adventskalender der Stadtbibliothek: Ab 1. Dezember öffnet sich jeden Tag ein Regalfach in der Zentrale. #Adventskalender",
        picture="window",
        alt=WINDOW,
    ),
    Piece(
        -3,
        "17:00",
        "Samira Haddad",
        ("Facebook", "Mastodon"),
        "Sprachcafé am Dienstag um 17 Uhr: Diesmal reden wir über Winter, Feste und das beste Gebäck. #SprachCafé",
    ),
    Piece(
        -4,
        "10:00",
        "Jana Berg",
        ("Blog Kinderbibliothek", "Facebook"),
        "Bilderbuchkino am Donnerstag: „Die Eule, die gern aufstand“. Beginn 16 Uhr, Hafen. #Bilderbuchkino",
        title="Bilderbuchkino: Die Eule",
        picture="reader",
        alt="Eine Frau mit Brille liest vor einem Bücherregal aus einem großen roten Buch vor.",
    ),
    Piece(
        -5,
        "12:00",
        "Piotr Nowak",
        ("Mastodon",),
        "Die Fahrbibliothek hat jetzt ein Regal nur für Hörbücher. Für alle, die lieber zuhören. #Fahrbibliothek",
    ),
    Piece(
        -6,
        "18:00",
        "Greta Holm",
        EVERYWHERE,
        "Saatgut-Bibliothek: Letzte Gelegenheit, Samen abzugeben. Am Waldrand, bis Samstag um 13 Uhr. #SaatgutBibliothek",
    ),
)

DRAFTS = (
    Piece(
        0,
        "",
        "Anna Weiß",
        ("Website", "Facebook"),
        "Zwischen den Jahren: Öffnungszeiten aller Zweigstellen (Liste kommt von der Leitung)",
    ),
    Piece(0, "", "Lena Vogt", ("Mastodon",), "Manga-Treff sucht Mitlesende ab 14"),
)
