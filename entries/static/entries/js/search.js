/* Suggestions while somebody types: a combobox over a plain form, which works without it. "/" goes to the field. */
(function () {
  "use strict";

  const WAIT = 120;
  /* Signs that stand on or behind a letter: nothing begins with one. */
  const HANGING = /[\u0e31\u0e33-\u0e3a\u0e45\u0e47-\u0e4e\u0300-\u036f\u200b-\u200d]/;

  function made(name, className, text) {
    const element = document.createElement(name);
    element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  /* The text with what was typed marked, if it stands there as typed; never half a cluster. */
  function marked(element, text, typed) {
    let start = text.toLocaleLowerCase().indexOf(typed.toLocaleLowerCase());
    if (start < 0) {
      element.textContent = text;
      return false;
    }
    let end = start + typed.length;
    while (start > 0 && HANGING.test(text[start])) start -= 1;
    while (end < text.length && HANGING.test(text[end])) end += 1;
    element.append(text.slice(0, start), made("mark", "", text.slice(start, end)), text.slice(end));
    return true;
  }

  function inThai(period) {
    return period.replace(/[0-9]/g, (sign) => String.fromCharCode(0xe50 + Number(sign))).replace(/-/g, "–").trim();
  }

  function option(one, typed, number) {
    const item = made("li", "");
    const title = made("span", "suggested");
    const headword = made("span", "headword");
    const inTitle = marked(title, one.thai_title || one.headword, typed);
    const inHeadword = one.thai_title && one.headword && marked(headword, one.headword, typed);
    title.lang = one.thai_title ? "th" : "en";
    headword.lang = "en";
    item.append(title);
    if (headword.textContent) item.append(" ", headword);
    if (one.period) item.append(" ", made("span", "years", inThai(one.period)));
    if (!inTitle && !inHeadword && one.why) {
      const why = made("span", "why", one.why);
      why.lang = "th";
      item.append(" ", why);
    }
    item.dataset.number = number;
    return item;
  }

  function combobox(form) {
    const input = form.querySelector("input[type='text'], input[type='search']");
    const told = form.dataset;
    const picks = told.picks !== undefined;
    const list = made("ul", "suggestions");
    const status = made("p", "heard");
    const known = new Map();
    let found = [];
    let active = -1;
    let waiting = 0;
    let asking = null;

    list.id = `${input.id}-suggestions`;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", told.label);
    status.setAttribute("role", "status");
    input.closest(".asks, form").append(list, status);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id]]) {
      input.setAttribute(name, value);
    }
    input.setAttribute("aria-expanded", "false");
    input.autocomplete = "off";

    function activate(at) {
      active = at;
      Array.from(list.children, (item, number) => item.setAttribute("aria-selected", String(number === at)));
      if (at < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", list.children[at].id);
        list.children[at].scrollIntoView({ block: "nearest" });
      }
    }

    function close() {
      clearTimeout(waiting);
      if (asking) asking.abort();
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      activate(-1);
    }

    function open(results, typed) {
      found = results;
      list.replaceChildren(...results.map((one, number) => option(one, typed, number)));
      if (!picks) list.append(made("li", "all", `${told.all} “${typed}”`));
      Array.from(list.children, (item, number) => {
        item.id = `${list.id}-${number}`;
        item.setAttribute("role", "option");
      });
      list.hidden = list.children.length === 0;
      list.scrollTop = 0;
      input.setAttribute("aria-expanded", String(!list.hidden));
      status.textContent = results.length ? `${told.count} ${results.length}` : told.none;
      activate(-1);
    }

    async function ask() {
      const typed = input.value.trim();
      if (asking) asking.abort();
      if (!typed) {
        close();
        status.textContent = "";
        return;
      }
      if (!known.has(typed)) {
        asking = new AbortController();
        try {
          const answer = await fetch(`${told.suggest}?q=${encodeURIComponent(typed)}`, { signal: asking.signal });
          if (!answer.ok) throw new Error(answer.statusText);
          known.set(typed, (await answer.json()).results);
        } catch (error) {
          if (error.name !== "AbortError") close();
          return;
        }
      }
      if (input.value.trim() === typed && document.activeElement === input) open(known.get(typed), typed);
    }

    function choose(at, elsewhere) {
      const one = found[at];
      if (!one) form.requestSubmit();
      else if (picks) {
        input.value = one.slug;
        close();
      } else {
        const address = told.entry.replace("SLUG", encodeURIComponent(one.slug)).replace("ID", one.id);
        if (elsewhere) window.open(address);
        else location.assign(address);
      }
    }

    function move(step) {
      if (list.hidden) {
        ask();
        return;
      }
      const places = list.children.length + 1;
      activate(((active + 1 + step + places) % places) - 1);
    }

    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, WAIT);
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        move(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        choose(active, event.ctrlKey || event.metaKey);
      } else if (event.key === "Escape") {
        if (list.hidden && !picks) input.value = "";
        if (!list.hidden) event.preventDefault();
        close();
      }
    });
    input.addEventListener("blur", close);
    /* The field keeps the focus while somebody points at the list, on a phone with its keyboard. */
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const item = event.target.closest("[role='option']");
      if (item) choose(Array.prototype.indexOf.call(list.children, item), event.ctrlKey || event.metaKey);
    });
    form.addEventListener("submit", close);
    return input;
  }

  const fields = Array.from(document.querySelectorAll("form[data-suggest]"), combobox);

  document.addEventListener("keydown", (event) => {
    const within = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || within || !fields.length) return;
    event.preventDefault();
    fields[0].focus();
    fields[0].select();
  });

  /* Where there is room beside the results, what narrows them stands open. */
  if (window.matchMedia("(min-width: 70rem)").matches) {
    for (const group of document.querySelectorAll(".narrow details")) group.open = true;
  }
})();
