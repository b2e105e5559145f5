// Asks the server and puts the calendar in place anew, without losing one's place in it.

function token() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? document.querySelector("#write-for [name=csrfmiddlewaretoken]").value
}

/** The answer; null where there is no connection, or the sign-in has run out (both are said on the page). */
export async function fetched(address, body) {
  const headers = { "HX-Request": "true", "X-CSRFToken": token() }
  try {
    const answer = await fetch(address, { method: body ? "POST" : "GET", body, headers, credentials: "same-origin", cache: "no-store" })
    if (answer.status !== 401) return answer
    show("signed-out")
  } catch {
    show("offline")
  }
  return null
}

function show(id) {
  const banner = document.getElementById(id)
  if (banner) banner.hidden = false
}

/** Put the parts of an answer in the place of those with the same id. */
export function place(html) {
  const made = new DOMParser().parseFromString(html, "text/html")
  for (const id of ["messages", "calendar"]) {
    const part = made.getElementById(id)
    if (part) document.getElementById(id).replaceWith(document.importNode(part, true))
  }
  document.dispatchEvent(new CustomEvent("calendar:renewed"))
}

/** Fetch the calendar anew; the focus goes to the entry that was moved, else to its day or to the heading. */
export async function refresh(post, day) {
  const address = new URL(location.href)
  address.searchParams.delete("clear")
  const answer = await fetched(address)
  if (!answer?.ok) return
  place(await answer.text())
  const entry = document.querySelector(`[data-post="${post}"] .what`)
  const target = entry ?? document.querySelector(`#day-${day} .date`) ?? document.querySelector(".days .date")
  target?.focus()
}
