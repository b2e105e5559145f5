// <undo-bar seconds="10"> counts down and goes away when its time is over. The undo itself is a form inside it: the server holds
// the act back for as long, so nothing depends on this script.
import { say } from "./say.js"

customElements.define("undo-bar", class extends HTMLElement {
  connectedCallback() {
    this.left = Number(this.getAttribute("seconds") ?? 10)
    this.meter = this.querySelector("progress")
    if (this.meter) this.meter.max = this.left
    const words = this.querySelector(".words")?.textContent?.trim()
    if (words) say(words)
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
