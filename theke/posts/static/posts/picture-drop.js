// <picture-drop>: pictures by drop, paste, picker or camera; one after the other, with progress. Without it, a plain upload.
import { say } from "../ui/say.js"
import { saver } from "./draft-autosave.js"
import { filled, form } from "./sending.js"

customElements.define("picture-drop", class extends HTMLElement {
  connectedCallback() {
    this.area = this.querySelector(".drop")
    this.error = this.querySelector("[role=alert]")
    this.meter = this.querySelector("progress")
    for (const input of this.querySelectorAll("input[type=file]")) input.addEventListener("change", () => this.take(input))
    for (const kind of ["dragover", "dragleave", "drop"]) this.addEventListener(kind, (event) => this.drag(event))
    this.pasted = (event) => this.paste(event)
    document.addEventListener("paste", this.pasted)
  }

  disconnectedCallback() {
    document.removeEventListener("paste", this.pasted)
  }

  drag(event) {
    event.preventDefault()
    this.area.classList.toggle("over", event.type === "dragover")
    if (event.type === "drop") this.upload([...event.dataTransfer.files])
  }

  paste(event) {
    const files = [...(event.clipboardData?.files ?? [])].filter((file) => file.type.startsWith("image/"))
    if (!files.length) return
    event.preventDefault()
    this.upload(files)
  }

  async take(input) {
    const files = [...input.files]
    await this.upload(files)
    input.value = ""
  }

  async upload(files) {
    this.error.hidden = true
    await saver().save()
    const before = document.getElementById(this.dataset.list).childElementCount
    for (const file of files) await this.one(file)
    document.getElementById(this.dataset.list).children[before]?.querySelector("textarea").focus()
    form.dispatchEvent(new CustomEvent("composer:refresh"))
  }

  async one(file) {
    this.meter.hidden = false
    this.meter.value = 0
    say(filled(this.dataset.loading, { name: file.name }))
    try {
      const answer = await this.send(file)
      if (answer.status !== 200) return this.refused(answer.responseText.slice(0, 300) || filled(this.dataset.lost, { name: file.name }))
      this.add(answer.responseText)
    } catch {
      this.refused(filled(this.dataset.lost, { name: file.name }))
    } finally {
      this.meter.hidden = true
    }
  }

  /** fetch tells no progress of uploads, XMLHttpRequest does. */
  send(file) {
    return new Promise((done, failed) => {
      const data = new FormData()
      data.append("files", file, file.name)
      const call = new XMLHttpRequest()
      call.open("POST", this.dataset.url)
      call.setRequestHeader("HX-Request", "true")
      call.setRequestHeader("X-CSRFToken", document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? form.elements.csrfmiddlewaretoken.value)
      call.upload.addEventListener("progress", (event) => { this.meter.value = event.total ? (event.loaded / event.total) * 100 : 0 })
      call.addEventListener("load", () => done(call))
      call.addEventListener("error", failed)
      call.send(data)
    })
  }

  refused(words) {
    this.error.hidden = false
    this.error.textContent = [this.error.textContent, words].filter(Boolean).join(" ")
  }

  add(html) {
    const list = document.getElementById(this.dataset.list)
    const made = new DOMParser().parseFromString(`<ul>${html}</ul>`, "text/html").querySelectorAll("li")
    for (const item of made) if (!document.getElementById(item.id)) list.append(document.importNode(item, true))
    say(this.dataset.added)
  }
})
