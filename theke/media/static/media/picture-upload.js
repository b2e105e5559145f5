// <picture-upload>: several files at once, each with its own progress and its own words. Without it, a plain upload.
import { say } from "../ui/say.js"

const filled = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)

customElements.define("picture-upload", class extends HTMLElement {
  connectedCallback() {
    this.area = this.querySelector(".drop")
    this.input = this.querySelector("input[type=file]")
    this.list = this.querySelector(".upload-list")
    this.input.addEventListener("change", () => this.take([...this.input.files]))
    for (const kind of ["dragover", "dragleave", "drop"]) this.area.addEventListener(kind, (event) => this.drag(event))
  }

  drag(event) {
    event.preventDefault()
    this.area.classList.toggle("over", event.type === "dragover")
    if (event.type === "drop") this.take([...event.dataTransfer.files])
  }

  async take(files) {
    this.list.replaceChildren()
    const rows = files.map((file) => this.row(file))
    let added = 0
    for (const [place, file] of files.entries()) if (await this.one(file, rows[place])) added += 1
    this.input.value = ""
    say(filled(this.dataset.all, { n: added, all: files.length }))
  }

  row(file) {
    const row = document.createElement("li")
    const [name, meter, words] = ["span", "progress", "span"].map((tag) => document.createElement(tag))
    name.textContent = file.name
    meter.max = 100
    meter.value = 0
    meter.setAttribute("aria-label", file.name)
    words.textContent = this.dataset.waiting
    words.className = "tag"
    row.append(name, meter, words)
    this.list.append(row)
    return { meter, words }
  }

  async one(file, { meter, words }) {
    try {
      const answer = await this.send(file, meter)
      if (answer.status !== 200) return this.told(words, "danger", answer.status === 422 ? answer.responseText.slice(0, 300) : this.dataset.lost)
      this.add(answer.responseText)
      meter.value = 100
      return this.told(words, "ok", this.dataset.done) || true
    } catch {
      return this.told(words, "danger", this.dataset.lost)
    }
  }

  told(words, kind, text) {
    words.className = `tag ${kind}`
    words.textContent = text
    return false
  }

  /** fetch tells no progress of uploads, XMLHttpRequest does. */
  send(file, meter) {
    return new Promise((done, failed) => {
      const data = new FormData()
      data.append("files", file, file.name)
      const call = new XMLHttpRequest()
      call.open("POST", this.dataset.url)
      call.setRequestHeader("HX-Request", "true")
      call.setRequestHeader("X-CSRFToken", this.closest("form").elements.csrfmiddlewaretoken.value)
      call.upload.addEventListener("progress", (event) => { meter.value = event.total ? (event.loaded / event.total) * 99 : 0 })
      call.addEventListener("load", () => done(call))
      call.addEventListener("error", failed)
      call.send(data)
    })
  }

  add(html) {
    const grid = document.getElementById(this.dataset.grid)
    for (const item of new DOMParser().parseFromString(`<ul>${html}</ul>`, "text/html").querySelectorAll("li")) {
      document.getElementById(item.id)?.remove()
      grid.prepend(document.importNode(item, true))
    }
    document.querySelector("#picture-grid > .empty")?.remove()
  }
})
