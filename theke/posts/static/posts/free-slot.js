// <free-slot>: asks the calendar for the next free place and offers it as one button. No answer, no button.
import { say } from "../ui/say.js"
import { filled } from "./sending.js"

const PATIENCE = 3000

customElements.define("free-slot", class extends HTMLElement {
  async ask() {
    if (this.childElementCount) return
    const answer = await fetch(this.dataset.url, { signal: AbortSignal.timeout(PATIENCE) }).catch(() => null)
    const found = answer?.ok ? await answer.json().catch(() => null) : null
    if (!found?.at || this.childElementCount) return
    const words = filled(this.dataset.words, { words: found.words })
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn small", textContent: words })
    button.addEventListener("click", () => this.take(found.at))
    this.replaceChildren(button)
  }

  take(at) {
    const field = document.getElementById("id_at")
    field.value = at.slice(0, 16)
    field.dispatchEvent(new Event("input", { bubbles: true }))
    field.focus()
    say(this.dataset.taken)
  }
})
