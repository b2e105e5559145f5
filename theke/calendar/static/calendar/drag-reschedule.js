// <drag-reschedule>: an entry is drawn to another day with the mouse or a pen, and keeps its time of day. Nothing on the page moves
// meanwhile. Fingers scroll; for them, and for everybody else, the same is done by "Move" behind the three dots.
import { fetched, place, refresh } from "./refreshing.js"

const FAR_ENOUGH = 6

customElements.define("drag-reschedule", class extends HTMLElement {
  connectedCallback() {
    this.classList.add("ready")
    this.addEventListener("pointerdown", (event) => this.take(event))
    // Links are dragged by browsers as links; here they are drawn with the entry.
    this.addEventListener("dragstart", (event) => event.preventDefault())
  }

  take(event) {
    const entry = event.target.closest("[data-movable]")
    if (!entry || event.button || event.pointerType === "touch" || event.target.closest(".acts")) return
    this.entry = entry
    this.start = [event.clientX, event.clientY]
    this.ending = new AbortController()
    const { signal } = this.ending
    addEventListener("pointermove", (one) => this.draw(one), { signal })
    addEventListener("pointerup", (one) => this.drop(one), { signal })
    addEventListener("pointercancel", () => this.end(), { signal })
    addEventListener("keydown", (one) => { if (one.key === "Escape") this.end() }, { signal })
  }

  draw(event) {
    const [x, y] = this.start
    if (!this.ghost && Math.hypot(event.clientX - x, event.clientY - y) < FAR_ENOUGH) return
    if (!this.ghost) this.lift()
    this.ghost.style.transform = `translate(${event.clientX + 8}px, ${event.clientY + 8}px)`
    this.aim(this.dayAt(event))
  }

  lift() {
    this.ghost = this.entry.cloneNode(true)
    this.ghost.classList.add("ghost")
    this.ghost.style.width = `${this.entry.offsetWidth}px`
    this.ghost.ariaHidden = "true"
    this.entry.after(this.ghost)
    this.entry.classList.add("lifted")
    this.classList.add("dragging")
  }

  dayAt(event) {
    return document.elementFromPoint(event.clientX, event.clientY)?.closest(".day[data-day]")
  }

  aim(day) {
    if (day === this.aimed) return
    this.aimed?.classList.remove("over")
    this.aimed = day
    day?.classList.add("over")
  }

  async drop(event) {
    const { entry, ghost } = this
    const day = ghost && this.dayAt(event)
    if (ghost) this.swallowClick()
    this.end()
    if (day && day !== entry.closest(".day")) await this.move(entry, day)
  }

  /** The click that follows a drop must not open the entry; where none follows, the next one is not swallowed. */
  swallowClick() {
    const over = new AbortController()
    const stop = (event) => { event.preventDefault(); event.stopPropagation() }
    addEventListener("click", stop, { capture: true, once: true, signal: over.signal })
    setTimeout(() => over.abort(), 50)
  }

  async move(entry, day) {
    const body = new FormData()
    body.set("day", day.dataset.day)
    body.set("back", this.querySelector(".days").dataset.back)
    entry.ariaBusy = "true"
    const answer = await fetched(`${entry.querySelector(".acts").href}move/`, body)
    entry.ariaBusy = null
    if (answer?.status === 204) return refresh(entry.dataset.post, day.dataset.day)
    if (answer?.status === 422) place(await answer.text())
    else if (answer) show()
  }

  end() {
    this.ending?.abort()
    this.ghost?.remove()
    this.entry?.classList.remove("lifted")
    this.classList.remove("dragging")
    this.aim(null)
    this.ghost = this.entry = null
  }
})

function show() {
  document.getElementById("went-wrong").hidden = false
}
