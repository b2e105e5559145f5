// <composer-tabs>: without this script the texts stand below each other; with it, one at a time.
customElements.define("composer-tabs", class extends HTMLElement {
  connectedCallback() {
    if (this.querySelector("thread-parts")) import("./thread-parts.js")
    this.list = this.querySelector("[data-tabs]")
    this.tabs = [...this.list.querySelectorAll("button")]
    this.list.hidden = this.tabs.length < 2
    if (this.list.hidden) return this.showAll()
    for (const tab of this.tabs) {
      tab.addEventListener("click", () => this.show(tab))
      tab.addEventListener("keydown", (event) => this.key(event))
    }
    for (const panel of this.querySelectorAll("[data-panel]")) panel.setAttribute("role", "tabpanel")
    const wanted = this.tabs.find((tab) => `#${tab.id}` === location.hash) ?? this.tabs.find((tab) => tab.id === this.dataset.shown)
    this.show(wanted ?? this.tabs[0])
  }

  showAll() {
    for (const panel of this.querySelectorAll("[data-panel]")) {
      panel.hidden = false
      panel.setAttribute("role", "region")
    }
  }

  key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const next = this.tabs[(this.tabs.indexOf(event.currentTarget) + step + this.tabs.length) % this.tabs.length]
    this.show(next)
    next.focus()
  }

  show(chosen) {
    this.dataset.shown = chosen.id
    for (const tab of this.tabs) {
      tab.setAttribute("aria-selected", String(tab === chosen))
      tab.tabIndex = tab === chosen ? 0 : -1
    }
    for (const panel of this.querySelectorAll("[data-panel]")) panel.hidden = panel.dataset.panel !== chosen.id
    const preview = document.getElementById(chosen.id.replace("tab-", "preview-"))
    if (preview) preview.open = true
  }
})
