"""Animated GIFs: kept moving, within bounds."""

from io import BytesIO

from django.utils.translation import gettext_noop
from PIL import Image, ImageSequence

from theke.media.refusing import NotAPicture

MOST_FRAMES = 200
MOST_FRAME_PIXELS = 60_000_000


def is_animation(picture: Image.Image) -> bool:
    """Whether it is a GIF that moves. Of other moving pictures we keep the first frame."""
    return picture.format == "GIF" and getattr(picture, "is_animated", False)


def encode_animation(picture: Image.Image) -> bytes:
    """The frames and their timing, nothing else. Raises `NotAPicture` when there are too many."""
    frames = getattr(picture, "n_frames", 1)
    if frames > MOST_FRAMES or frames * picture.width * picture.height > MOST_FRAME_PIXELS:
        raise NotAPicture(gettext_noop("This animation is too long or too large: at most %(most)s frames."), most=MOST_FRAMES)
    timing = [frame.info.get("duration", 100) for frame in ImageSequence.Iterator(picture)]
    bare = [_bare(frame) for frame in ImageSequence.Iterator(picture)]
    out = BytesIO()
    bare[0].save(out, "GIF", save_all=True, append_images=bare[1:], duration=timing, loop=0, disposal=2)
    return out.getvalue()


def _bare(frame: Image.Image) -> Image.Image:
    plain = frame.convert("RGBA")
    return Image.frombytes("RGBA", plain.size, plain.tobytes())
