// Takes parts of a fresh page into the open one. A field that is there stays there: moving it would take the cursor out of it.

const typing = "input, textarea, select"

/** Other channels, other panels: those that hold the same field as before are left alone. */
export function renewTexts(fresh) {
  const texts = document.getElementById("texts")
  const made = document.importNode(fresh.getElementById("texts"), true)
  texts.querySelector("[data-tabs]").replaceWith(made.querySelector("[data-tabs]"))
  const kept = new Map([...texts.querySelectorAll("[data-panel]")].map((panel) => [panel.id, panel]))
  let before = null
  for (const panel of [...made.querySelectorAll("[data-panel]")]) {
    const old = kept.get(panel.id)
    kept.delete(panel.id)
    if (old && fieldOf(old) === fieldOf(panel)) before = old
    else before = placed(panel, old, before, texts)
  }
  for (const gone of kept.values()) gone.remove()
  texts.connectedCallback()
}

function fieldOf(panel) {
  return panel.querySelector("textarea")?.id ?? ""
}

function placed(panel, old, before, texts) {
  if (old) old.replaceWith(panel)
  else if (before) before.after(panel)
  else texts.querySelector("[data-tabs]").after(panel)
  return panel
}

/** A part with fields: what was typed is carried over; while somebody is in it, it waits until they have left. */
export function renewFields(id, fresh) {
  const old = document.getElementById(id)
  if (old.contains(document.activeElement) && document.activeElement.matches(typing)) {
    // A moment later: the click that has taken the focus away may have been on something in here.
    old.addEventListener("focusout", () => setTimeout(() => renewFields(id, fresh), 400), { once: true })
    return
  }
  const made = document.importNode(fresh.getElementById(id), true)
  for (const field of old.querySelectorAll(typing)) carry(field, made)
  for (const part of old.querySelectorAll("details[id]")) {
    const same = made.querySelector(`#${CSS.escape(part.id)}`)
    if (same) same.open = part.open
  }
  const focus = old.contains(document.activeElement) ? document.activeElement.id : ""
  old.replaceWith(made)
  if (focus) document.getElementById(focus)?.focus()
}

function carry(field, made) {
  const same = field.id && made.querySelector(`#${CSS.escape(field.id)}`)
  if (!same) return
  if (field.type === "checkbox" || field.type === "radio") same.checked = field.checked
  else same.value = field.value
}
