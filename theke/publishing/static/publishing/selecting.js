// Shows the bar for several posts only while one is ticked, and says how many. Without it the bar always stands there.
import { say } from "../ui/say.js"

const bar = document.getElementById("selection")
if (bar) {
  const ticks = [...document.querySelectorAll("[form=selection][type=checkbox]")]
  const words = document.getElementById("selected")
  const show = (aloud) => {
    const count = ticks.filter((tick) => tick.checked).length
    bar.hidden = !count
    words.textContent = bar.dataset.words.replace("{n}", count)
    if (aloud) say(words.textContent)
  }
  for (const tick of ticks) tick.addEventListener("change", () => show(true))
  words.removeAttribute("role") // the live region of the frame speaks
  window.addEventListener("pageshow", () => show(false))
  show(false)
}
