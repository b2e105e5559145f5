"""Stadtbibliothek Seeborn: houses, people and channels."""

from theke.site.demo.script import Account, Colleague, House, Script
from theke.site.demo.seeborn_plans import DRAFTS, PLANNED
from theke.site.demo.seeborn_posts import SAID

WEEK = ((1, "10:00", "18:00"), (2, "10:00", "18:00"), (3, "10:00", "19:00"), (4, "10:00", "18:00"), (5, "10:00", "14:00"))
AFTERNOONS = ((1, "14:00", "18:00"), (3, "14:00", "18:00"), (4, "10:00", "13:00"))

SEEBORN = Script(
    name="Stadtbibliothek Seeborn",
    slug="seeborn",
    municipality="Stadt Seeborn",
    language="de",
    zone="Europe/Berlin",
    jurisdiction="DE-NW",
    population=61_400,
    mail="seeborn.example",
    houses=(
        House("Zentrale", "ZEN", "zentrale", ((0, "10:00", "18:00"), *WEEK)),
        House("Südstadt", "SÜD", "suedstadt", WEEK),
        House("Hafen", "HAF", "hafen", AFTERNOONS),
        House("Ringstraße", "RIN", "ringstrasse", AFTERNOONS),
        House("Waldrand", "WAL", "waldrand", AFTERNOONS),
        House("Fahrbibliothek", "BUS", "fahrbibliothek", ((1, "13:30", "17:30"), (2, "13:30", "17:30"), (3, "13:30", "17:30"))),
    ),
    staff=(
        Colleague("Maria Sander", "Bibliotheksleitung", "ZEN", "manager", ("Politik", "Presse")),
        Colleague("Anna Weiß", "Öffentlichkeitsarbeit", "ZEN", "editor", ("Veranstaltungen",), ("de", "en")),
        Colleague("Tom Ritter", "Lektorat Belletristik", "SÜD", "editor", ("Krimi", "Comics"), ("de", "sv")),
        Colleague("Jana Berg", "Kinderbibliothek", "HAF", "editor", ("Bilderbuch", "Vorlesen")),
        Colleague("Yusuf Demir", "Medienpädagogik", "RIN", "editor", ("Gaming", "Robotik"), ("de", "tr")),
        Colleague("Greta Holm", "Zweigstellenleitung", "WAL", "editor", ("Garten", "Sachbuch")),
        Colleague("Piotr Nowak", "Fahrbibliothek", "BUS", "editor", ("Hörbuch",), ("de", "pl")),
        Colleague("Lena Vogt", "Ausbildung FaMI", "ZEN", "employee", ("Manga",)),
        Colleague("Henrik Lohse", "Musikbibliothek", "ZEN", "employee", ("Noten", "Vinyl")),
        Colleague("Samira Haddad", "Interkulturelle Arbeit", "ZEN", "employee", ("Deutsch lernen",), ("de", "ar", "fr")),
        Colleague("Ute Brandt", "Auskunft", "SÜD", "employee", ("Heimatgeschichte",)),
        Colleague("Nele Krause", "Kinderbibliothek", "SÜD", "employee", ("Kinderbuch",)),
        Colleague("Oskar Thiel", "Onleihe und Technik", "RIN", "employee", ("E-Books",)),
        Colleague("Ida Lorenz", "Auskunft", "WAL", "employee", ("Reise",)),
    ),
    accounts=(
        Account("Website", "website", "ZEN", "Alles Wichtige auf der eigenen Seite"),
        Account("Mastodon", "practice", "ZEN", "Gespräch mit der Stadt und der Fachwelt", "MA", "violet", "initials_branch"),
        Account("Facebook", "practice", "ZEN", "Veranstaltungen und Hinweise für Familien", "FB", "petrol"),
        Account("Blog Kinderbibliothek", "practice", "HAF", "Vorlesen, Basteln, Buchtipps für Kinder", "BL", "green"),
        Account("Blog Südstadt", "practice", "SÜD", "Neues aus der Südstadt", "BL", "green"),
        Account("Blog Technik", "practice", "RIN", "Gaming, Robotik, Onleihe", "BL", "green", publishers="branch"),
    ),
    pieces=(*SAID, *PLANNED),
    drafts=DRAFTS,
    away=(("Nele Krause", "Tom Ritter"),),
    new=("Lena Vogt",),
)
