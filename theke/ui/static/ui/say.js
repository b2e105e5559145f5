// Words for screen readers, spoken from the two live regions of the frame.
const KEPT = 4 // lines; what came just before is not swallowed by what comes next

/** Say politely, or at once when it is urgent. */
export function say(words, urgent = false) {
  const region = document.getElementById(urgent ? "alert" : "status")
  if (!region) return
  const line = document.createElement("p")
  region.append(line)
  while (region.children.length > KEPT) region.firstElementChild.remove()
  // An own turn of the loop: a line that comes with its words is not read out by every reader.
  setTimeout(() => { line.textContent = words }, 50)
}
