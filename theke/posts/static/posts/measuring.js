// Counts a text the way a network counts it: the same two patterns and the same steps as theke/networks/measuring.py.

const URL_PATTERN = new RegExp(
  "https?:\\/\\/(?:[\\p{L}\\p{N}_\\-]+\\.)+\\p{L}{2,}(?::[0-9]{1,5})?"
  + "(?:[\\/?#](?:[^\\s<>\"„“”«»]*[^\\s<>\"„“”«».,;:!?'()\\[\\]{}…])?)?", "giu")
const MENTION = /(?<![=/\p{L}\p{N}_])@([a-z0-9_]+(?:[a-z0-9_.\-]+[a-z0-9_]+)?)@[\p{L}\p{N}_]+(?:[.\-]+[\p{L}\p{N}_]+)*/giu
const PART_BREAK = /\n[ \t]*-{3,}[ \t]*\n/
const graphemes = typeof Intl.Segmenter === "function" ? new Intl.Segmenter("de", { granularity: "grapheme" }) : null

export function count(text, unit) {
  if (unit === "utf8_bytes") return new TextEncoder().encode(text).length
  if (unit === "characters" || !graphemes) return [...text].length
  if (/^[\x00-\x0c\x0e-\x7f]*$/.test(text)) return text.length
  let number = 0
  for (const _ of graphemes.segment(text)) number += 1
  return number
}

export function length(text, measure, warning = "") {
  if (measure.url !== null && measure.url !== undefined) text = text.replace(URL_PATTERN, "x".repeat(measure.url))
  if (measure.local_mentions) text = text.replace(MENTION, "@$1")
  return count(text, measure.unit) + (measure.counts_warning ? count(warning, measure.unit) : 0)
}

/** The longest part of a text with its signature. */
export function longest(text, facts, warning = "") {
  const whole = facts.signature ? `${text}\n\n${facts.signature}`.trim() : text
  const parts = (facts.chained ? whole.split(PART_BREAK).map((part) => part.trim()) : [whole]).filter(Boolean)
  return Math.max(...(parts.length ? parts : [whole]).map((part) => length(part, facts, warning)))
}
