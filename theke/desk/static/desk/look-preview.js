// <look-preview> shows the tones of a colour while it is chosen. The server computes them; without script the form still saves.
const WAIT = 150

customElements.define("look-preview", class extends HTMLElement {
  connectedCallback() {
    this.text = this.querySelector("[name=brand_colour]")
    this.picker = this.querySelector("[type=color]")
    this.picker.hidden = false
    this.text.addEventListener("input", () => this.ask(this.text.value))
    this.picker.addEventListener("input", () => {
      this.text.value = this.picker.value.toUpperCase()
      this.ask(this.picker.value)
    })
    if (this.text.value) this.show(this.text.value)
  }

  ask(colour) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.show(colour), WAIT)
  }

  async show(colour) {
    const answer = await fetch(`${this.dataset.url}?colour=${encodeURIComponent(colour)}`).catch(() => null)
    if (!answer?.ok) return
    const { tones, words } = await answer.json()
    document.getElementById("look-words").textContent = words
    const sample = document.getElementById(this.dataset.for)
    for (const [name, tone] of Object.entries(tones ?? {})) sample.style.setProperty(name, tone)
    if (tones && /^#[0-9a-f]{6}$/i.test(colour)) this.picker.value = colour.toLowerCase()
  }
})
