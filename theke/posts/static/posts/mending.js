// The button of a hint that puts the mend in the place of what was seen.
import { say } from "../ui/say.js"

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-mend]")
  if (!button) return
  const field = document.getElementById(button.dataset.field)
  const at = field?.value.indexOf(button.dataset.seen) ?? -1
  if (at < 0) return
  field.closest("[data-panel]")?.hidden && document.getElementById(field.closest("[data-panel]").dataset.panel)?.click()
  field.focus()
  field.setRangeText(button.dataset.mend, at, at + button.dataset.seen.length, "end")
  field.dispatchEvent(new Event("input", { bubbles: true }))
  say(button.textContent.trim())
})
