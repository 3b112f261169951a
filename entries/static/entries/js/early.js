/* Before anything is drawn: the colours and the size of text that the reader has chosen on this device, and its letters.
   Text whose years or numerals will be others waits for js/reader.js, or its lines would be seen to change. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("scripted");
  try {
    var chosen = JSON.parse(localStorage.getItem("reading") || "{}");
    ["theme", "size"].forEach(function (name) {
      if (chosen[name]) root.dataset[name] = chosen[name];
    });
    if (chosen.era || chosen.digits) root.classList.add("rewriting");
  } catch (_error) { /* Storage is shut off: the page is as everybody sees it. */ }

  /* The Thai letters are in the style sheet, but a browser unpacks them beside its other work: the text waits for that
     (a few hundredths of a second), or it would be set twice. */
  if (!document.fonts || !document.fonts.load) return;
  var show = function () { root.classList.remove("unpacking"); };
  root.classList.add("unpacking");
  Promise.all(["400 1em Sarabun", "600 1em Sarabun"].map(function (font) {
    return document.fonts.load(font, "\u0e01");
  })).then(show, show);
})();
