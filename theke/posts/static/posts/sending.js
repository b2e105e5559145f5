// How the composer's elements speak to the server.

export const form = document.getElementById("composer")

/** Fill {name} in a sentence. */
export function filled(words, facts) {
  return words.replace(/\{(\w+)\}/g, (all, name) => facts[name] ?? all)
}

function token() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1]
}

/** Everything typed, without files and buttons. The token is the newest: it changes with every sign-in. */
export function written() {
  const data = new FormData(form)
  data.delete("files")
  if (token()) data.set("csrfmiddlewaretoken", token())
  return data
}

/** POST in the background; a lost sign-in answers 401 instead of a page. */
export function post(url, data, options = {}) {
  const headers = { "HX-Request": "true", "X-CSRFToken": token() ?? data.get("csrfmiddlewaretoken") ?? "" }
  return fetch(url, { method: "POST", body: data, headers, redirect: "error", ...options })
}

export function signedOut(shown) {
  const banner = document.getElementById("signed-out")
  if (banner) banner.hidden = !shown
}
