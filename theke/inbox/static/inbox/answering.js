// The reply box: two sides of which one shows, a text that survives a lost sign-in, and "is writing" for colleagues.
class AudienceTabs extends HTMLElement {
  connectedCallback() {
    const tabs = this.querySelector("[data-tabs]");
    tabs.hidden = false;
    for (const button of tabs.querySelectorAll("button")) button.addEventListener("click", () => this.show(button.dataset.side));
    this.show("answer", false);
  }
  show(side, focus = true) {
    for (const button of this.querySelectorAll("[data-side]")) button.setAttribute("aria-pressed", String(button.dataset.side === side));
    for (const panel of this.querySelectorAll("[data-panel]")) panel.hidden = panel.dataset.panel !== side;
    if (focus) this.querySelector(`[data-panel="${side}"] textarea`)?.focus();
  }
}
customElements.define("audience-tabs", AudienceTabs);

// What is typed stays on this device until the server has it, so that an expired sign-in or a lost connection loses nothing.
const form = document.querySelector("form[data-draft]");
if (form) {
  const field = form.querySelector("textarea");
  const key = `theke:${form.dataset.draft}`;
  const arrived = new URLSearchParams(location.search).has("answered");
  if (arrived) localStorage.removeItem(key);
  const kept = localStorage.getItem(key);
  if (kept && !field.value.trim()) {
    field.value = kept;
    document.getElementById("status").textContent = form.dataset.restored;
  }
  field.addEventListener("input", () => {
    if (field.value.trim()) localStorage.setItem(key, field.value);
    else localStorage.removeItem(key);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    if (event.key === "Escape") field.blur();
  });
  document.body.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.path.includes("/happening/")) event.detail.parameters.writing = field.value.trim() && document.activeElement === field ? "1" : "";
  });
}
