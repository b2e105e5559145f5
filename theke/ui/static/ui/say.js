// Words for screen readers, spoken from the two live regions of the frame.

/** Say politely, or at once when it is urgent. */
export function say(words, urgent = false) {
  const region = document.getElementById(urgent ? "alert" : "status")
  if (!region) return
  region.textContent = ""
  // An own turn of the loop, or the same sentence twice is said once.
  setTimeout(() => { region.textContent = words }, 50)
}
