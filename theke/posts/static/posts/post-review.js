// <post-review>: hints and preview follow typing, by one request after a short pause. Never touches what is being typed in.
import { say } from "../ui/say.js"
import { saver } from "./draft-autosave.js"
import { filled, form, post, written } from "./sending.js"

const SIGNS = new Set(["authors", "kind", "lang"])
const PAUSE = 200 // so that hints stand there within 300 ms

customElements.define("post-review", class extends HTMLElement {
  connectedCallback() {
    form.addEventListener("composer:typed", (event) => this.typed(event.detail))
    form.addEventListener("composer:refresh", () => this.now())
  }

  typed(field) {
    if (field.name === "channels") return this.channels()
    if (SIGNS.has(field.name)) return this.signature()
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.now(), PAUSE)
  }

  /** Ask now. Resolves when the newest answer is shown, or when there is none. */
  now() {
    clearTimeout(this.timer)
    this.asking?.abort()
    this.asking = new AbortController()
    return this.newest = this.ask(this.asking)
  }

  async ask(asking) {
    try {
      const answer = await post(this.dataset.url, written(), { signal: asking.signal })
      if (answer.ok) this.show(await answer.text())
    } catch { /* offline or overtaken: what is shown stays */ }
    if (this.asking !== asking) await this.newest // who waits, waits for the one that overtook this
  }

  show(html) {
    const busy = this.querySelector("dialog[open]") || this.contains(document.activeElement) && document.activeElement.matches("input, select")
    if (busy) return
    const focus = this.contains(document.activeElement) ? document.activeElement.id : ""
    const open = new Map([...this.querySelectorAll("details[id]")].map((one) => [one.id, one.open]))
    const typed = new Map([...this.querySelectorAll(".reason input")].map((one) => [one.id, one.value]))
    const before = this.querySelector("#hints")?.dataset.count
    this.innerHTML = html
    for (const [id, was] of open) { const one = document.getElementById(id); if (one) one.open = was }
    for (const [id, value] of typed) { const one = document.getElementById(id); if (one) one.value = value }
    if (focus) document.getElementById(focus)?.focus()
    const count = this.querySelector("#hints")?.dataset.count
    if (count !== before) say(filled(this.dataset.hints, { n: count }))
  }

  /** Other channels: save, then take tabs, counters, details and buttons from a fresh page. */
  async channels() {
    const fresh = await this.fresh()
    if (!fresh) return this.now()
    const { renewFields, renewTexts } = await import("./renewing.js")
    renewTexts(fresh)
    for (const id of ["compose-actions", "counters", "details"]) renewFields(id, fresh)
    await this.now()
  }

  /** Another signature: the counters count it. */
  async signature() {
    const fresh = await this.fresh()
    if (fresh) (await import("./renewing.js")).renewFields("counters", fresh)
    const named = fresh?.querySelector("#authors > summary")
    if (named) document.querySelector("#authors > summary").innerHTML = named.innerHTML
    await this.now()
  }

  async fresh() {
    if (!await saver().save()) return null
    const page = await fetch(this.dataset.edit, { headers: { "X-Requested-With": "composer" } }).catch(() => null)
    return page?.ok ? new DOMParser().parseFromString(await page.text(), "text/html") : null
  }
})
