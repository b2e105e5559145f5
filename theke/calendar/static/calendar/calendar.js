// Eases the calendar: what an entry offers opens in a dialog, and days are walked with the arrow keys.
// Each link leads to a whole page without this.

/** Fetched once somebody asks for something. */
const refreshing = () => import("./refreshing.js")

const asking = document.getElementById("asking")
const asked = document.getElementById("asked")
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

async function ask(link) {
  const address = new URL(link.href)
  if (link.dataset.asks !== "plain") address.searchParams.set("back", here())
  const answer = await refreshing().then(({ fetched }) => fetched(address)).catch(() => null)
  if (!answer?.ok) return location.assign(address)
  asked.innerHTML = await answer.text()
  asking.showModal()
}

function here() {
  return document.querySelector(".days").dataset.back
}

async function sent(form) {
  const { fetched, refresh } = await refreshing()
  const answer = await fetched(form.action, new FormData(form))
  if (!answer) return
  if (answer.status === 422) {
    asked.innerHTML = await answer.text()
    return asked.querySelector(".error-summary, [aria-invalid=true], input:not([type=hidden])")?.focus()
  }
  const post = form.action.match(/posts\/([0-9a-f-]+)\//)?.[1]
  asking.close()
  if (answer.ok) await refresh(post)
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-asks]")
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
  event.preventDefault()
  ask(link)
})

asking?.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-moves]")) return
  event.preventDefault()
  sent(event.target)
})

// The page for paper shows more of a full day; it prints itself.
if (new URLSearchParams(location.search).has("paper")) addEventListener("load", () => print())

// One day is in the way of the Tab key, the others are reached with the arrows.
function rove() {
  const links = [...document.querySelectorAll(".days .date")]
  const first = links.find((one) => one.ariaCurrent) ?? links[0]
  for (const one of links) one.tabIndex = one === first ? 0 : -1
}

document.addEventListener("keydown", (event) => {
  const from = event.target.closest?.(".days .date")
  if (!from || event.altKey || event.ctrlKey || event.metaKey) return
  const links = [...document.querySelectorAll(".days .date")].filter((one) => one.offsetParent !== null)
  const at = links.indexOf(from)
  const to = { Home: links[0], End: links.at(-1) }[event.key] ?? links[at + STEPS[event.key]]
  if (!to) return
  event.preventDefault()
  from.tabIndex = -1
  to.tabIndex = 0
  to.focus()
})

document.addEventListener("calendar:renewed", rove)
rove()

// Whoever comes with a mouse or a pen may draw entries; nobody else fetches what that needs.
document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "touch") import("./drag-reschedule.js")
}, { once: true })
