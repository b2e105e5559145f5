// <bulk-bar>: says how many are ticked. That the bar comes with the first tick is the style sheet's work.
import { say } from "../ui/say.js"

customElements.define("bulk-bar", class extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form")
    this.place = this.querySelector("[data-count]")
    this.words = this.place.textContent
    document.addEventListener("change", (event) => event.target.form === this.form && event.target.name === "ticked" && this.count())
    addEventListener("pageshow", () => this.count(false))
    this.count(false)
  }

  count(aloud = true) {
    const number = document.querySelectorAll(`input[name=ticked][form=${this.form.id}]:checked`).length
    this.place.textContent = number === 0 ? this.words : number === 1 ? this.dataset.one : this.dataset.many.replace("{n}", number)
    if (aloud) say(this.place.textContent)
  }
})
