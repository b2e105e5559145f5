"""What looks like the address of a film or a recording (R21)."""

import pytest

from theke.networks.films import is_film


@pytest.mark.parametrize(
    "link",
    [
        "https://www.youtube.com/watch?v=abc123",
        "https://youtu.be/abc123?si=x",
        "https://m.youtube.com/watch?v=abc",
        "https://www.youtube.com/shorts/abc",
        "https://vimeo.com/123456",
        "https://tube.seeborn.example/w/9c9de5e8d0f1a1b2c3d4e5",
        "https://tube.seeborn.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d",
        "https://seeborn.example/media/Rundgang.MP4?v=2",
        "https://sjoby.example/podd/avsnitt-3.mp3#t=10",
        "https://open.spotify.com/episode/abc",
        "https://www.instagram.com/reel/abc/",
        "https://www.facebook.com/seeborn/videos/123/",
    ],
)
def test_these_lead_to_a_film_or_a_recording(link: str) -> None:
    assert is_film(link)


@pytest.mark.parametrize(
    "link",
    [
        "https://www.youtube.com/@stadtbibliothek",
        "https://vimeo.com/",
        "https://seeborn.example/filme",
        "https://seeborn.example/mp4",
        "https://www.instagram.com/seeborn/",
        "https://www.svtplay.se/video/abc/film",
        "https://seeborn.example/w/programm",
        "https://[::1/x.mp4",
    ],
)
def test_these_lead_to_a_page(link: str) -> None:
    assert not is_film(link)
