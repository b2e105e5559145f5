// <word-completion>: after # and @ the library's own words are offered, in the remarks its people. One request a page; nothing is lost by
// closing it. `data-for` says which fields of the form it stands in are meant.
import { say } from "../ui/say.js"
import { filled } from "./sending.js"

const BEGUN = /(^|[^\p{L}\p{N}_&/#@])([#@])([\p{L}\p{N}_.@-]{0,40})$/u
const MOST = 8

customElements.define("word-completion", class extends HTMLElement {
  connectedCallback() {
    if (this.list) return
    this.list = this.querySelector("[role=listbox]")
    const form = this.closest("form")
    form.addEventListener("input", (event) => event.target.matches(this.dataset.for) && !event.isComposing && this.look(event.target))
    form.addEventListener("keydown", (event) => this.open && this.key(event), true)
    form.addEventListener("focusout", (event) => event.target === this.field && this.close())
    this.list.addEventListener("mousedown", (event) => event.preventDefault()) // the focus stays in the text
    this.list.addEventListener("click", (event) => this.take(event.target.closest("[role=option]")))
  }

  get open() {
    return !this.list.hidden
  }

  async look(field) {
    const begun = BEGUN.exec(field.value.slice(0, field.selectionStart))
    if (!begun) return this.close()
    this.known ??= fetch(this.dataset.url).then((answer) => answer.ok ? answer.json() : { "#": [], "@": [] }).catch(() => { this.known = null })
    const known = await this.known
    const now = BEGUN.exec(field.value.slice(0, field.selectionStart))
    if (!known || !now || document.activeElement !== field) return this.close()
    this.show(field, now[2], now[3], this.fitting(known, now[2], now[3].toLowerCase()))
  }

  fitting(known, sign, typed) {
    const all = sign === "#" ? known["#"].map((word) => ({ put: word, words: `#${word}` }))
      : known["@"].map(({ handle, name }) => ({ put: handle.replace(/^@/, ""), words: handle, name }))
    const [first, later] = [[], []]
    for (const one of all) {
      const [put, name] = [one.put.toLowerCase(), (one.name ?? "").toLowerCase()]
      if (put.startsWith(typed) || name.startsWith(typed)) first.push(one)
      else if (put.includes(typed) || name.includes(typed)) later.push(one)
    }
    return [...first, ...later].filter((one) => one.put !== typed).slice(0, MOST)
  }

  show(field, sign, typed, found) {
    if (!found.length || found.some((one) => one.put.toLowerCase() === typed.toLowerCase() && found.length === 1 && one.put === typed)) return this.close()
    const fresh = !this.open || this.count !== found.length
    this.field = field
    this.count = found.length
    this.begun = typed.length + 1
    this.list.replaceChildren(...found.map((one, place) => this.option(one, place)))
    if (this.list.parentElement !== field.parentElement) field.after(this.list)
    this.list.hidden = false
    field.setAttribute("aria-autocomplete", "list")
    field.setAttribute("aria-controls", this.list.id)
    this.choose(typed.length > 1 ? 0 : -1)
    if (fresh) say(filled(this.dataset.found, { n: found.length }))
  }

  option(one, place) {
    const made = Object.assign(document.createElement("li"), { id: `${this.list.id}-${place}`, textContent: one.words })
    made.setAttribute("role", "option")
    made.dataset.put = one.put
    if (one.name) made.append(Object.assign(document.createElement("span"), { className: "small", textContent: ` ${one.name}` }))
    return made
  }

  choose(place) {
    this.place = place
    for (const [number, option] of [...this.list.children].entries()) option.setAttribute("aria-selected", String(number === place))
    const chosen = this.list.children[place]
    if (chosen) this.field.setAttribute("aria-activedescendant", chosen.id)
    else this.field.removeAttribute("aria-activedescendant")
    chosen?.scrollIntoView({ block: "nearest" })
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const takes = (event.key === "Enter" || event.key === "Tab") && this.place >= 0
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    if (event.key === "Escape" || (step && plain) || (takes && plain)) {
      event.preventDefault()
      event.stopPropagation()
    }
    if (event.key === "Escape") this.close()
    else if (step && plain) this.choose((this.place + step + this.count) % this.count)
    else if (takes && plain) this.take(this.list.children[this.place])
  }

  take(option) {
    if (!option) return
    const [field, end] = [this.field, this.field.selectionStart]
    const start = end - this.begun
    this.close()
    field.setRangeText(`${field.value[start]}${option.dataset.put} `, start, end, "end")
    field.dispatchEvent(new Event("input", { bubbles: true }))
    say(option.textContent)
  }

  close() {
    this.list.hidden = true
    for (const name of ["aria-activedescendant", "aria-controls", "aria-autocomplete"]) this.field?.removeAttribute(name)
  }
})
