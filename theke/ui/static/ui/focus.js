// Where the focus goes when htmx has exchanged a part of the page.
//
// htmx keeps the focus on an element with the same id. When the element is gone, we go on in the list it stood in: to what now
// stands in its place, else to the list's heading. A refused form gets its error summary focused.

let last = null

document.addEventListener("htmx:beforeSwap", (event) => {
  const row = document.activeElement?.closest?.("li[id]")
  const list = row?.parentElement
  last = row && event.detail.target.contains(row) && list?.id
    ? { list: list.id, index: [...list.children].indexOf(row) } : null
})

document.addEventListener("htmx:afterSettle", (event) => {
  const summary = event.detail.target?.querySelector?.(".error-summary")
  if (summary) return summary.focus()
  if (last && document.activeElement === document.body) goOn(last)
  last = null
})

function goOn({ list, index }) {
  const place = document.getElementById(list)
  const row = place?.children[Math.min(index, place.children.length - 1)]
  const target = row?.querySelector("a[href], button, input, select, textarea") ?? heading(place)
  target?.focus()
}

function heading(place) {
  const found = place?.closest("section, .panel, main")?.querySelector("h1, h2") ?? document.querySelector("h1")
  found?.setAttribute("tabindex", "-1")
  return found
}

// A page that comes back with errors starts at them.
document.querySelector(".error-summary")?.focus()

// A request that never reached the server: say that there is no connection.
document.addEventListener("htmx:sendError", () => {
  const banner = document.getElementById("offline")
  if (banner) banner.hidden = false
})
