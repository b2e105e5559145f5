"""How long a page takes to answer a key or a click, and how far it jumps by itself: what Chromium says under a slow processor."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tests.journeys.walking import Walker

SLOWER = 4
"""A processor so many times slower than this one (issue 3)."""
LONGEST = 200.0
"""Milliseconds from a key press or click to the frame that answers it."""
FARTHEST = 0.05
"""The largest session window of layout shifts, as in "Cumulative Layout Shift"."""
TRIES = 3

RECORDER = """(() => {
    const KEY = "theke-quickness"
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '{"answers": {}, "shifts": []}')
    const here = []
    const name = node => !node?.localName ? "" : node.localName + (node.id ? "#" + node.id : "") + (node.classList.length ? "." + [...node.classList].join(".") : "")
    const answered = list => {
        for (const one of list) {
            const id = performance.timeOrigin + ":" + one.interactionId
            if (one.interactionId && one.duration > (kept.answers[id]?.[0] ?? 0)) kept.answers[id] = [one.duration, one.name, name(one.target)]
        }
    }
    const shifted = list => {
        for (const one of list) if (!one.hadRecentInput) here.push([one.startTime, one.value, one.sources.map(source => name(source.node))])
    }
    const answers = new PerformanceObserver(list => answered(list.getEntries()))
    const shifts = new PerformanceObserver(list => shifted(list.getEntries()))
    answers.observe({ type: "event", durationThreshold: 16, buffered: true })
    shifts.observe({ type: "layout-shift", buffered: true })
    const farthest = () => {
        let [most, sum, first, last, moved] = [0, 0, -Infinity, -Infinity, []]
        const found = { value: 0, moved: [] }
        for (const [at, value, sources] of here) {
            if (at - last > 1000 || at - first > 5000) [sum, first, moved] = [0, at, []]
            ;[sum, last] = [sum + value, at]
            moved.push(...sources)
            if (sum > found.value) Object.assign(found, { value: sum, moved: [...new Set(moved)] })
        }
        return found
    }
    const read = () => {
        answered(answers.takeRecords())
        shifted(shifts.takeRecords())
        return { answers: Object.values(kept.answers), shifts: [...kept.shifts, { path: location.pathname, ...farthest() }] }
    }
    addEventListener("pagehide", () => sessionStorage.setItem(KEY, JSON.stringify({ answers: kept.answers, shifts: read().shifts })))
    const forget = () => { read(); kept.answers = {} }
    const restart = () => { forget(); kept.shifts = []; here.length = 0 }
    globalThis.quickness = { read, forget, restart }
})()"""
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60))))"


@dataclass
class Watch:
    """Somebody at a slow computer whose every key press and click is timed."""

    walk: Walker

    def __post_init__(self) -> None:
        self.late: list[str] = []
        self.page.context.add_init_script(RECORDER)
        self.session = self.page.context.new_cdp_session(self.page)
        self.slow(SLOWER)

    @property
    def page(self) -> Page:
        return self.walk.page

    def slow(self, times: float) -> None:
        """Let the page's processor be so many times slower."""
        self.session.send("Emulation.setCPUThrottlingRate", {"rate": times})

    def restart(self) -> None:
        """Hold nothing against any page of before."""
        self.late.clear()
        self.page.evaluate("quickness.restart()")

    def go(self, path: str) -> None:
        """Open a page, and let what comes late come."""
        self.walk.go(path)
        self.page.wait_for_timeout(400)

    def longest(self, act: Callable[[], object]) -> tuple[float, str, str]:
        """Milliseconds of the slowest answer while somebody does this, with the event and the element."""
        self.page.evaluate("quickness.forget()")
        act()
        self.page.evaluate(SETTLED)
        answers = self.page.evaluate("quickness.read().answers")
        return max(((float(ms), kind, target) for ms, kind, target in answers), default=(0.0, "", ""))

    def time(self, name: str, act: Callable[[], object]) -> None:
        """Time what somebody does; the best of up to three tries counts."""
        best = min(self._tries(act))
        if best[0] > LONGEST:
            self.late.append(f"{name}: {best[0]:.0f} ms, {best[1]} on {best[2]}")

    def _tries(self, act: Callable[[], object]) -> list[tuple[float, str, str]]:
        tries = [self.longest(act)]
        while tries[-1][0] > LONGEST and len(tries) < TRIES:
            tries.append(self.longest(act))
        return tries

    def shifts(self) -> list[dict[str, Any]]:
        """The largest window of shifts of each page so far."""
        self.page.evaluate(SETTLED)
        found: list[dict[str, Any]] = self.page.evaluate("quickness.read().shifts")
        return found

    def missed(self) -> list[str]:
        """What was answered too late, and what jumped too far, in one line each."""
        far = [one for one in self.shifts() if one["value"] > FARTHEST]
        return self.late + [f"{one['path']} jumps by {one['value']:.3f}: {', '.join(one['moved'])}" for one in far]

    def holds(self) -> None:
        """Every answer came in time, and nothing jumped."""
        missed = self.missed()
        assert not missed, "\n".join(missed)
