// The library of pictures in a window over the composer. Without it, the button saves and leads to a page that does the same.
import { saver } from "./draft-autosave.js"
import { form } from "./sending.js"

const opener = document.getElementById("from-library")
const dialog = document.getElementById("library-dialog")
const script = { "HX-Request": "true" }

if (opener && dialog && form) {
  opener.addEventListener("click", async (event) => {
    event.preventDefault()
    await saver().save()
    const answer = await fetch(dialog.dataset.url, { headers: script }).catch(() => null)
    if (!answer?.ok) return form.requestSubmit(opener) // the page itself says what is the matter
    const inside = dialog.querySelector(".inside-picker")
    inside.replaceChildren(...new DOMParser().parseFromString(await answer.text(), "text/html").body.childNodes)
    window.htmx.process(inside)
    dialog.showModal()
    dialog.querySelector("#picker-q")?.focus()
  })

  dialog.addEventListener("click", (event) => {
    if (!event.target.closest("#picker-leave")) return
    event.preventDefault()
    dialog.close()
  })

  dialog.addEventListener("submit", async (event) => {
    event.preventDefault()
    if (event.target.id === "picker-form") await take(event.target)
  })

  dialog.addEventListener("close", () => opener.focus())
}

async function take(picks) {
  const error = dialog.querySelector("#picker-error")
  const answer = await fetch(picks.action, { method: "POST", headers: script, body: new FormData(picks) }).catch(() => null)
  if (answer?.status !== 200) {
    error.hidden = false
    error.textContent = answer?.status === 422 ? await answer.text() : dialog.dataset.lost
    return
  }
  dialog.close()
  document.querySelector("picture-drop").add(await answer.text())
  form.dispatchEvent(new CustomEvent("composer:refresh"))
}
