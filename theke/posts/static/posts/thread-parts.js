// <thread-parts>: a text with lines of hyphens is a chain of posts; here its parts are cards. Without it, the plain field remains.
import { say } from "../ui/say.js"
import { longest, length } from "./measuring.js"
import { filled } from "./sending.js"

const BREAK = /\n[ \t]*-{3,}[ \t]*\n/

customElements.define("thread-parts", class extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("textarea")
    this.plain = this.querySelector("[data-plain]")
    this.cards = this.querySelector("[data-cards]")
    this.pattern = this.querySelector("template")
    this.cards.addEventListener("input", (event) => event.target.matches("textarea") && this.typed(event.target))
    this.addEventListener("click", (event) => this.pressed(event))
    this.field.addEventListener("input", (event) => event.target === this.field && this.read())
    this.querySelector("[data-add]").hidden = !this.facts?.chained
    this.read()
  }

  get facts() {
    for (const item of document.querySelectorAll("#counters [data-facts]")) {
      const facts = JSON.parse(item.dataset.facts)
      if (facts.own === this.field.id) return facts
    }
    return null
  }

  read() {
    if (this.writing) return
    this.parts = this.field.value.split(BREAK).map((part) => part.trim())
    this.draw()
  }

  draw() {
    const many = this.parts.length > 1
    this.plain.hidden = many
    this.cards.hidden = !many
    this.querySelector("[data-join]").hidden = !many
    this.cards.replaceChildren(...(many ? this.parts.map((part, place) => this.card(part, place)) : []))
    if (many) this.countAll()
  }

  card(part, place) {
    const made = this.pattern.content.firstElementChild.cloneNode(true)
    const area = made.querySelector("textarea")
    area.id = `${this.field.id}-part-${place}`
    area.lang = this.field.lang
    area.value = part
    const label = made.querySelector("label")
    label.htmlFor = area.id
    label.textContent = filled(this.dataset.label, { n: place + 1, m: this.parts.length })
    made.dataset.place = place
    for (const button of made.querySelectorAll("button")) {
      button.id = `${area.id}-${button.dataset.act}`
      button.disabled = (button.dataset.act === "up" && !place) || (["down", "join"].includes(button.dataset.act) && place === this.parts.length - 1)
      button.setAttribute("aria-label", `${button.title}: ${label.textContent}`)
    }
    return made
  }

  typed(area) {
    this.parts[Number(area.closest("[data-place]").dataset.place)] = area.value
    this.write(false)
    this.countAll()
  }

  /** Into the field that is sent; `aloud` lets the counters and the saver know, where no typing has told them. */
  write(aloud = true) {
    this.writing = true
    this.field.value = this.parts.join("\n---\n")
    if (aloud) this.field.dispatchEvent(new Event("input", { bubbles: true }))
    this.writing = false
  }

  countAll() {
    const facts = this.facts
    if (!facts) return
    for (const card of this.cards.children) {
      const place = Number(card.dataset.place)
      const part = this.parts[place]
      const last = place === this.parts.length - 1
      const have = last ? longest(part.replace(BREAK, "\n"), { ...facts, chained: false }) : length(part, facts)
      const number = card.querySelector("[data-number]")
      number.textContent = `${have} / ${facts.max}`
      number.className = `num ${have > facts.max ? "over" : have > facts.max * 0.8 ? "near" : ""}`
    }
  }

  pressed(event) {
    const button = event.target.closest("[data-act]")
    if (!button) return
    const act = button.dataset.act
    if (act === "add") return this.change(this.parts.length, () => this.parts.push(""))
    const place = Number(button.closest("[data-place]").dataset.place)
    if (act === "up") this.swap(place, place - 1, act)
    if (act === "down") this.swap(place, place + 1, act)
    if (act === "join") this.change(place, () => this.parts.splice(place, 2, `${this.parts[place]} ${this.parts[place + 1]}`.trim()))
    if (act === "remove") this.change(Math.max(0, place - 1), () => this.parts.splice(place, 1))
  }

  swap(place, wanted, act) {
    [this.parts[place], this.parts[wanted]] = [this.parts[wanted], this.parts[place]]
    this.write()
    this.draw()
    const button = document.getElementById(`${this.field.id}-part-${wanted}-${act}`)
    if (button.disabled) document.getElementById(`${this.field.id}-part-${wanted}`).focus()
    else button.focus()
    say(filled(this.dataset.label, { n: wanted + 1, m: this.parts.length }))
  }

  change(place, how) {
    how()
    this.write()
    this.draw()
    const area = this.parts.length > 1 ? document.getElementById(`${this.field.id}-part-${place}`) : this.field
    area.focus()
    say(filled(this.dataset.count, { n: this.parts.length }))
  }
})
