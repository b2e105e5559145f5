// <emoji-picker>: sixty emoji with their names, and those used last on this device. Puts one where the cursor was.
import { say } from "../ui/say.js"
import { form } from "./sending.js"

const KEY = "theke:emoji"
const MOST = 8

customElements.define("emoji-picker", class extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button")
    this.box = this.querySelector("[data-box]")
    this.button.addEventListener("click", () => this.box.hidden ? this.show() : this.close())
    this.box.addEventListener("click", (event) => this.take(event.target.closest("[data-emoji]")))
    this.box.addEventListener("keydown", (event) => this.key(event))
    document.addEventListener("click", (event) => !this.contains(event.target) && this.close(false))
  }

  async show() {
    if (!this.box.querySelector("[data-emoji]")) {
      const answer = await fetch(this.dataset.url).catch(() => null)
      if (!answer?.ok) return say(this.dataset.lost, true)
      this.box.querySelector("[data-all]").innerHTML = await answer.text()
    }
    this.drawRecent()
    this.box.hidden = false
    this.button.setAttribute("aria-expanded", "true")
    this.rove(this.all[0])
    this.all[0].focus()
  }

  get all() {
    return [...this.box.querySelectorAll("[data-emoji]")]
  }

  get recent() {
    try {
      return JSON.parse(localStorage.getItem(KEY)) ?? []
    } catch {
      return []
    }
  }

  drawRecent() {
    const known = new Map([...this.box.querySelectorAll("[data-all] [data-emoji]")].map((one) => [one.dataset.emoji, one]))
    const used = this.recent.map((sign) => known.get(sign)).filter(Boolean)
    const place = this.box.querySelector("[data-recent]")
    place.hidden = !used.length
    place.querySelector(".emoji-grid").replaceChildren(...used.map((one) => one.cloneNode(true)))
  }

  rove(chosen) {
    for (const one of this.all) one.tabIndex = one === chosen ? 0 : -1
  }

  key(event) {
    if (event.key === "Escape") {
      event.stopPropagation()
      return this.close()
    }
    const place = this.all.indexOf(document.activeElement)
    const wanted = this.wanted(event.key, place)
    if (place < 0 || wanted === undefined) return
    event.preventDefault()
    const next = this.all[Math.max(0, Math.min(this.all.length - 1, wanted))]
    this.rove(next)
    next.focus()
  }

  wanted(key, place) {
    if (key === "Home") return 0
    if (key === "End") return this.all.length - 1
    if (key === "ArrowRight" || key === "ArrowLeft") return place + (key === "ArrowRight" ? 1 : -1)
    if (key !== "ArrowDown" && key !== "ArrowUp") return undefined
    return this.inNextRow(this.all[place], key === "ArrowDown" ? 1 : -1)
  }

  /** The one nearest below or above, by where they stand on the screen. */
  inNextRow(from, step) {
    const here = from.getBoundingClientRect()
    const rows = this.all.map((one) => [one, one.getBoundingClientRect()]).filter(([, box]) => (box.top - here.top) * step > 4)
    const nearest = Math.min(...rows.map(([, box]) => Math.abs(box.top - here.top)))
    const row = rows.filter(([, box]) => Math.abs(box.top - here.top) <= nearest + 4)
    const [found] = row.sort(([, a], [, b]) => Math.abs(a.left - here.left) - Math.abs(b.left - here.left))[0] ?? [from]
    return this.all.indexOf(found)
  }

  take(button) {
    if (!button) return
    const field = this.field?.isConnected && this.field.offsetParent ? this.field : form.querySelector("#texts [data-panel]:not([hidden]) textarea") ?? form.elements.text
    const sign = button.dataset.emoji
    this.close(false)
    field.focus()
    field.setRangeText(sign, field.selectionStart, field.selectionEnd, "end")
    field.dispatchEvent(new Event("input", { bubbles: true }))
    say(button.getAttribute("aria-label"))
    try {
      localStorage.setItem(KEY, JSON.stringify([sign, ...this.recent.filter((one) => one !== sign)].slice(0, MOST)))
    } catch { /* a full or closed store: then nothing is remembered */ }
  }

  close(back = true) {
    if (this.box.hidden) return
    this.box.hidden = true
    this.button.setAttribute("aria-expanded", "false")
    if (back) this.button.focus()
  }
})
