// <short-cuts>: single keys for what a page offers anyway, by [data-key]. Never with Alt or Ctrl (on German Macs Option+L types @),
// never while a field has the focus, never in a dialog, and off where the person does not want them.
import { say } from "./say.js"

const PAUSE = 1500
const fields = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]"
const reachable = (one) => !one.disabled && (one.offsetParent !== null || one.closest("summary") !== null)

/** What can be pressed on this page, in the order of the page. A key in a part of the page wins over the same key in the frame. */
export function offers() {
  const found = [...document.querySelectorAll("[data-key]")].filter((one) => one.dataset.key && (reachable(one) || one.closest(".rail, .bar")))
  const byKey = new Map()
  for (const one of found) if (!byKey.has(one.dataset.key) || one.closest("main")) byKey.set(one.dataset.key, one)
  return [...byKey].map(([key, element]) => ({ key, element, words: wordsOf(element) }))
}

export function wordsOf(element) {
  const label = element.dataset.keyWords ?? element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent
  return (label ?? textOf(element)).trim().replace(/\s+/g, " ")
}

function textOf(element) {
  const copy = element.cloneNode(true)
  for (const hidden of copy.querySelectorAll(".count, .vh, kbd, svg")) hidden.remove()
  return copy.textContent
}

export function press(element) {
  if (element.matches(fields)) return element.focus()
  element.click()
}

customElements.define("short-cuts", class extends HTMLElement {
  connectedCallback() {
    this.before = ""
    addEventListener("keydown", (event) => this.key(event))
    document.addEventListener("htmx:afterSettle", () => this.mark())
    document.getElementById("keys")?.addEventListener("toggle", () => this.list())
    this.mark()
  }

  get on() {
    return this.dataset.on === "on"
  }

  /** Screen readers and menus say the key. */
  mark() {
    if (this.on) for (const { key, element } of offers()) element.setAttribute("aria-keyshortcuts", key)
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing || event.defaultPrevented) return
    if (event.key === "Escape") return this.leave(event)
    if (event.target.matches?.(fields) || document.querySelector("dialog[open]")) return
    if (event.key === "?") return this.show(event)
    if (!this.on || event.key.length !== 1) return
    if (event.key === "j" || event.key === "k") return this.step(event)
    this.look(event)
  }

  look(event) {
    const pressed = event.key.toLowerCase()
    const all = offers()
    const found = all.find(({ key }) => key === `${this.before}${pressed}`) ?? all.find(({ key }) => key === pressed)
    clearTimeout(this.timer)
    this.before = ""
    if (found) {
      event.preventDefault()
      return press(found.element)
    }
    if (!all.some(({ key }) => key.startsWith(`${pressed} `))) return
    this.before = `${pressed} `
    this.timer = setTimeout(() => { this.before = "" }, PAUSE)
  }

  /** Escape leaves a field; what was typed stays. */
  leave(event) {
    const field = event.target
    if (!field.matches?.(fields) || field.closest("dialog") || field.getAttribute("aria-expanded") === "true") return
    field.blur()
  }

  /** To the next or the last row of the page's list. */
  step(event) {
    const rows = [...document.querySelectorAll("[data-rows] > *")].filter((row) => row.offsetParent !== null && aim(row))
    if (!rows.length) return
    event.preventDefault()
    const here = rows.findIndex((row) => row.contains(document.activeElement))
    const next = event.key === "j" ? Math.min(here + 1, rows.length - 1) : Math.max(here - 1, 0)
    aim(rows[next]).focus()
  }

  show(event) {
    event.preventDefault()
    document.getElementById("keys")?.showModal()
    this.list()
  }

  list() {
    const place = document.getElementById("keys-here")
    if (!place) return
    place.replaceChildren(...offers().map(({ key, words }) => line(key, words)))
    if (!place.children.length) say(place.dataset.none)
  }
})

const aim = (row) => row.querySelector("a[href], button")

function line(key, words) {
  const row = document.createElement("tr")
  const name = Object.assign(document.createElement("td"), { textContent: words })
  const keys = document.createElement("td")
  key.split(" ").forEach((one, index) => {
    if (index) keys.append(" ")
    keys.append(Object.assign(document.createElement("kbd"), { textContent: one.toUpperCase() }))
  })
  row.append(keys, name)
  return row
}
