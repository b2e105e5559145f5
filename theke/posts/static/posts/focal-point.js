// <focal-point>: click into the picture to set its most important spot; the two sliders do the same.
customElements.define("focal-point", class extends HTMLElement {
  connectedCallback() {
    [this.x, this.y] = this.querySelectorAll("input[type=range]")
    this.box = this.querySelector(".focal")
    this.mark = this.querySelector(".mark-focus")
    if (!this.x || !this.mark) return
    this.box.addEventListener("click", (event) => this.point(event))
    for (const slider of [this.x, this.y]) slider.addEventListener("input", () => this.show())
    this.querySelector("details").addEventListener("toggle", () => this.show())
    this.show()
  }

  point(event) {
    const area = this.box.getBoundingClientRect()
    this.x.value = ((event.clientX - area.left) / area.width) * 2 - 1
    this.y.value = 1 - ((event.clientY - area.top) / area.height) * 2
    this.x.dispatchEvent(new Event("input", { bubbles: true }))
  }

  show() {
    const [x, y] = [Number(this.x.value), Number(this.y.value)]
    this.mark.hidden = !x && !y && !this.querySelector("details").open
    this.mark.style.left = `${(x + 1) * 50}%`
    this.mark.style.top = `${(1 - y) * 50}%`
  }
})
