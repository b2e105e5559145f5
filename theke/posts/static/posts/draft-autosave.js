// <draft-autosave>: saves while one writes, says when, and keeps the text on this device until the server has it.
import { say } from "../ui/say.js"
import { form, post, signedOut, written } from "./sending.js"

const PAUSE = 1200
const AGAIN = 10_000
const OWN = ["revision", "page", "channels", "initial-wished_at"] // of this page, never taken from what was kept
const NOT_KEPT = new Set(["csrfmiddlewaretoken", "ask", "when", "at", "despite"])

/** Whether a field no longer holds what the server sent. */
function wasChanged(field) {
  if (field.type === "hidden" || field.type === "file" || !field.name) return false
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked
  if (field.options) return [...field.options].some((one) => one.defaultSelected) && !field.selectedOptions[0]?.defaultSelected
  return field.defaultValue !== undefined && field.value !== field.defaultValue
}

/** Back in the history the browser shows the page as it was, though the post may have gone out since. */
const wentBack = () => performance.getEntriesByType("navigation")[0]?.type === "back_forward"

customElements.define("draft-autosave", class extends HTMLElement {
  connectedCallback() {
    this.dirty = false
    this.stopped = "held" in this.dataset // somebody else writes: nothing is saved until it is taken over
    // A word of this page's own: when the answer to a save is lost, the server still knows that nobody else has saved since.
    form.elements.page.value = crypto.getRandomValues(new Uint32Array(4)).join("").slice(0, 40)
    this.offer()
    form.addEventListener("input", (event) => this.changed(event))
    form.addEventListener("change", (event) => this.changed(event))
    form.addEventListener("submit", () => { clearTimeout(this.timer); this.stopped = true })
    document.addEventListener("visibilitychange", () => this.dirty && this.save())
    for (const moment of ["online", "focus"]) addEventListener(moment, () => this.dirty && this.save())
    addEventListener("pageshow", (event) => (event.persisted || wentBack()) && location.reload())
    document.addEventListener("keydown", (event) => this.key(event))
    // On a slow machine people write before this script has come: it is taken up once all of the page's scripts are there.
    setTimeout(() => { for (const field of [...form.elements].filter(wasChanged)) this.changed({ target: field }) })
  }

  /** Ctrl+S saves at once and says so. */
  async key(event) {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    event.preventDefault()
    if (await this.save()) say(this.textContent.trim())
  }

  changed(event) {
    if (event.target.type === "file" || event.target.closest("dialog, .reason")) return
    this.dirty = true
    this.dataset.state = "typed"
    this.keep()
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), PAUSE)
    form.dispatchEvent(new CustomEvent("composer:typed", { detail: event.target }))
  }

  keep() {
    const fields = [...written()].filter(([name]) => !NOT_KEPT.has(name))
    try {
      localStorage.setItem(this.dataset.key, JSON.stringify({ fields, at: Date.now() }))
    } catch { /* a full or closed store: the page itself still has the text */ }
  }

  forget() {
    localStorage.removeItem(this.dataset.key)
  }

  /** Save now. True when the server has everything that is on the page. */
  async save() {
    if (this.stopped) return false
    if (this.running) {
      this.once = true
      return this.running
    }
    clearTimeout(this.timer)
    if (!this.dirty) return true
    this.running = this.send()
    const saved = await this.running
    this.running = null
    if (this.once) {
      this.once = false
      return this.save()
    }
    return saved
  }

  async send() {
    if (document.getElementById("id_text").value.length > Number(this.dataset.longest)) return this.tell(this.dataset.tooLong, true)
    this.dirty = false
    const sent = written()
    let answer
    try {
      answer = await post(this.dataset.url, sent, { keepalive: document.hidden })
    } catch {
      return this.failed(this.dataset.kept)
    }
    signedOut(answer.status === 401)
    if (answer.status === 401 || answer.status === 403) return this.failed(this.dataset.signedOut)
    if (answer.status === 409) {
      const { conflict, held } = await answer.json()
      return held ? this.yield(conflict) : this.conflict(conflict)
    }
    if (answer.status === 422) return this.failed(Object.values((await answer.json()).errors)[0]?.[0] ?? this.dataset.kept)
    if (!answer.ok) return this.failed(this.dataset.kept)
    const { revision, saved, wished } = await answer.json()
    form.elements.revision.value = revision
    this.wish(sent.get("wished_at"), wished)
    form.elements.despite?.remove() // the other text is set aside now; the next save replaces only our own
    if (!this.dirty) {
      this.forget()
      this.dataset.state = "saved"
    }
    this.textContent = saved
    this.said = ""
    form.dispatchEvent(new CustomEvent("composer:saved"))
    return true
  }

  /** The calendar may have moved the draft meanwhile: its day is shown, unless another one has been typed by now. */
  wish(sent, stored) {
    const { wished_at: field, "initial-wished_at": shown } = form.elements
    if (!field || sent === null) return
    const [at, before] = [document.getElementById("id_at"), shown.value.replace(" ", "T").slice(0, 16)]
    if (at && stored && at.value === before) at.value = stored // what the question to plan it proposes
    shown.value = stored
    if (field.value === sent && document.activeElement !== field) field.value = stored
    else if (field.value === sent) shown.value = sent
  }

  failed(words) {
    this.dirty = true
    this.timer = setTimeout(() => this.save(), AGAIN)
    return this.tell(words, true)
  }

  tell(words, urgent) {
    this.textContent = words
    if (words !== this.said) say(words, urgent)
    this.said = words
    return false
  }

  /** Somebody else has saved: stop, say it, and let the person see both texts (an ordinary save shows them). */
  conflict(words) {
    this.stopped = true
    this.dirty = true
    const place = document.getElementById("kept-here")
    const button = Object.assign(document.createElement("button"), { className: "btn small", textContent: this.dataset.conflict })
    place.replaceChildren(this.note(words, button))
    this.tell(words, true)
    return false
  }

  /** Somebody else has taken the draft: what is typed stays on the device, and can be read and copied here. */
  yield(words) {
    if (this.dirty) this.keep()
    this.stopped = true
    clearTimeout(this.timer)
    for (const field of form.querySelectorAll("textarea, input")) field.readOnly = true
    for (const button of form.querySelectorAll("button, select, input[type=checkbox], input[type=radio]")) button.disabled = true
    const take = this.button(this.dataset.takeOver, () => document.getElementById("take-over").requestSubmit())
    const box = this.note(words, take)
    document.getElementById("kept-here").replaceChildren(box)
    this.tell(words, true)
    return false
  }

  /** A text that never arrived is offered, not forced. */
  offer() {
    let kept = null
    try {
      kept = JSON.parse(localStorage.getItem(this.dataset.key))
    } catch { /* unreadable: nothing to offer */ }
    if (!kept) return
    if (!this.differs(kept.fields)) return this.forget()
    const take = this.button(this.dataset.take, () => this.take(kept.fields))
    const drop = this.button(this.dataset.drop, () => { this.forget(); this.clear() })
    const when = new Date(kept.at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" })
    document.getElementById("kept-here").replaceChildren(this.note(`${this.dataset.found} (${when})`, take, drop))
  }

  differs(fields) {
    return fields.some(([name, value]) => !OWN.includes(name) && form.elements[name]?.value !== undefined
      && form.elements[name].value.replaceAll("\r\n", "\n") !== String(value).replaceAll("\r\n", "\n"))
  }

  take(fields) {
    for (const [name, value] of fields) {
      const field = form.elements[name]
      if (!OWN.includes(name) && field && "value" in field && field.type !== "checkbox") field.value = value
    }
    this.clear()
    form.elements.text.dispatchEvent(new Event("input", { bubbles: true }))
    form.elements.text.focus()
  }

  clear() {
    document.getElementById("kept-here").replaceChildren()
  }

  button(words, act) {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "btn small", textContent: words })
    made.addEventListener("click", act)
    return made
  }

  note(words, ...buttons) {
    const box = Object.assign(document.createElement("div"), { className: "hint warn banner" })
    const line = Object.assign(document.createElement("p"), { textContent: words })
    box.append(line, ...buttons)
    return box
  }
})

/** The one saver of the page. */
export const saver = () => document.querySelector("draft-autosave")
