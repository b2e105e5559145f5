// When the sign-in runs out while someone writes: nothing is thrown away. The page says it, sign-in happens in a second tab, and
// the fresh token is taken from the cookie, so that the page can go on.

function token() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1]
}

document.addEventListener("htmx:configRequest", (event) => {
  if (token()) event.detail.headers["X-CSRFToken"] = token()
})

document.addEventListener("submit", (event) => {
  const field = event.target.elements?.csrfmiddlewaretoken
  if (field && token()) field.value = token()
}, true)

document.addEventListener("htmx:responseError", (event) => {
  const status = event.detail.xhr.status
  const banner = document.getElementById(status === 401 ? "signed-out" : "went-wrong")
  if (!banner) return
  banner.hidden = false
  if (!banner.contains(document.activeElement)) banner.scrollIntoView({ block: "nearest" })
})

document.addEventListener("htmx:afterOnLoad", (event) => {
  if (event.detail.xhr.status >= 400) return
  for (const id of ["signed-out", "went-wrong"]) {
    const banner = document.getElementById(id)
    if (banner) banner.hidden = true
  }
})
