// Counts a text the way a network counts it: the same two patterns and the same steps as theke/networks/measuring.py.

const URL_PATTERN = new RegExp(
  "https?:\\/\\/(?:[\\p{L}\\p{N}_\\-]+\\.)+\\p{L}{2,}(?::[0-9]{1,5})?"
  + "(?:[\\/?#](?:[^\\s<>\"„“”«»]*[^\\s<>\"„“”«».,;:!?'()\\[\\]{}…])?)?", "giu")
const BARE_URL = new RegExp(
  "(?<![@.\\/:\\p{L}\\p{N}_\\-])(?:[\\p{L}\\p{N}_\\-]+\\.)+\\p{L}{2,}(?::[0-9]{1,5})?"
  + "(?:[\\/?#](?:[^\\s<>\"„“”«»]*[^\\s<>\"„“”«».,;:!?'()\\[\\]{}…])?)?", "gu")
const EMOJI = new RegExp(
  "^(?=.*[\\p{Extended_Pictographic}\\p{RI}\\u20e3])"
  + "[\\p{Extended_Pictographic}\\p{RI}\\u200d\\ufe0f\\u20e3\\u{1f3fb}-\\u{1f3ff}\\u{e0020}-\\u{e007f}#*0-9]+$", "u")
const LIGHT = [[0, 4351], [8192, 8205], [8208, 8223], [8242, 8247]]
const MENTION = /(?<![=/\p{L}\p{N}_])@([a-z0-9_]+(?:[a-z0-9_.\-]+[a-z0-9_]+)?)@[\p{L}\p{N}_]+(?:[.\-]+[\p{L}\p{N}_]+)*/giu
const PART_BREAK = /\n[ \t]*-{3,}[ \t]*\n/
const graphemes = typeof Intl.Segmenter === "function" ? new Intl.Segmenter("de", { granularity: "grapheme" }) : null

function weight(grapheme) {
  if (EMOJI.test(grapheme)) return 2
  return [...grapheme].reduce((sum, one) => {
    const code = one.codePointAt(0)
    return sum + (LIGHT.some(([first, last]) => code >= first && code <= last) ? 1 : 2)
  }, 0)
}

function weighted(text) {
  const plain = text.normalize("NFC")
  const parts = graphemes ? Array.from(graphemes.segment(plain), (one) => one.segment) : [...plain]
  return parts.reduce((sum, one) => sum + weight(one), 0)
}

export function count(text, unit) {
  if (unit === "weighted") return weighted(text)
  if (unit === "utf8_bytes") return new TextEncoder().encode(text).length
  if (unit === "characters" || !graphemes) return [...text].length
  if (/^[\x00-\x0c\x0e-\x7f]*$/.test(text)) return text.length
  let number = 0
  for (const _ of graphemes.segment(text)) number += 1
  return number
}

export function length(text, measure, warning = "") {
  if (measure.url !== null && measure.url !== undefined) text = text.replace(URL_PATTERN, "x".repeat(measure.url))
  if (measure.url && measure.bare_urls) {
    text = text.replace(BARE_URL, (found) => "x".repeat(Math.max(measure.url, count(found, measure.unit))))
  }
  if (measure.local_mentions) text = text.replace(MENTION, "@$1")
  return count(text, measure.unit) + (measure.counts_warning ? count(warning, measure.unit) : 0)
}

/** The longest part of a text with its signature. */
export function longest(text, facts, warning = "") {
  const whole = facts.signature ? `${text}\n\n${facts.signature}`.trim() : text
  const parts = (facts.chained ? whole.split(PART_BREAK).map((part) => part.trim()) : [whole]).filter(Boolean)
  return Math.max(...(parts.length ? parts : [whole]).map((part) => length(part, facts, warning)))
}
