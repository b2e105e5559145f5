"""WordPress from Debian, on a MariaDB of its own, under PHP's built-in server: all on loopback and in a temporary folder.

`bin/needs` installs it. MariaDB listens on a Unix socket only; nothing of what the packages may have started is used.
"""

import base64
import getpass
import json
import os
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.servers.desk import free_port

SOURCE = Path("/usr/share/wordpress")
FILES = Path(__file__).parent / "wordpress_files"
CONTENT = Path("/var/lib/wordpress/wp-content")
START_WITHIN = 60.0
WORKERS = "4"
SMALL = [
    "--innodb-buffer-pool-size=32M",
    "--innodb-log-file-size=16M",
    "--innodb-flush-log-at-trx-commit=0",
    "--sync-binlog=0",
    "--performance-schema=OFF",
    "--skip-log-bin",
    "--skip-networking",
]
PHP = ["php", "-d", "memory_limit=256M", "-d", "display_errors=0", "-d", "upload_max_filesize=64M", "-d", "post_max_size=64M"]


def is_there() -> bool:
    """Whether the site can be started here."""
    return SOURCE.is_dir() and all(shutil.which(name) for name in ("php", "mariadbd", "mariadb-install-db"))


@dataclass(frozen=True)
class WordPress:
    """A running site. People are (user name, application password)."""

    url: str
    folder: Path
    people: dict[str, tuple[str, str]]

    def call(self, method: str, path: str, data: Any = None, who: str = "") -> Any:
        """Call its interface as another program would."""
        body = None if data is None else json.dumps(data).encode()
        headers = {"Content-Type": "application/json"} | ({"Authorization": basic(*self.people[who])} if who else {})
        request = urllib.request.Request(f"{self.url}/wp-json/wp/v2{path}", body, headers, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read() or b"null")

    def page(self, address: str) -> str:
        """A page as the public sees it."""
        with urllib.request.urlopen(address, timeout=30) as answer:
            return str(answer.read().decode())

    def comment(self, post: str | int, text: str, name: str = "Lesemaus", parent: int = 0) -> int:
        """Somebody of the public comments. Gives the comment's number."""
        author = {"author_name": name, "author_email": f"{name.lower()}@example.org"}
        made = self.call("POST", "/comments", {"post": int(post), "content": text, "parent": parent, **author})
        return int(made["id"])

    def public(self, words: str) -> list[dict[str, Any]]:
        """The public posts with these words in title or text."""
        posts = self.call("GET", "/posts?per_page=100")
        return [one for one in posts if words in one["title"]["rendered"] + one["content"]["rendered"]]


def basic(user: str, password: str) -> str:
    """The value of an Authorization header."""
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


@contextmanager
def database(folder: Path) -> Iterator[Path]:
    """A MariaDB with nothing in it. Gives its socket."""
    data, socket = folder / "db", Path(f"/tmp/theke-db-{os.getpid()}-{time.monotonic_ns()}.sock")
    make = ["mariadb-install-db", "--no-defaults", f"--user={getpass.getuser()}", f"--datadir={data}", "--skip-test-db"]
    subprocess.run([*make, "--auth-root-authentication-method=normal"], check=True, capture_output=True)
    start = ["mariadbd", "--no-defaults", f"--user={getpass.getuser()}", f"--datadir={data}", f"--socket={socket}", *SMALL]
    with (folder / "db.log").open("wb") as log:
        running = subprocess.Popen([*start, f"--pid-file={folder / 'db.pid'}"], stdout=log, stderr=log)
    try:
        _until(lambda: ask(socket, "SELECT 1"), running, folder / "db.log")
        yield socket
    finally:
        running.terminate()
        running.wait(30)


def ask(socket: Path, question: str, base: str = "") -> str:
    """Ask the database. Raises CalledProcessError."""
    command = ["mariadb", "--no-defaults", "-uroot", "-S", str(socket), "-N", "-B", *([base] if base else []), "-e", question]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def place(folder: Path) -> Path:
    """The site's files, ours."""
    site = folder / "site"
    shutil.copytree(SOURCE, site, ignore=shutil.ignore_patterns("wp-content", "wp-config.php"), ignore_dangling_symlinks=True)
    for name in ("uploads", "plugins", "mu-plugins"):
        (site / "wp-content" / name).mkdir(parents=True)
    for name in ("themes", "languages"):
        if (CONTENT / name).is_dir():
            shutil.copytree(CONTENT / name, site / "wp-content" / name, ignore_dangling_symlinks=True)
    shutil.copy(FILES / "wp-config.php", site)
    shutil.copy(FILES / "for-tests.php", site / "wp-content" / "mu-plugins")
    return site


@dataclass(frozen=True)
class Ground:
    """What sites stand on: one database server and one copy of the files."""

    folder: Path
    socket: Path
    site: Path

    def environment(self, base: str, port: int, **more: str) -> dict[str, str]:
        """What `wp-config.php` reads."""
        given = {"BLOG_DATABASE": base, "BLOG_SOCKET": str(self.socket), "BLOG_HOST": f"127.0.0.1:{port}"}
        given |= {"BLOG_FOLDER": str(self.site), "BLOG_LOG": str(self.folder / "debug.log")}
        return dict(os.environ) | given | {f"BLOG_{name.upper()}": value for name, value in more.items()}

    def install(self, base: str, port: int, **more: str) -> dict[str, tuple[str, str]]:
        """Make a new site in a database of this name. Gives the people and their application passwords."""
        ask(self.socket, f"CREATE DATABASE {base} CHARACTER SET utf8mb4")
        told = self.script("install.php", base, port, **more)
        return {role: (user, password) for role, (user, password) in list(json.loads(told).items())[1:]}

    def script(self, name: str, base: str, port: int, **more: str) -> str:
        """Run one of our PHP files."""
        env = self.environment(base, port, **more)
        done = subprocess.run([*PHP, str(FILES / name)], env=env, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{name}: {done.stdout}{done.stderr}")
        return done.stdout.strip().splitlines()[-1]

    @contextmanager
    def serving(self, base: str, port: int, **more: str) -> Iterator[str]:
        """Serve the site in this database; `fault` is "", stripped, disabled, closed or renamed. Gives its address."""
        env = self.environment(base, port, **more) | {"PHP_CLI_SERVER_WORKERS": WORKERS}
        command = [*PHP, "-S", f"127.0.0.1:{port}", "-t", str(self.site), str(FILES / "router.php")]
        log, url = self.folder / f"php-{port}.log", f"http://127.0.0.1:{port}"
        with log.open("wb") as out:
            running = subprocess.Popen(command, env=env, stdout=out, stderr=out, start_new_session=True)
        try:
            _until(lambda: urllib.request.urlopen(f"{url}/wp-login.php", timeout=10).close() or "up", running, log)
            yield url
        finally:
            # Its workers do not end with it.
            os.killpg(running.pid, signal.SIGKILL)
            running.wait(10)


@contextmanager
def ground(folder: Path) -> Iterator[Ground]:
    """The files and the database server, without a site."""
    with database(folder) as socket:
        yield Ground(folder, socket, place(folder))


@contextmanager
def running(folder: Path, stand: Ground | None = None) -> Iterator[WordPress]:
    """A site with its people, until the end of the block."""
    if stand is None:
        with ground(folder) as new, running(folder, new) as site:
            yield site
        return
    port = free_port()
    people = stand.install("wp", port)
    with stand.serving("wp", port) as url:
        yield WordPress(url, folder, people)


@contextmanager
def network(stand: Ground) -> Iterator[WordPress]:
    """A network of three sites in one WordPress: `/`, `/hafen/` and `/nord/`."""
    port = free_port()
    people = stand.install("network", port, network="making")
    stand.script("network.php", "network", port, network="up")
    with stand.serving("network", port, network="up") as url:
        yield WordPress(url, stand.folder, people)


def _until(ready: Any, process: "subprocess.Popen[bytes]", log: Path) -> None:
    ends = time.monotonic() + START_WITHIN
    while time.monotonic() < ends and process.poll() is None:
        try:
            if ready():
                return
        except (subprocess.CalledProcessError, urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"did not start: {log.read_text(errors='replace')}")
