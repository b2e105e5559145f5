"""Words that hashtags of libraries are made of. Glue is what a compound of the language never holds."""

_GLUE_DE = """
ich du er wir ihr sie es uns euch mein meine dein deine unser unsere euer eure der die das den dem des eine einen einem
ist sind war wird werden hat haben kann können macht machen liebt lieben liest lesen kommt kommen bleibt bleiben geht gehen
des tages monats jahres der woche braucht brauchen lebt leben und oder aber für zum zur im am beim vom mit ohne gegen wie wo was wer warum nicht kein keine mehr
immer heute morgen jetzt hier alle glücklich schön neu gut gemeinsam zusammen endlich wieder dabei
"""
_DE = """
bibliothek bibliotheken bücherei büchereien stadtbibliothek stadtbücherei buch bücher lesung vorlesen vorgelesen kinder jugend
familie familien stadt dorf park garten hafen haus häuser zuhause welt tag tage woche monat jahr montag dienstag mittwoch
donnerstag freitag samstag sonntag sommer winter herbst frühling ferien spiel spiele spielen musik film filme kultur bildung
lernen wissen liebe freude spaß zeit raum ort treffpunkt team menschen demokratie vielfalt digital medien online sprache
deutsch schwedisch geschichten geschichte abend nacht morgen kaffee tee schule kita eltern oma opa tipp tipps buchtipp in auf
"""
_GLUE_SV = """
jag du han hon vi ni de dem oss er min mitt mina din ditt dina vår vårt våra är var blir har kan ska läser läs älskar kommer gör
går finns behövs och eller men för på i till från med utan hos att det den en ett som inte alla alltid idag imorgon nu här mer
bra ny nytt nya glad glada tillsammans äntligen igen välkommen välkomna dagens veckans månadens årets
"""
_SV = """
bibliotek biblioteket biblioteken folkbibliotek bok boken böcker böckerna läsning läsa högläsning barn ungdom unga familj familjer
stad staden kommun park hamn hamnen hus hem hemma värld världen dag dagar dagen vecka veckan månad månaden år året sommar
sommaren vinter höst vår lov sportlov spel musik film filmer kultur bildning lära kunskap kärlek glädje tid tiden rum plats
mötesplats team människor demokrati mångfald digital språk svenska tyska berättelser saga sagor sagostund kväll kvällen natt
fika skola förskola föräldrar mormor morfar tips boktips
"""
_EN = """
i you he she we they us our your my the a an is are was be do does go has have can will make makes love loves read reads reading
come comes stay and or but for to from with without at in on of not all always today tomorrow now here more new good happy
together again welcome everyone everybody unite library libraries librarian librarians book books children kids youth family families city town park
garden harbour house home world day days week month year summer winter autumn spring holiday holidays game games play music
film films culture learning knowledge joy time room place team people democracy digital language story stories evening night
coffee tea school parents tip tips save support local public our club lovers lover shelf shelfie
"""

GLUE = {"de": frozenset(_GLUE_DE.split()), "sv": frozenset(_GLUE_SV.split())}
WORDS = {
    "de": GLUE["de"] | frozenset(_DE.split()),
    "sv": GLUE["sv"] | frozenset(_SV.split()),
    "en": frozenset(_EN.split()),
}
