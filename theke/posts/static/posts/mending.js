// The buttons of a hint: one puts the mend in the place of what was seen, or beside the text where nothing was.
import { say } from "../ui/say.js"

/** Where something stands: the guideline counts in code points, fields in UTF-16. What was seen may have moved since. */
export function placeIn(text, seen, at) {
  const here = Array.from(text).slice(0, at).join("").length
  return text.startsWith(seen, here) ? here : text.indexOf(seen)
}

/** Show the panel in which a field stands. */
export function open(field) {
  const panel = field.closest("[data-panel]")
  if (panel?.hidden) document.getElementById(panel.dataset.panel)?.click()
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-mend]")
  if (!button) return
  const { seen, at: from, field: id } = button.parentElement.dataset
  const field = document.getElementById(id)
  const at = field && !seen && Number(from) ? field.value.length : placeIn(field?.value ?? "", seen, Number(from))
  if (!field || at < 0) return
  open(field)
  field.focus()
  field.setRangeText(button.dataset.mend, at, at + seen.length, "end")
  field.dispatchEvent(new Event("input", { bubbles: true }))
  say(button.textContent.trim())
})

// The language of the text, set in its own field.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-set]")
  const field = document.getElementById(button?.dataset.in)
  if (!field) return
  field.value = button.dataset.set
  for (const text of field.form.querySelectorAll("textarea[lang]")) text.lang = field.value
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }))
  say(button.textContent.trim())
})

// The underlines are fetched with the first hint that has a place.
const hints = document.querySelector("#review, #answer-hints")
const watch = new MutationObserver(fetchUnderlines)
function fetchUnderlines() {
  if (!hints.querySelector("[data-spot]")) return
  watch.disconnect()
  import("./underlining.js")
}
if (hints) {
  watch.observe(hints, { childList: true, subtree: true })
  fetchUnderlines()
}
