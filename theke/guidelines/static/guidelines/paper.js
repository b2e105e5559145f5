// The guideline on paper: its link opens the page with "?paper".
if (new URLSearchParams(location.search).has("paper")) addEventListener("load", () => print())
