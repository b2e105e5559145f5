// The composer's parts. Each eases something that the plain form does too.
import "./draft-autosave.js"
import "./draft-pen.js"
import "./char-count.js"
import "./composer-tabs.js"
import "./post-review.js"
import "./picture-drop.js"
import "./focal-point.js"
import "./asking.js"
import "./mending.js"
import "./placeholders.js"
import "./library-picker.js"
import { say } from "../ui/say.js"
import { form } from "./sending.js"

// What not every post needs is fetched when it is needed.
const [emoji, words] = [document.querySelector("emoji-picker"), document.querySelector("#texts word-completion")]
const opener = emoji.querySelector("button")
opener.hidden = false
opener.addEventListener("click", async () => {
  if (customElements.get("emoji-picker")) return
  await import("./emoji-picker.js").catch(() => say(emoji.dataset.lost, true))
  emoji.show?.()
})
form.addEventListener("focusin", (event) => { if (event.target.matches("#texts textarea")) emoji.field = event.target })

const begins = /[#@][^\s#@]*$/
async function begun(event) {
  const field = event.target
  if (!field.matches("#texts textarea") || !begins.test(field.value.slice(0, field.selectionStart))) return
  form.removeEventListener("input", begun)
  await import("./word-completion.js")
  words.look(field)
}
form.addEventListener("input", begun)

if (!CSS.supports("field-sizing", "content")) import("./growing.js")
