// The places of a starter, such as [Title]: selected one after the other with Tab, so that one types over them.
const PLACE = /\[[^[\]\n]{1,80}\](?!\()/g

/** The first place that begins at or after a position, as [start, end]; undefined where none is left. */
function placeFrom(text, from) {
  for (const found of text.matchAll(PLACE)) {
    if (found.index >= from) return [found.index, found.index + found[0].length]
  }
  return undefined
}

function select(field, from) {
  const place = placeFrom(field.value, from)
  if (place) field.setSelectionRange(...place)
  return Boolean(place)
}

const field = document.getElementById("id_text")
if (field) {
  // After the last place Tab leaves the field as always; Escape leaves it at any time, and then Tab goes on.
  let off = false
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") off = true
    if (event.key !== "Tab" || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || off) return
    if (event.defaultPrevented) return
    const from = field.selectionEnd > field.selectionStart ? field.selectionEnd : field.selectionStart
    if (select(field, from)) event.preventDefault()
  })
  field.addEventListener("focus", () => { off = false })
  if (new URLSearchParams(location.search).has("started")) {
    field.focus()
    select(field, 0)
  }
}
