import "../posts/mending.js";
import { say } from "../ui/say.js";

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
  // Back in the history the page would offer an answer to send that has gone out since.
  addEventListener("pageshow", (event) => (event.persisted || performance.getEntriesByType("navigation")[0]?.type === "back_forward") && location.reload());
  const arrived = new URLSearchParams(location.search).has("answered");
  if (arrived) localStorage.removeItem(key);
  const kept = localStorage.getItem(key);
  if (kept && !field.value.trim()) {
    field.value = kept;
    say(form.dataset.restored);
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

// <saved-replies>: searches among them, and puts the chosen one where the cursor was. Without it each is a link that brings the text.
customElements.define("saved-replies", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("input", (event) => this.search(event.target.value));
    this.addEventListener("click", (event) => {
      const link = event.target.closest("[data-reply]");
      if (link) { event.preventDefault(); this.take(link); }
    });
  }
  search(typed) {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    for (const link of this.querySelectorAll("[data-reply]")) link.closest("li").hidden = !words.every((word) => link.dataset.words.toLowerCase().includes(word));
  }
  async take(link) {
    const answer = await fetch(link.dataset.reply).catch(() => null);
    if (!answer?.ok) return location.assign(link.href);
    const { text } = await answer.json();
    const field = document.getElementById("answer-text");
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    this.querySelector("details").open = false;
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    say(this.dataset.taken.replace("{name}", link.firstChild.textContent.trim()));
  }
});
