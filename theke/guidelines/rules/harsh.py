"""Words that insult. Not to be read aloud; a library adds its own, or allows a word, in its settings.

Some are harmless by themselves (a spinner, a fool in a play, `hora` in a Spanish story hour): `ADDRESSED` insults only where it is said of somebody.
"""

from theke.guidelines.rules.listing import listed

_INSULTS_DE = """
idiot idioten idiotin idiotinnen idiotisch idiotische idiotischen idiotischer idiotisches vollidiot vollidioten depp deppen deppert
trottel trotteln volltrottel dummkopf dummköpfe dummköpfen blödmann blödmänner blödian vollpfosten penner schwachkopf schwachköpfe
schwachsinnig schwachsinnige schwachsinnigen schwachsinniger bescheuert bescheuerte bescheuerten bescheuerter hirnlos hirnlose hirnlosen
hirni dumpfbacke dumpfbacken arschloch arschlöcher arschlöchern arschgeige arschgeigen arsch drecksack dreckskerl dreckskerle mistkerl
mistkerle miststück schlampe schlampen wichser spast spasti lump versager kotzbrocken verblödet verblödete verblödeten dämlich dämliche
dämlichen dämlicher gesindel abschaum saftsack saukerl hohlkopf hohlköpfe flachzange flachzangen vollhorst halbaffe kackbratze
zigeuner scheißkerl scheißkerle rotzlöffel quatschkopf dummschwätzer schwachmat schwachmaten vollspacken spacken
verpiss verpisst
"""
_INSULTS_SV = """
idiot idioter idioten idioterna idiotisk idiotiskt idiotiska dumskalle dumskallar dumbom dumbommar dumhuvud dumhuvuden jävel jävlar jäveln
jävla skitstövel skitstövlar korkad korkat korkade pucko puckon puckad puckade kärring kärringar gubbjävel kärringjävel miffo miffon rövhål
arsle arslen käften efterbliven efterblivna imbecill imbecilla slyna slynor subba subbor svinpäls tönt töntar töntig töntiga
träskalle träskallar fåntratt fåntrattar fjant zigenare tattare hjärndöd hjärndöda skithög skithögar pissråtta knäppgök mongo cpunge
"""
_INSULTS_EN = """
idiot idiots idiotic moron morons moronic imbecile imbeciles jerks asshole assholes arsehole arseholes bastard bastards
dimwit dimwits scumbag scumbags dumbass dumbasses bitch bitches twat twats wanker wankers bullshit fuck fucking fucker fuckers dickhead
dickheads shithead cretin cretins halfwit halfwits nitwit airhead brainless
"""
_SLURS_DE = """
neger negerin kanake kanaken kümmeltürke kümmeltürken schlitzauge schlitzaugen schwuchtel schwuchteln judensau judensäue untermensch
untermenschen nigger fotze fotzen hurensohn hurensöhne missgeburt missgeburten mongo mongos kameltreiber kopftuchmädchen kopftuchmädel
"""
_SLURS_SV = """
neger negrer negern negrerna blatte blattar blattarna svartskalle svartskallar bögjävel bögjävlar judesvin lappjävel lappjävlar fitta fittor
horunge horungar muslimjävel negerjävel apjävel judejävel
"""
_SLURS_EN = "nigger niggers faggot faggots retard retards kike kikes spic spics tranny trannies raghead ragheads paki pakis"

INSULTS = {lang: frozenset(text.split()) for lang, text in (("de", _INSULTS_DE), ("sv", _INSULTS_SV), ("en", _INSULTS_EN))}
SLURS = {lang: frozenset(text.split()) for lang, text in (("de", _SLURS_DE), ("sv", _SLURS_SV), ("en", _SLURS_EN))}

ADDRESSED = {
    "de": listed(
        """dumm dumme dummen blöd blöde blöden doof doofe doofen spinner narr narren esel kuh ziege affe affen sau schwein schweine
        pfeife pfeifen lächerlich peinlich unfähig unfähige feige feigling heuchler nichtsnutz ignorant ignoranten tunte lügner"""
    ),
    "sv": listed(
        """dum dumma dumt svin gris grisar ko åsna apa hora horor bög nolla nollor löjlig löjliga patetisk patetiska inkompetent inkompetenta
        fegis fegisar lögnare hycklare trög tröga"""
    ),
    "en": listed(
        """stupid dumb fool fools pig pigs cow donkey ridiculous pathetic incompetent coward cowards liar liars hypocrite hypocrites
        ignorant useless loser losers"""
    ),
}
BEING = {
    "de": {"bist": listed("du"), "seid": listed("ihr"), "sind": listed("sie")},
    "sv": {"är": listed("du ni han hon")},
    "en": {
        "are": listed("you they"),
        **dict.fromkeys(listed("you're you’re they're they’re he's he’s she's she’s"), listed("")),
    },
}
"""The verb by which somebody is said to be so, and who stands beside it; nobody need where it says so itself."""
CALLED = {"de": listed("du ihr"), "sv": listed("ditt jävla"), "en": listed("you")}
"""What stands right before the word when somebody is called so."""
SOFT = listed(
    """zu so så echt einfach ja wohl ganz total für alle ein eine einen doch auch wirklich voll sehr verdammt mal nur
    för helt verkligen en ett ju bara fan alla riktigt väldigt rent faktiskt a an just really all very quite pretty such
    du ihr sie ni han hon you they"""
)
"""May stand between the verb and the word."""
PHRASES = {
    "de": (("halt", "die", "klappe"), ("haltet", "die", "klappe"), ("halts", "maul"), ("halt", "dein", "maul"), ("haltet", "das", "maul"),
           ("halt", "das", "maul"), ("halt's", "maul"), ("halt’s", "maul"), ("halt", "den", "mund"), ("haltet", "den", "mund"),
           ("halt", "die", "schnauze"), ("haltet", "die", "schnauze"), ("halt", "die", "fresse"), ("leck", "mich"), ("hau", "ab"), ("haut", "ab")),
    "sv": (("håll", "käften"), ("håll", "käft"), ("håll", "klaffen"), ("håll", "mun"), ("dra", "åt", "helvete"), ("far", "åt", "helvete")),
    "en": (("shut", "up"), ("shut", "the", "fuck"), ("get", "lost"), ("piss", "off"), ("drop", "dead"), ("go", "to", "hell")),
}  # fmt: skip
HEADS = {lang: {phrase[0] for phrase in phrases} for lang, phrases in PHRASES.items()}
