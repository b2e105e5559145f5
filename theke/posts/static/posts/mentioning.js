// In the remarks colleagues are offered after an @. What does it is fetched with the first of them.
const words = document.querySelector("#remarks word-completion")
const begins = /@[^\s@]*$/

async function begun(event) {
  const field = event.target
  if (!field.matches(words.dataset.for) || !begins.test(field.value.slice(0, field.selectionStart))) return
  words.closest("form").removeEventListener("input", begun)
  if (customElements.get("word-completion")) return // the composer has fetched it already, and it has seen this key
  await import("./word-completion.js")
  words.look(field)
}
words?.closest("form").addEventListener("input", begun)
