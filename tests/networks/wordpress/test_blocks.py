"""Plain text becomes the blocks of WordPress."""

import re

import pytest

from theke.networks.wordpress.blocks import Picture, content, first_words

PARAGRAPH = "<!-- wp:paragraph -->\n<p>{}</p>\n<!-- /wp:paragraph -->"


def bare(html: str) -> str:
    """The HTML without the comments that mark the blocks, on one line."""
    return re.sub(r"<!--.*?-->|\n", "", html)


def test_paragraphs_lines_quotes_and_the_signature_stay_as_they_were_written() -> None:
    made = content("Karin sagt: „Kommt!“\nUm 10 Uhr.\n\n– Jana Berg, Hafen")
    assert made == "\n\n".join(map(PARAGRAPH.format, ("Karin sagt: „Kommt!“<br>Um 10 Uhr.", "– Jana Berg, Hafen")))


def test_nothing_that_was_written_runs() -> None:
    made = content('<script>alert(1)</script> & "so" [gallery ids="1"] <!-- wp:html -->')
    assert "<script" not in made
    assert "[gallery" not in made
    assert made.count("<!--") == 2
    assert '&lt;script&gt;alert(1)&lt;/script&gt; &amp; "so" &#091;gallery' in made


def test_addresses_become_links_and_end_where_the_sentence_ends() -> None:
    made = bare(content("Mehr (https://bib.example/a?b=1&c=2), bald."))
    assert made == ('<p>Mehr (<a href="https://bib.example/a?b=1&amp;c=2">https://bib.example/a?b=1&amp;c=2</a>), bald.</p>')


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Mitbringen:\n- Kissen\n- Tee", "<p>Mitbringen:</p><ul><li>Kissen</li><li>Tee</li></ul>"),
        ("• Kissen\n• Tee", "<ul><li>Kissen</li><li>Tee</li></ul>"),
        ("1. Lesen\n2. Reden", "<ol><li>Lesen</li><li>Reden</li></ol>"),
        ("26. November\n27. November", "<p>26. November<br>27. November</p>"),
        ("## Am Samstag\nUm zehn", "<h2>Am Samstag</h2><p>Um zehn</p>"),
        ("### Klein", "<h3>Klein</h3>"),
        ("#lesen ist schön", "<p>#lesen ist schön</p>"),
        ("> Ein Satz\n> zwei", '<blockquote class="wp-block-quote"><p>Ein Satz<br>zwei</p></blockquote>'),
        ("- nur einer", "<p>- nur einer</p>"),
        ("", ""),
    ],
)
def test_lists_headings_and_quotes_are_what_they_look_like(text: str, html: str) -> None:
    assert bare(content(text)) == html


def test_each_block_is_closed() -> None:
    made = content("## A\n\n- b\n- c\n\n1. d\n2. e\n\n> f\n\ng", [Picture(1, "https://bib.example/a.jpg", "Alt")])
    opened = re.findall(r"<!-- wp:([a-z-]+)", made)
    assert sorted(opened) == sorted(re.findall(r"<!-- /wp:([a-z-]+)", made))
    assert {"heading", "list", "list-item", "quote", "paragraph", "image"} == set(opened)


def test_pictures_carry_number_description_and_credit() -> None:
    picture = Picture(12, "https://bib.example/a.jpg?b=1&c=2", 'Ein "Regal" <am> Hafen', "Foto: Jana & Co")
    made = content("Text", [picture])
    assert made.startswith(PARAGRAPH.format("Text"))
    for said in (
        '<!-- wp:image {"id":12,',
        'src="https://bib.example/a.jpg?b=1&amp;c=2"',
        'alt="Ein &quot;Regal&quot; &lt;am&gt; Hafen"',
        'class="wp-image-12"',
        '<figcaption class="wp-element-caption">Foto: Jana &amp; Co</figcaption>',
    ):
        assert said in made
    assert "figcaption" not in content("Text", [Picture(12, "https://bib.example/a.jpg", "")])


def test_the_first_picture_may_stand_before_the_text() -> None:
    pictures = [Picture(number, f"https://bib.example/{number}.jpg", "") for number in (1, 2)]
    made = content("Text", pictures, first_on_top=True)
    assert made.index("/1.jpg") < made.index("Text") < made.index("/2.jpg")


def test_another_language_is_marked_on_the_words_of_each_block() -> None:
    made = bare(content("Hej\n\n- ett\n- två", lang="sv"))
    assert made.count('<span lang="sv">') == 3
    assert made.startswith('<p><span lang="sv">Hej</span></p>')


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n## Am Samstag\nText", "Am Samstag"),
        ("Kurz", "Kurz"),
        ("Wort " * 30, "Wort " * 14 + "Wort Wort…"),
        ("", ""),
    ],
)
def test_a_text_without_title_is_named_by_its_first_line(text: str, title: str) -> None:
    assert first_words(text) == title.replace("Wort Wort…", "Wort…")
    assert len(first_words(text)) <= 80
