// The one question before sending, as a dialog: saved and checked first, so that it speaks of what is really there.
import { say } from "../ui/say.js"
import { saver } from "./draft-autosave.js"

const review = document.getElementById("review")

async function ask(which) {
  if (!await saver().save()) return sayWhy()
  await review.now()
  document.getElementById(`ask-${which}`)?.showModal()
  showMoment()
  offerFreeSlot()
}

/** Nothing is asked about a text that could not be saved: what the page says of it is brought into view, and read out. */
function sayWhy() {
  const why = ["offline", "signed-out"].map((id) => document.getElementById(id)).find((banner) => banner && !banner.hidden)
  why?.scrollIntoView({ block: "center" })
  if (why) say(why.textContent.trim(), true)
}

async function offerFreeSlot() {
  const place = document.getElementById("free-slot")
  if (!place) return
  await import("./free-slot.js")
  place.ask()
}

/** The chosen wall time in the sentence, as the library's clocks show it: no time zone of this device comes into it. */
function showMoment() {
  const [field, place] = [document.getElementById("id_at"), document.getElementById("moment")]
  if (!field || !place) return
  const words = field.value && inWords(new Date(field.value), new Date(`${place.dataset.today}T00:00`))
  place.textContent = words ? `, ${words}` : ""
}

function inWords(moment, today) {
  const lang = document.documentElement.lang
  const days = Math.round((new Date(moment).setHours(0, 0, 0, 0) - today) / 86_400_000)
  const time = moment.toLocaleTimeString(lang, { hour: "2-digit", minute: "2-digit" })
  if (days === 0 || days === 1) return `${new Intl.RelativeTimeFormat(lang, { numeric: "auto" }).format(days, "day")} ${time}`
  return `${moment.toLocaleDateString(lang, { weekday: "long", day: "numeric", month: "long" })} ${time}`
}

document.addEventListener("input", (event) => event.target.id === "id_at" && showMoment())

document.addEventListener("click", (event) => {
  const opener = event.target.closest("button[data-ask]")
  if (opener) {
    event.preventDefault()
    ask(opener.dataset.ask)
  }
  const closer = event.target.closest("dialog [data-close]")
  if (!closer) return
  closer.closest("dialog").close()
  if (closer.matches("button")) event.preventDefault()
})

// Ctrl+Enter asks as the button does; it never sends by itself.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.altKey) return
  if (!event.target.matches("#composer textarea")) return
  event.preventDefault()
  document.getElementById("to-send")?.click()
})

// The page came back from a plain save with the question open.
const open = document.querySelector("dialog.ask[open]")
if (open) {
  open.close()
  open.showModal()
  showMoment()
  offerFreeSlot()
}
