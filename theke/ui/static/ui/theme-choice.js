// <theme-choice> shows the chosen colours at once; the form around it keeps them.
customElements.define("theme-choice", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", (event) => {
      const theme = event.target.value
      if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme
      else delete document.documentElement.dataset.theme
    })
  }
})
