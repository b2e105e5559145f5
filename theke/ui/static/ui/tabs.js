// On a narrow screen the tabs scroll sideways: the chosen one is brought into view.
const chosen = document.querySelector(".tabs > :is([aria-current], [aria-selected=true])")
if (chosen) {
  const row = chosen.parentElement
  const room = (row.clientWidth - chosen.offsetWidth) / 2
  row.scrollLeft += chosen.getBoundingClientRect().left - row.getBoundingClientRect().left - room
}
