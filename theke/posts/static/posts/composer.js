// The composer's parts. Each eases something that the plain form does too.
import "./draft-autosave.js"
import "./char-count.js"
import "./composer-tabs.js"
import "./post-review.js"
import "./picture-drop.js"
import "./focal-point.js"
import "./asking.js"
import "./mending.js"
