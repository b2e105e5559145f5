// Says that there is no connection, and takes it back.
const banner = document.getElementById("offline")

function show() {
  if (banner) banner.hidden = navigator.onLine
}

addEventListener("online", show)
addEventListener("offline", show)
show()
