// <undo-bar seconds="10"> for what is held back so long: counts down and goes away when its time is over. The undo itself is a form inside it: the server holds
// the act back for as long, so nothing depends on this script. Without seconds the act is done, can be undone, and the bar stays.
import { say } from "./say.js"

customElements.define("undo-bar", class extends HTMLElement {
  connectedCallback() {
    const words = this.querySelector(".words")?.textContent?.trim()
    if (words) say(words)
    if (!this.hasAttribute("seconds")) return
    this.left = Number(this.getAttribute("seconds"))
    this.meter = this.querySelector("progress")
    if (this.meter) this.meter.max = this.left
    this.tick()
    this.timer = setInterval(() => this.tick(), 1000)
  }

  disconnectedCallback() {
    clearInterval(this.timer)
  }

  tick() {
    if (this.meter) this.meter.value = this.left
    if (this.left-- > 0) return
    clearInterval(this.timer)
    // Whoever stands in the bar with the keyboard is not thrown out of it.
    if (!this.contains(document.activeElement)) this.hidden = true
    this.dispatchEvent(new CustomEvent("undo-over", { bubbles: true }))
  }
})
