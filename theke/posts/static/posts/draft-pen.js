// <draft-pen>: a small sign of life says that this page writes. Somebody who takes the draft over is told here at the next one.
import { saver } from "./draft-autosave.js"
import { form, post } from "./sending.js"

const BEAT = 15_000
const IDLE = 600_000 // who has not touched the page for ten minutes does not keep others from writing

customElements.define("draft-pen", class extends HTMLElement {
  connectedCallback() {
    this.touched = Date.now()
    for (const kind of ["input", "pointerdown", "keydown"]) addEventListener(kind, () => { this.touched = Date.now() }, { passive: true })
    addEventListener("focus", () => this.beat())
    addEventListener("pagehide", () => navigator.sendBeacon(this.dataset.url, this.saying("leave")))
    this.timer = setInterval(() => this.beat(), BEAT)
    this.beat()
  }

  disconnectedCallback() {
    clearInterval(this.timer)
  }

  async beat() {
    if (this.lost || Date.now() - this.touched > IDLE) return
    const answer = await post(this.dataset.url, this.saying("keep")).catch(() => null)
    if (answer?.status !== 409 || this.lost) return
    this.lost = true
    saver().yield((await answer.json()).words)
  }

  saying(act) {
    const data = new FormData()
    data.set("act", act)
    data.set("page", form.elements.page.value)
    data.set("csrfmiddlewaretoken", document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? form.elements.csrfmiddlewaretoken.value)
    return data
  }
})
