"""What Stadtbibliothek Seeborn has said, plans to say, and was asked."""

from theke.site.demo.script import Piece

EVERYWHERE = ("Website", "Mastodon", "Facebook")
SHELF = "Ein Regal voller bunter Buchrücken, davor ein leerer Sessel."
LANTERN = "Gebastelte Laternen leuchten vor einem dunkelblauen Abendhimmel."
WHALE = "Illustration: Ein kleiner blauer Wal schwimmt unter Papiersternen."
WINDOW = "Blick durch ein Bibliotheksfenster auf verschneite Dächer."

PIECES = (
    Piece(34, "10:00", "Anna Weiß", EVERYWHERE, "Die Herbstferien haben angefangen: Von Dienstag bis Samstag ist die Zentrale ab 10 Uhr geöffnet. Neu im Foyer: ein Tisch mit 60 Krimis für lange Abende. #Herbstferien", picture="shelf", alt=SHELF),
    Piece(33, "15:30", "Yusuf Demir", ("Blog Technik", "Mastodon"), "Im Robotik-Workshop haben zwölf Kinder ihrem ersten Roboter das Tanzen beigebracht. Wer zusehen will: Freitag ab 15 Uhr, Ringstraße. #MakerTage", title="Zwölf Roboter lernen tanzen"),
    Piece(31, "09:00", "Tom Ritter", ("Blog Südstadt", "Facebook"), "Buchtipp der Woche: ein Krimi, der im Winter auf einer Hallig spielt und bei dem niemand friert. Liegt in der Südstadt bereit, Standort Kri.", title="Buchtipp: Winter auf der Hallig", answers=(("leseratte_73", "Gibt es den auch als Hörbuch?", "Ja, in der Zentrale und in der Onleihe. Soll ich ihn zurücklegen?"),)),
    Piece(28, "11:00", "Jana Berg", ("Blog Kinderbibliothek", "Facebook"), "Bilderbuchkino am Hafen: Jeden Donnerstag um 16 Uhr. Kissen liegen bereit, der Eintritt ist frei. #Bilderbuchkino", title="Bilderbuchkino am Hafen"),
    Piece(27, "17:15", "Piotr Nowak", ("Mastodon",), "Die Fahrbibliothek hält ab heute auch am Seniorenzentrum Lindenhof, jeden Mittwoch um 14 Uhr. #Fahrbibliothek", answers=(("Karin Ahlers", "Das ist eine gute Nachricht, danke!", "Das freut uns. Bis Mittwoch!"),)),
    Piece(25, "10:00", "Greta Holm", EVERYWHERE, "Saatgut-Bibliothek am Waldrand: Bis Ende November nehmen wir eure getrockneten Samen an. Im Frühling darf ausgeliehen werden. #SaatgutBibliothek"),
    Piece(24, "12:00", "Anna Weiß", EVERYWHERE, "Am Tag der Bibliotheken haben 214 Menschen mit uns gefeiert. Danke an alle, die vorgelesen, gefragt und Kuchen gebracht haben. #TagDerBibliotheken", picture="shelf", alt=SHELF),
    Piece(21, "16:00", "Jana Berg", ("Blog Kinderbibliothek",), "Laternen basteln in der Kinderbibliothek: Papier, Kleber und Ideen sind da, Taschenlampe bitte mitbringen.", title="Laternen basteln", picture="lantern", alt=LANTERN),
    Piece(20, "09:30", "Oskar Thiel", ("Blog Technik", "Facebook"), "E-Book-Sprechstunde: Jeden Donnerstag von 10 bis 12 Uhr helfen wir in der Ringstraße mit Reader, Tablet und Onleihe.", title="Hilfe mit E-Books", answers=(("Jonas Berger", "Brauche ich dafür einen Termin?", "Nein, einfach vorbeikommen. Den Reader bitte geladen mitbringen."),)),
    Piece(18, "18:00", "Henrik Lohse", ("Mastodon",), "Drei Kisten Vinyl aus einem Nachlass sind sortiert. Jazz, Krautrock und eine Platte, die niemand einordnen kann. Reinhören: Musikbibliothek, Zentrale."),
    Piece(17, "10:00", "Tom Ritter", ("Blog Südstadt", "Facebook"), "Neu im Regal: 40 Comics und Graphic Novels aus Skandinavien. Ausleihbar ab sofort in der Südstadt. #GraphicNovel", title="40 Comics aus dem Norden", picture="shelf", alt=SHELF),
    Piece(14, "17:00", "Jana Berg", EVERYWHERE, "So hell war der Hafen lange nicht: 80 Kinder, 80 Laternen und eine Blaskapelle. #Laternenfest", picture="lantern", alt=LANTERN, answers=(("Familie Özkan", "Wunderschön war das! Gibt es die Bastelvorlage noch?", "Ja, sie liegt am Hafen aus und steht im Blog der Kinderbibliothek."),)),
    Piece(12, "11:00", "Samira Haddad", ("Facebook", "Mastodon"), "Sprachcafé in der Zentrale: Deutsch üben bei Tee und Keksen, jeden Dienstag um 17 Uhr. Ihr braucht keine Anmeldung. #SprachCafé"),
    Piece(11, "09:00", "Maria Sander", EVERYWHERE, "Ab Januar gilt eine neue Gebührenordnung. Für alle unter 18 bleibt der Ausweis kostenlos. Was sich ändert, steht auf unserer Website.", answers=(("leseratte_73", "Warum kostet die Vormerkung jetzt Geld?", ""), ("Bernd M.", "Gut, dass es für Kinder frei bleibt.", "Das war uns wichtig. Danke!"))),
    Piece(9, "10:00", "Ida Lorenz", ("Facebook",), "Reisevortrag am Waldrand: mit dem Rad von Seeborn nach Danzig. Donnerstag, 19 Uhr, Eintritt frei."),
    Piece(7, "15:00", "Nele Krause", ("Blog Südstadt", "Facebook"), "Vorlesetag in der Südstadt: Von 9 bis 15 Uhr hat alle halbe Stunde jemand vorgelesen, zuletzt der Hausmeister. #Vorlesetag", title="Ein Tag lang vorgelesen", answers=(("Tanja W.", "Meine Tochter redet seitdem nur noch von Piraten. Wie hieß das Buch?", ""),)),
    Piece(6, "10:00", "Yusuf Demir", ("Blog Technik", "Mastodon"), "Gaming-Nachmittag: Freitag ab 15 Uhr in der Ringstraße, für alle ab 10 Jahren. Mitbringen müsst ihr nichts. #GamingAG", title="Gaming-Nachmittag"),
    Piece(4, "12:30", "Henrik Lohse", ("Mastodon",), "Ich finde ja: Platten klingen am besten, wenn es draußen regnet. Meine Empfehlung für heute liegt in der Musikbibliothek.", kind="personal", answers=(("vinylfreund", "Und welche ist es?", ""),)),
    Piece(3, "10:00", "Anna Weiß", EVERYWHERE, "Lange Nacht der Bibliotheken: Poetry-Slam, Druckwerkstatt und eine Führung durch das Magazin. Das Programm liegt aus und steht auf der Website. #LangeNacht", picture="window", alt=WINDOW, answers=(("Jonas Berger", "Ist die Zweigstelle Südstadt am Brückentag geöffnet? Auf der Website finde ich nichts dazu.", ""),)),
    Piece(2, "16:00", "Greta Holm", ("Facebook",), "Am Waldrand riecht es nach Äpfeln: Das Sachbuch des Monats handelt von alten Sorten, und probieren dürft ihr auch.", answers=(("Verein Stadtgrün", "Dürfen wir euer Foto für unseren Rundbrief verwenden?", ""),)),
    Piece(1, "11:00", "Jana Berg", ("Blog Kinderbibliothek", "Facebook", "Mastodon"), "Am Samstag wird vorgelesen: Um 11 Uhr liest Mara Lindqvist in der Kinderbibliothek aus „Der kleine Wal“, auf Deutsch und Schwedisch. #Vorlesen", title="Der kleine Wal", picture="whale", alt=WHALE, answers=(("Karin Åström", "Finns boken på svenska hos er?", ""),)),
    Piece(-1, "10:00", "Tom Ritter", ("Blog Südstadt", "Facebook"), "Buchtipp der Woche: Gedichte für Menschen, die keine Gedichte lesen. Standort Südstadt, Neuerwerbungen.", title="Buchtipp: Gedichte für alle"),
    Piece(-1, "16:30", "Yusuf Demir", ("Blog Technik", "Mastodon"), "3D-Druck-Sprechstunde: morgen ab 16 Uhr, Ringstraße. Bringt eure Dateien auf einem Stick mit. #MakerTage", title="3D-Druck-Sprechstunde"),
    Piece(-2, "09:00", "Anna Weiß", EVERYWHERE, "Der Adventskalender der Stadtbibliothek: Ab 1. Dezember öffnet sich jeden Tag ein Regalfach in der Zentrale. #Adventskalender", picture="window", alt=WINDOW),
    Piece(-3, "17:00", "Samira Haddad", ("Facebook", "Mastodon"), "Sprachcafé am Dienstag um 17 Uhr: Diesmal reden wir über Winter, Feste und das beste Gebäck. #SprachCafé"),
    Piece(-4, "10:00", "Jana Berg", ("Blog Kinderbibliothek", "Facebook"), "Bilderbuchkino am Donnerstag: „Die Eule, die gern aufstand“. Beginn 16 Uhr, Hafen. #Bilderbuchkino", title="Bilderbuchkino: Die Eule"),
    Piece(-5, "12:00", "Piotr Nowak", ("Mastodon",), "Die Fahrbibliothek hat jetzt ein Regal nur für Hörbücher. Für alle, die lieber zuhören. #Fahrbibliothek"),
    Piece(-6, "18:00", "Greta Holm", EVERYWHERE, "Saatgut-Bibliothek: Letzte Gelegenheit, Samen abzugeben. Am Waldrand, bis Samstag um 13 Uhr. #SaatgutBibliothek"),
)

DRAFTS = (
    Piece(0, "", "Anna Weiß", ("Website", "Facebook"), "Zwischen den Jahren: Öffnungszeiten aller Zweigstellen (Liste kommt von der Leitung)"),
    Piece(0, "", "Lena Vogt", ("Mastodon",), "Manga-Treff sucht Mitlesende ab 14"),
)
