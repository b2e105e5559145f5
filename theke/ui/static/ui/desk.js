// What every desk page shares. Each module mends or eases something that also works without it.
import "./focus.js"
import "./undo-bar.js"
import "./menus.js"
import "./offline.js"
import "./signed-out.js"
import "./theme-choice.js"
import "./short-cuts.js"
import "./find-box.js"
