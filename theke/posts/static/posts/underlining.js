// Underlines in a text field what the hints speak of. A mirror of the field lies over it and shows nothing but the lines: the field stays what it is.
import { say } from "../ui/say.js"
import { open, placeIn } from "./mending.js"

const LIKE = ["fontFamily", "fontSize", "fontWeight", "fontStyle", "fontStretch", "fontKerning", "fontFeatureSettings", "fontVariantNumeric",
  "lineHeight", "letterSpacing", "wordSpacing", "textAlign", "textIndent", "textTransform", "textRendering", "tabSize", "direction", "hyphens", "lineBreak",
  "wordBreak", "overflowWrap", "paddingTop", "paddingRight", "paddingBottom", "paddingLeft",
  "borderTopWidth", "borderRightWidth", "borderBottomWidth", "borderLeftWidth"]
const PAUSE = 400
const hints = document.querySelector("#review, #answer-hints")
const near = document.getElementById("at-caret")
const mirrors = new Map()

class Mirror {
  constructor(field) {
    this.field = field
    this.layer = Object.assign(document.createElement("div"), { className: "spots", ariaHidden: "true", lang: field.lang, hidden: true })
    field.after(this.layer)
    field.parentElement.classList.add("has-spots")
    field.addEventListener("input", () => this.typed())
    field.addEventListener("scroll", () => this.scroll())
    this.fitter = new ResizeObserver(() => this.fit())
    for (const one of [field, field.parentElement]) this.fitter.observe(one)
  }

  show(spots) {
    this.spots = spots
    this.text = this.field.value
    this.draw()
  }

  /** Until the next answer what was seen moves with the text; what was changed loses its line. */
  typed() {
    const step = this.field.value.length - this.text.length
    this.text = this.field.value
    this.spots = this.spots.flatMap((spot) => {
      const start = [spot.start, spot.start + step].find((at) => this.text.startsWith(spot.seen, at))
      return start === undefined ? [] : [{ ...spot, start, end: start + spot.seen.length }]
    })
    this.asked ??= requestAnimationFrame(() => this.draw())
  }

  draw() {
    this.asked = undefined
    for (const spot of this.spots) spot.mark = undefined
    const edges = [0, ...this.spots.flatMap(({ start, end }) => [start, end]), this.text.length].sort((one, other) => one - other)
    const made = edges.slice(1).map((end, place) => this.stretch(edges[place], end)).filter(Boolean)
    const appears = this.layer.hidden && this.spots.length
    this.layer.hidden = !this.spots.length
    this.layer.replaceChildren(...this.spots.length ? [...made, "\n"] : [])
    if (appears) this.fit()
    this.scroll()
  }

  /** A stretch of the text; of several hints that speak of it, the one that speaks of the least gives the line. */
  stretch(from, to) {
    const words = this.text.slice(from, to)
    const [spot] = this.spots.filter(({ start, end }) => start <= from && to <= end).sort((one, other) => one.seen.length - other.seen.length)
    if (!spot || !words) return words
    const mark = Object.assign(document.createElement("mark"), { className: spot.kind, textContent: words })
    spot.mark ??= mark
    return mark
  }

  fit() {
    if (this.layer.hidden) return
    const [style, box, around] = [getComputedStyle(this.field), this.field.getBoundingClientRect(), this.field.parentElement.getBoundingClientRect()]
    for (const name of LIKE) this.layer.style[name] = style[name]
    const bar = this.field.offsetWidth - this.field.clientWidth - Math.round(parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth))
    const { clientLeft, clientTop } = this.field.parentElement
    this.layer.style.left = `${box.left - around.left - clientLeft}px`
    this.layer.style.top = `${box.top - around.top - clientTop}px`
    this.layer.style.width = `${box.width - Math.max(0, bar)}px`
    this.layer.style.height = `${box.height}px`
    this.scroll()
  }

  scroll() {
    this.layer.scrollTop = this.field.scrollTop
  }
}

/** The fields in which a text is written: its own, or the cards of its parts. */
function fieldsOf(id) {
  const field = document.getElementById(id)
  const cards = document.querySelectorAll(`textarea[id^="${CSS.escape(id)}-part-"]`)
  return cards.length ? [...cards] : field?.matches("textarea") ? [field] : []
}

function placeOf({ field: id, seen, at }) {
  for (const field of fieldsOf(id)) {
    const start = placeIn(field.value, seen, Number(at))
    if (start >= 0) return { field, seen, start, end: start + seen.length }
  }
  return null
}

/** What speaks of the text as a whole would underline everything. */
function isWhole({ field, seen }) {
  return seen.length >= field.value.trim().length && /\s/.test(seen)
}

function kindOf(hint) {
  return ["danger", "warn"].find((kind) => hint.classList.contains(kind)) ?? "advice"
}

function refresh() {
  const found = new Map()
  for (const one of hints.querySelectorAll("[data-spot]")) {
    const place = placeOf(one.dataset)
    const hint = one.closest(".hint")
    if (place && !isWhole(place)) found.set(place.field, [...found.get(place.field) ?? [], { ...place, kind: kindOf(hint), hint }])
  }
  for (const field of mirrors.keys()) if (!field.isConnected) mirrors.delete(field)
  for (const field of found.keys()) if (!mirrors.has(field)) mirrors.set(field, new Mirror(field))
  for (const [field, mirror] of mirrors) mirror.show(found.get(field) ?? [])
  tellNear(false)
}

/** What the hint at the caret says, in the line below the text; aloud when the caret has come there. */
function tellNear(aloud = true) {
  const field = document.activeElement
  const spot = mirrors.get(field)?.spots.find(({ start, end }) => start <= field.selectionStart && field.selectionStart <= end)
  const words = spot ? `${spot.hint.querySelector("h3").textContent.trim()}: ${spot.hint.querySelector("p").firstChild.textContent.trim()}` : ""
  if (near.textContent === words) return
  near.textContent = words
  if (words && aloud) say(words)
}

/** From a hint to its place in the text. */
function lead(one) {
  const text = document.getElementById(one.dataset.field)
  if (text) open(text)
  const place = placeOf(one.dataset)
  if (!place) return
  place.field.focus({ preventScroll: true })
  place.field.setSelectionRange(place.start, place.end)
  const mark = mirrors.get(place.field)?.spots.find((spot) => spot.start === place.start)?.mark
  ;(mark ?? place.field).scrollIntoView({ block: "center" })
}

function choosesWords(hint) {
  const chosen = getSelection()
  return !chosen.isCollapsed && hint.contains(chosen.anchorNode)
}

document.addEventListener("click", (event) => {
  const hint = event.target.closest(".hint")
  const one = hint?.querySelector("[data-spot]")
  if (!one || event.target.closest("a, button:not([data-show]), input, label")) return
  if (event.target.closest("[data-show]") || !choosesWords(hint)) lead(one)
})

let timer
document.addEventListener("selectionchange", () => {
  clearTimeout(timer)
  timer = setTimeout(tellNear, PAUSE)
})
new MutationObserver(refresh).observe(hints, { childList: true, subtree: true })
refresh()
