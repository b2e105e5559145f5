// <copy-text>: a button that copies the field beside it, and says whether it worked. Without scripts the text is marked by hand.
import { say } from "../ui/say.js"

class CopyText extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button"), field = this.querySelector("textarea")
    const said = this.querySelector("[data-said]")
    const tell = (words) => { said.textContent = words; say(words) }
    button.hidden = false
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(field.value)
        tell(this.dataset.done)
      } catch {
        field.select()
        tell(this.dataset.failed)
      }
    })
  }
}

customElements.get("copy-text") || customElements.define("copy-text", CopyText)
