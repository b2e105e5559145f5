// <find-box>: one box for finding and for doing. Ctrl+K opens it; what is typed is looked for among the page's commands here and in
// everything else on the server. Without this script the link beside it leads to the page of the search.
import { say } from "./say.js"
import { offers, press, wordsOf } from "./short-cuts.js"

const PAUSE = 120
const MOST_COMMANDS = 6

customElements.define("find-box", class extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector("dialog")
    this.field = this.querySelector("input")
    this.commands = this.querySelector("[data-commands]")
    this.found = this.querySelector("[data-found]")
    this.list = this.querySelector("[role=listbox]")
    addEventListener("keydown", (event) => this.open(event))
    this.field.addEventListener("input", () => this.typed())
    this.field.addEventListener("keydown", (event) => this.key(event))
    this.dialog.addEventListener("toggle", () => this.dialog.open && this.begin())
  }

  open(event) {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    event.preventDefault()
    if (!this.dialog.open && !document.querySelector("dialog[open]")) this.dialog.showModal()
  }

  begin() {
    this.field.select()
    this.typed()
  }

  typed() {
    this.showCommands(this.field.value.trim().toLowerCase())
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.ask(), PAUSE)
  }

  /** What this page and the frame offer, as commands. */
  showCommands(words) {
    const links = [...document.querySelectorAll(".rail a[href]")].map((element) => ({ element, words: wordsOf(element) }))
    const all = [...offers().filter(({ element }) => !this.contains(element) && !element.closest(".rail")), ...links]
    const seen = new Set()
    const fitting = all.filter(({ words: own }) => own && own.toLowerCase().includes(words) && !seen.has(own) && seen.add(own))
    const shown = words ? fitting.slice(0, MOST_COMMANDS) : []
    this.commands.replaceChildren(...shown.map((one, index) => this.command(one, index)))
    this.commands.parentElement.hidden = !shown.length
    this.mark(0)
  }

  command({ element, words, key }, index) {
    const row = Object.assign(document.createElement("div"), { id: `find-command-${index}`, className: "option" })
    row.setAttribute("role", "option")
    row.append(Object.assign(document.createElement("span"), { textContent: words }))
    if (key) row.append(Object.assign(document.createElement("kbd"), { textContent: key.toUpperCase() }))
    row.addEventListener("click", () => { this.dialog.close(); press(element) })
    return row
  }

  async ask() {
    this.asking?.abort()
    this.asking = new AbortController()
    const url = `${this.dataset.url}?q=${encodeURIComponent(this.field.value.trim())}`
    try {
      const answer = await fetch(url, { headers: { "HX-Request": "true" }, signal: this.asking.signal })
      if (answer.ok) this.show(await answer.text())
    } catch (trouble) {
      if (trouble.name !== "AbortError") this.found.textContent = this.dataset.lost
    }
  }

  show(html) {
    this.found.innerHTML = html
    this.mark(0)
    const number = this.found.querySelectorAll("[role=option]").length
    say(this.dataset.count.replace("{n}", number))
  }

  get options() {
    return [...this.querySelectorAll("[role=option]")].filter((one) => one.offsetParent !== null)
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      return this.mark(this.at + step)
    }
    if (event.key !== "Enter") return
    const chosen = this.options[this.at]
    if (!chosen) return
    event.preventDefault()
    chosen.click()
  }

  mark(index) {
    const { options } = this
    this.at = options.length ? (index + options.length) % options.length : 0
    options.forEach((one, number) => one.setAttribute("aria-selected", String(number === this.at)))
    const chosen = options[this.at]
    // A list without a choice in it is none: "Nothing found" is a sentence beside the field.
    this.list.setAttribute("role", chosen ? "listbox" : "group")
    this.field.setAttribute("aria-expanded", String(Boolean(chosen)))
    if (chosen) this.field.setAttribute("aria-activedescendant", chosen.id)
    else this.field.removeAttribute("aria-activedescendant")
    chosen?.scrollIntoView({ block: "nearest" })
  }
})
