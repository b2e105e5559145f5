// A text field grows with its text, also where the browser cannot do that by its style sheet.
import { form } from "./sending.js"

function grow(field) {
  field.style.height = "auto"
  field.style.height = `${field.scrollHeight + 2}px`
}

if (!CSS.supports("field-sizing", "content")) {
  form.addEventListener("input", (event) => event.target.matches("textarea") && grow(event.target))
  for (const field of form.querySelectorAll("textarea")) grow(field)
}
