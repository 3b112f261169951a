// The reference desk by keyboard and by selecting text. Every form of it works without this.
(() => {
  const kept = (value) => {
    try {
      if (value !== undefined) localStorage.setItem("reference-desk-keys", value);
      return localStorage.getItem("reference-desk-keys");
    } catch {
      return null;
    }
  };
  document.documentElement.classList.add("with-keys");
  for (const part of document.querySelectorAll(".scripted")) part.hidden = false;

  const toggle = document.getElementById("use-keys");
  const show = () => document.documentElement.classList.toggle("with-keys", toggle.checked);
  if (toggle) {
    toggle.checked = kept() !== "off";
    toggle.addEventListener("change", () => { kept(toggle.checked ? "on" : "off"); show(); });
    show();
  }

  // One answer a question: a second key before the next one is there says nothing.
  let answered = false;
  for (const form of document.querySelectorAll('form[method="post"]')) {
    form.addEventListener("submit", (event) => {
      if (answered) event.preventDefault();
      answered = true;
    });
  }
  window.addEventListener("pageshow", () => { answered = false; });

  const passage = document.getElementById("passage");
  const field = document.getElementById("anchor");
  const marking = document.getElementById("marking");
  const mark = passage && passage.querySelector("mark");
  const letters = passage ? Array.from(passage.textContent) : [];
  const end = passage ? Number(passage.dataset.end) : 0;
  let start = passage ? Number(passage.dataset.start) : 0;
  const first = start;

  // Shows the anchor that begins at this code point of the passage, and takes it into the field.
  const choose = (offset) => {
    start = offset;
    const [before, after] = [mark.previousSibling, mark.nextSibling];
    if (before && before.nodeType === Node.TEXT_NODE) before.data = letters.slice(0, start).join("");
    else mark.before(letters.slice(0, start).join(""));
    mark.textContent = letters.slice(start, end).join("");
    field.value = mark.textContent;
    mark.classList.toggle("moved", start !== first);
    marking.classList.toggle("chosen", start !== first);
    if (after) mark.after(after);
  };

  // The code point of the passage at which a place of the document lies.
  const offsetOf = (node, offset) => {
    const range = document.createRange();
    range.selectNodeContents(passage);
    range.setEnd(node, offset);
    return Array.from(range.toString()).length;
  };

  if (passage && field) {
    passage.addEventListener("pointerup", () => setTimeout(() => {
      const selection = getSelection();
      if (!selection.rangeCount || selection.isCollapsed) return;
      const range = selection.getRangeAt(0);
      if (!passage.contains(range.startContainer) || !passage.contains(range.endContainer)) return;
      // An anchor does not reach over the parenthesis of another reference.
      let offset = Math.max(offsetOf(range.startContainer, range.startOffset), Number(passage.dataset.earliest));
      while (offset < end && /[\s*)]/.test(letters[offset])) offset += 1;
      if (offset >= end) return;
      choose(offset);
      selection.removeAllRanges();
    }));
  }

  const move = (forward) => {
    const starts = passage.dataset.starts.split(" ").map(Number);
    const next = forward ? starts.find((each) => each > start) : starts.findLast((each) => each < start);
    if (next !== undefined) choose(next);
  };

  document.addEventListener("keydown", (event) => {
    if ((toggle && !toggle.checked) || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    if (marking && (event.code === "ArrowLeft" || event.code === "ArrowRight")) {
      event.preventDefault();
      move(event.code === "ArrowRight");
      return;
    }
    if (event.code === "Enter" && marking && start !== first) {
      event.preventDefault();
      if (!answered) marking.requestSubmit(marking.querySelector("button"));
      return;
    }
    if (event.shiftKey || event.repeat) return;
    // The key's place on the keyboard, which is the same whether it writes Thai or Latin letters.
    const code = event.code.replace("Numpad", "Digit");
    const answer = document.querySelector(`[data-key="${CSS.escape(code)}"], [data-also="${CSS.escape(code)}"]`);
    if (answer) {
      event.preventDefault();
      answer.click();
    }
  });
})();
