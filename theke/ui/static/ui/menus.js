// <details class="menu"> closes on Escape and on a click elsewhere; [data-opens] opens a <dialog>, [data-closes] closes it.

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return
  const menu = document.activeElement?.closest?.("details.menu[open]")
  if (!menu) return
  menu.open = false
  menu.querySelector("summary").focus()
})

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false
  }
  const opener = event.target.closest?.("[data-opens]")
  const dialog = opener && document.getElementById(opener.dataset.opens)
  if (dialog?.showModal) {
    event.preventDefault()
    dialog.showModal()
  }
  const closer = event.target.closest?.("[data-closes]")
  if (closer) {
    event.preventDefault()
    closer.closest("dialog")?.close()
  }
})
