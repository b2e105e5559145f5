"""Common words, endings and letters by which German, Swedish and English are told apart."""

from theke.guidelines.rules.listing import listed

_DE = listed(
    """
    schreib schreibt erzählt leih leiht wochenende neu neue kinder schule früh lesung abend
    der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine keinen ich du er sie es wir
    ihr uns euch ihnen ihm ihn mich dich sich mein dein sein unser unsere unserer unserem unseren euer eure ist sind war
    waren wird werden wurde hat haben hatte hatten kann können konnte muss müssen soll sollen will wollen möchte mit von
    vom zu zum zur bei beim aus auf für über unter nach vor seit bis gegen ohne durch um an am im ins als wie wenn dass
    weil ob denn auch nur noch schon sehr mehr immer heute morgen gestern jetzt hier dort dann alle alles viel viele
    gern gerne bitte danke uhr kommt komm liest lesen freuen lädt laden gibt geht machen mach findet wer was wo wann
    warum welche dieser diese dieses jede jeder jedes samstag sonntag montag dienstag mittwoch donnerstag freitag bücher
    buch bücherei bibliothek
    """
)
_SV = listed(
    """
    helgen skriv berätta hej boka låna kommentarerna skolan förmiddag eftermiddag barn sagostund
    och eller men inte ingen inget inga jag du han hon det den vi ni de dem oss er mig dig sig min mitt mina din ditt
    dina vår vårt våra ett är var blir blev har hade kan kunde ska skulle vill måste med av från till på för över hos
    utan mellan genom om som när att eftersom också bara ännu redan mycket mer alltid idag imorgon igår nu här där då
    alla allt många gärna tack varmt välkommen välkomna kommer kom läser läs läsa finns går gör ge får vad vem hur
    varför vilken vilka vilket denna detta dessa varje klockan kl lördag söndag måndag tisdag onsdag torsdag fredag
    böcker bok boken biblioteket bibliotek dag dagen vecka veckan öppet stängt kväll under efter före mot hej våra
    """
)
_EN = listed(
    """
    tell write weekend borrow children school story reading evening morning
    the an and or but not no i you he she it we they us them me my your our their his her its is are was were be been
    being have has had do does did can could must shall should will would may with from of to for at by on about over
    under after before since until without through as like if that because than also only still already very more always
    today tomorrow yesterday now here there then all every many much please thanks thank come comes join read reads
    reading who what where when why how which this these those each saturday sunday monday tuesday wednesday thursday
    friday books book library welcome free new next week
    """
)
STOPS = {
    "de": frozenset(_DE) - {"war", "was", "will", "so"},
    "sv": frozenset(_SV) - {"du", "er", "den", "de", "men", "kan", "under", "var", "bok", "dem", "ska"} | {"kan", "den", "men"},
    "en": frozenset(_EN) - {"an", "will", "was", "me", "do", "still", "i", "her"},
}
ENDINGS = {
    "de": ("ung", "ungen", "heit", "keit", "schaft", "lich", "liche", "lichen", "isch", "ische", "erei", "stunde", "chen"),
    "sv": tuple(listed("ning ningar ningen skap het heten ligt liga arna erna orna ade ande stund stunden")),
    "en": ("tion", "tions", "ness", "ment", "ments", "ing", "ings", "ously", "ally", "ful"),
}
LETTERS: dict[str, frozenset[str]] = {"de": frozenset("üß"), "sv": frozenset("å"), "en": frozenset()}
