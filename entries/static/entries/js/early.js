/* Before anything is drawn: the colours and the size of text that the reader has chosen on this device. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("scripted");
  try {
    var chosen = JSON.parse(localStorage.getItem("reading") || "{}");
    ["theme", "size"].forEach(function (name) {
      if (chosen[name]) root.dataset[name] = chosen[name];
    });
  } catch (_error) { /* Storage is shut off: the page is as everybody sees it. */ }
})();
