// The button of a hint that puts the mend in the place of what was seen, or beside the text where nothing was.
import { say } from "../ui/say.js"

// Where the mend goes: the guideline counts in code points, fields in UTF-16. What was seen may have moved since.
function placeIn(text, seen, at) {
  const here = Array.from(text).slice(0, at).join("").length
  return text.startsWith(seen, here) ? here : text.indexOf(seen)
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-mend]")
  if (!button) return
  const { mend, seen, at: from } = button.dataset
  const field = document.getElementById(button.dataset.field)
  const at = field && !seen && Number(from) ? field.value.length : placeIn(field?.value ?? "", seen, Number(from))
  if (!field || at < 0) return
  field.closest("[data-panel]")?.hidden && document.getElementById(field.closest("[data-panel]").dataset.panel)?.click()
  field.focus()
  field.setRangeText(mend, at, at + seen.length, "end")
  field.dispatchEvent(new Event("input", { bubbles: true }))
  say(button.textContent.trim())
})
