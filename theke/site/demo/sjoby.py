"""Sjöby bibliotek, the Swedish twin."""

from theke.site.demo.script import Account, Colleague, House, Piece, Script

WEEK = ((0, "10:00", "19:00"), (1, "10:00", "19:00"), (2, "10:00", "19:00"), (3, "10:00", "19:00"), (4, "10:00", "17:00"))
DAYS = ((0, "13:00", "18:00"), (2, "13:00", "18:00"), (3, "10:00", "16:00"))
ALL = ("Webbplatsen", "Mastodon", "Facebook")

SJOBY = Script(
    name="Sjöby bibliotek",
    slug="sjoby",
    municipality="Sjöby kommun",
    language="sv",
    zone="Europe/Stockholm",
    jurisdiction="SE",
    population=38_200,
    mail="sjoby.example",
    houses=(
        House("Huvudbiblioteket", "HUV", "huvudbiblioteket", WEEK),
        House("Norrsidan", "NOR", "norrsidan", DAYS),
        House("Hamnen", "HAM", "hamnen", DAYS),
        House("Ekbacken", "EKB", "ekbacken", DAYS),
        House("Lillåker", "LIL", "lillaker", DAYS),
        House("Bokbussen", "BUS", "bokbussen", ((1, "13:00", "17:00"), (3, "13:00", "17:00"))),
    ),
    staff=(
        Colleague("Elin Ström", "Bibliotekschef", "HUV", "manager"),
        Colleague("Nils Åkerlund", "Kommunikatör", "HUV", "editor", ("evenemang",)),
        Colleague("Sara Wiklund", "Barnbibliotekarie", "NOR", "editor", ("bilderböcker",)),
        Colleague("Amir Rahimi", "Digital delaktighet", "HAM", "editor", ("e-böcker",), ("sv", "fa")),
        Colleague("Lotta Fält", "Bibliotekarie", "EKB", "editor", ("deckare",)),
        Colleague("Johan Ek", "Bibliotekarie", "LIL", "editor", ("musik",)),
        Colleague("Petra Norling", "Bokbussen", "BUS", "editor", ("ljudböcker",)),
        Colleague("Maja Sandin", "Biblioteksassistent", "HUV", "employee", ("manga",)),
    ),
    accounts=(
        Account("Webbplatsen", "website", "HUV", "Allt viktigt på egen webb"),
        Account("Mastodon", "practice", "HUV", "Dialog med Sjöbyborna", "MA", "violet", "initials_branch"),
        Account("Facebook", "practice", "HUV", "Evenemang och nyheter", "FB", "petrol"),
        Account("Barnbloggen", "practice", "NOR", "Sagostunder och boktips för barn", "BL", "green"),
    ),
    pieces=(
        Piece(30, "09:00", "Nils Åkerlund", ALL, "Höstlovet är här! Varje dag klockan 13 är det pyssel på huvudbiblioteket. Ingen anmälan behövs. #Höstlov", picture="shelf", alt="En hylla full av färgglada bokryggar och en tom fåtölj."),
        Piece(24, "15:00", "Sara Wiklund", ("Barnbloggen", "Facebook"), "Sagostund på Norrsidan varje torsdag klockan 10. Kuddar finns, ta med en nalle. #Sagostund", title="Sagostund på Norrsidan", answers=(("Familjen Lind", "Från vilken ålder?", "Från ungefär tre år, men småsyskon är välkomna."),)),
        Piece(18, "12:00", "Lotta Fält", ("Facebook",), "Deckarcirkeln på Ekbacken har plats för tre nya läsare. Vi ses onsdagar klockan 17."),
        Piece(12, "10:00", "Amir Rahimi", ALL, "E-bokshjälp i Hamnen: kom med din läsplatta på onsdag mellan 13 och 15, så löser vi det tillsammans."),
        Piece(9, "17:30", "Petra Norling", ("Mastodon",), "Bokbussen stannar nu även vid Lindängen, tisdagar klockan 14. #Bokbussen", answers=(("Kerstin B", "Äntligen! Tack!", ""),)),
        Piece(5, "11:00", "Sara Wiklund", ("Barnbloggen", "Facebook", "Mastodon"), "Den lilla valen på två språk: sagostund på svenska och tyska, lördag klockan 11. #Sagostund", title="Den lilla valen", picture="whale", alt="Illustration: en liten blå val simmar under pappersstjärnor.", answers=(("Jonas H", "Behöver man boka plats?", ""),)),
        Piece(2, "13:00", "Nils Åkerlund", ALL, "Författarkväll med samtal om att skriva på två språk. Torsdag klockan 18, fri entré. #Författarbesök", answers=(("bokmal_82", "Varför är biblioteket stängt på söndagar?", ""),)),
        Piece(-1, "09:00", "Lotta Fält", ("Facebook",), "Veckans boktips: noveller att läsa på bussen. Finns på Ekbacken."),
        Piece(-2, "10:00", "Nils Åkerlund", ALL, "Julens öppettider är klara. Du hittar dem på vår webbplats. #Öppettider", picture="window", alt="Utsikt genom ett biblioteksfönster mot snöiga tak."),
        Piece(-4, "15:00", "Sara Wiklund", ("Barnbloggen", "Facebook"), "Sagostund på torsdag: Ugglan som gillade morgnar. Klockan 10, Norrsidan. #Sagostund", title="Sagostund: Ugglan"),
    ),
    drafts=(Piece(0, "", "Maja Sandin", ("Mastodon",), "Mangaträffen söker nya läsare"),),
)
