// <char-count>: counters that follow typing. Speaks only when 80 % are reached, when it is full, and when it is too much.
import { say } from "../ui/say.js"
import { longest } from "./measuring.js"
import { filled, form } from "./sending.js"

customElements.define("char-count", class extends HTMLElement {
  connectedCallback() {
    this.listen = () => this.count(true)
    form?.addEventListener("input", this.listen)
    this.count(false)
  }

  disconnectedCallback() {
    form?.removeEventListener("input", this.listen)
  }

  count(aloud) {
    const warning = document.getElementById(this.dataset.warning)?.value ?? ""
    for (const item of this.querySelectorAll("[data-facts]")) this.show(item, warning, aloud)
  }

  show(item, warning, aloud) {
    const facts = item.facts ??= JSON.parse(item.dataset.facts)
    const field = (facts.own && document.getElementById(facts.own)) || document.getElementById(this.dataset.text)
    const have = longest(field.value, facts, warning)
    const number = item.querySelector("[data-number]")
    number.textContent = `${have.toLocaleString(document.documentElement.lang)} / ${facts.max.toLocaleString(document.documentElement.lang)}`
    const state = have > facts.max ? "over" : have === facts.max ? "full" : have > Math.floor(facts.max * 0.8) ? "near" : ""
    number.className = `num ${state === "full" ? "near" : state}`
    item.querySelector("meter").value = have
    if (aloud && item.state !== undefined && state !== item.state && state) {
      const name = item.querySelector("span").textContent
      say(filled(this.dataset[state], { name, n: have - facts.max }))
    }
    item.state = state
  }
})
