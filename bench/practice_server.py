"""A practice network in a process and a data folder of its own. `python -m bench.practice_server FOLDER LOST DROPPED AWAY`.

Prints `{"port": …, "tokens": […]}` when it listens, and ends on SIGTERM. The shares are percent.
"""

import json
import sys
from pathlib import Path

from bench import ground


def main() -> None:
    data, shares = Path(sys.argv[1]), [int(share) for share in sys.argv[2:5]]
    ground.open_desk(data, THEKE_HOSTS="127.0.0.1")
    from tests import factories  # noqa: PLC0415 -- needs the settings
    from theke.practice.models import Faults  # noqa: PLC0415
    from theke.practice.opening import open_account  # noqa: PLC0415
    from theke.site.running import serve  # noqa: PLC0415

    library = factories.library()
    tokens = [open_account(library, f"Konto {number}").new_token() for number in range(ground.CHANNELS)]
    lost, dropped, away = shares
    Faults.objects.create(library=library, lost=lost, dropped=dropped, away=away)
    serve("127.0.0.1", 0, worker=False, ready=lambda port: print(json.dumps({"port": port, "tokens": tokens}), flush=True))


if __name__ == "__main__":
    main()
