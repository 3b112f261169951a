/* What a page does beyond being read. Everything here adds to pages that work without it. */
(function () {
  "use strict";

  const root = document.documentElement;
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));

  function stored(key, otherwise) {
    try {
      return JSON.parse(localStorage.getItem(key)) || otherwise;
    } catch (_error) {
      return otherwise;
    }
  }

  function store(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch (_error) { /* The choice lasts as long as the page. */ }
  }

  /* Years and numerals. What is written is kept, so that switching back gives the very same text. */

  const years = all(".y").map((span) => ({ span, written: span.dataset.as || span.textContent, ...span.dataset }));
  const numbered = all(".prose, .eras, .jumps ol");
  const texts = new Map();
  /* What fits on every line stays on one: so many columns, in which marks above and below letters take no room. */
  const MARKS = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0300-\u036f]/g;
  const UNPARTED = 16;
  let switched = Boolean(document.querySelector(".y[data-as]"));

  function year({ written, ce, be }, era) {
    if (era === "ce") return ce || written;
    if (era === "be") return be || written;
    if (era !== "both" || !(ce || be)) return written;
    const [first, second] = ce && be ? [ce, be] : [written, ce || be];
    return `${first} (${second})`.replace(/([คพ]\.ศ\.) /g, "$1\u00a0");
  }

  function inDigits(text, digits) {
    if (digits === "arabic") return text.replace(/[๐-๙]/g, (sign) => String(sign.charCodeAt(0) - 0xe50));
    if (digits === "thai") return text.replace(/[0-9]/g, (sign) => String.fromCharCode(0xe50 + Number(sign)));
    return text;
  }

  /* Rewrites each piece of Thai text, but for years: these have been written already. */
  function inEach(part, rewritten) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest(".y, [lang='und-Latn'], [lang='en']")) continue;
      const shown = rewritten(node.data, node);
      if (node.data !== shown) node.data = shown;
    }
  }

  function showYears(era, digits) {
    if (!era && !digits && !switched) return;
    switched = true;
    for (const one of years) {
      const shown = inDigits(year(one, era), digits);
      if (one.span.textContent !== shown) one.span.textContent = shown;
      one.span.classList.toggle("w", shown.replace(MARKS, "").length <= UNPARTED);
    }
    for (const part of numbered) {
      inEach(part, (text, node) => {
        if (!texts.has(node)) texts.set(node, text);
        return inDigits(texts.get(node), digits);
      });
    }
  }

  /* The menu of choices */

  const menu = document.querySelector(".reading");
  const chosen = stored("reading", {});

  function apply() {
    for (const name of ["theme", "size"]) {
      if (chosen[name]) root.dataset[name] = chosen[name];
      else delete root.dataset[name];
    }
    showYears(chosen.era || "", chosen.digits || "");
  }

  if (menu) {
    menu.hidden = false;
    for (const group of all("fieldset", menu)) {
      const name = group.dataset.choice;
      group.hidden = group.disabled = false;
      if (group.dataset.asked) chosen[name] = group.dataset.asked;
      for (const radio of all("input", group)) radio.checked = radio.value === (chosen[name] || "");
      group.addEventListener("change", (event) => {
        chosen[name] = event.target.value;
        store("reading", chosen);
        apply();
      });
    }
    menu.querySelector("button").hidden = true;
    document.addEventListener("click", (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }

  /* What the address names stays where it stands when the lines above it change. */
  const named = location.hash && document.getElementById(location.hash.slice(1));
  const stood = named ? named.getBoundingClientRect().top : -1;
  apply();
  if (stood >= 0 && stood < window.innerHeight) window.scrollBy(0, named.getBoundingClientRect().top - stood);
  root.classList.remove("rewriting");

  /* What explains a date goes with Escape, and comes again when the date has the focus again. */
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.activeElement.matches(".y[title]")) document.activeElement.blur();
  });

  /* Previews of linked entries */

  const card = document.getElementById("preview");
  const cardText = card && card.querySelector(".card-text");
  const open = card && card.querySelector(".card-open");
  const fetched = new Map();
  const ENTRY = /^(?:\/en)?\/entries\/[^/]+\/$/;
  let shownFor = null;
  let timer = 0;
  let pressed = false;

  function linkOf(target) {
    const link = target instanceof Element ? target.closest("main a[href]") : null;
    if (!link || link.closest(".place, .pages, .card") || link.origin !== location.origin) return null;
    return ENTRY.test(link.pathname) && link.pathname !== location.pathname ? link : null;
  }

  function preview(path) {
    if (!fetched.has(path)) {
      const answer = fetch(`${path}preview/`).then((response) => (response.ok ? response.text() : ""), () => "");
      fetched.set(path, answer);
    }
    return fetched.get(path);
  }

  function place(link, near) {
    const boxes = Array.from(link.getClientRects());
    const box = (near && boxes.find((one) => near.y >= one.top - 2 && near.y <= one.bottom + 2)) || boxes[0];
    if (!box) return;
    const size = card.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, root.clientWidth - size.width - 8));
    const below = box.bottom + 8 + size.height <= window.innerHeight || box.top < size.height + 8;
    card.style.left = `${left}px`;
    card.style.top = `${below ? box.bottom + 8 : box.top - size.height - 8}px`;
  }

  async function show(link, near, byTouch) {
    const path = link.pathname;
    const html = await preview(path);
    if (!html || (shownFor !== link && timer !== link)) return;
    hide();
    cardText.innerHTML = html;
    if (chosen.digits) inEach(cardText, (text) => inDigits(text, chosen.digits));
    open.hidden = !byTouch;
    open.href = link.href;
    card.setAttribute("role", byTouch ? "dialog" : "tooltip");
    if (byTouch) card.setAttribute("aria-label", link.textContent);
    else card.removeAttribute("aria-label");
    card.hidden = false;
    shownFor = link;
    if (!byTouch) link.setAttribute("aria-describedby", "preview");
    place(link, near);
    if (byTouch) open.focus({ preventScroll: true });
  }

  function hide() {
    clearTimeout(waiting);
    if (shownFor) shownFor.removeAttribute("aria-describedby");
    shownFor = null;
    if (card) card.hidden = true;
  }

  let waiting = 0;
  function later(milliseconds, action) {
    clearTimeout(waiting);
    waiting = setTimeout(action, milliseconds);
  }

  function ask(link, near, byTouch, milliseconds) {
    timer = link;
    later(milliseconds, () => show(link, near, byTouch));
  }

  if (card) {
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType === "touch") return;
      const link = linkOf(event.target);
      if (link && link !== shownFor) ask(link, { y: event.clientY }, false, 300);
      else if (link || card.contains(event.target)) clearTimeout(waiting);
    });
    document.addEventListener("pointerout", (event) => {
      if (event.pointerType === "touch" || (!linkOf(event.target) && !card.contains(event.target))) return;
      timer = null;
      later(250, hide);
    });
    document.addEventListener("focusin", (event) => {
      const link = linkOf(event.target);
      if (link && link.matches(":focus-visible")) ask(link, null, false, 150);
      else if (!card.contains(event.target) && !pressed) hide();
    });
    document.addEventListener("focusout", (event) => {
      if (pressed || (event.relatedTarget && card.contains(event.relatedTarget))) return;
      if (linkOf(event.target)) { timer = null; later(250, hide); }
      else if (event.relatedTarget && card.contains(event.target)) hide();
    });
    document.addEventListener("keydown", (event) => {
      pressed = false;
      if (event.key !== "Escape" || card.hidden) return;
      const link = shownFor;
      const inside = card.contains(document.activeElement);
      hide();
      if (inside && link) link.focus();
    });
    document.addEventListener("pointerdown", (event) => {
      pressed = false;
      if (!card.contains(event.target)) hide();
      const link = event.pointerType === "touch" && linkOf(event.target);
      if (!link) return;
      timer = link;
      later(450, () => { pressed = true; show(link, { y: event.clientY }, true); });
    });
    for (const ending of ["pointerup", "pointercancel", "scroll"]) {
      document.addEventListener(ending, (event) => {
        if (!pressed && (event.pointerType === "touch" || ending === "scroll")) { timer = null; clearTimeout(waiting); }
        if (ending === "scroll" && shownFor && !pressed) hide();
      }, { passive: true });
    }
    for (const name of ["contextmenu", "click"]) {
      document.addEventListener(name, (event) => {
        if (pressed && linkOf(event.target)) {
          event.preventDefault();
          /* Where no menu was asked for, letting go has taken the focus to the link. */
          if (name === "click" && !card.hidden) open.focus({ preventScroll: true });
        }
        if (name === "click") pressed = false;
      });
    }
  }

  /* Coming back to where one was reading */

  const bar = document.querySelector(".resume");
  const paragraphs = all(".prose > p[id]");
  const isEntry = document.body.classList.contains("entry") && !document.body.classList.contains("version");
  const PLACES = 6;

  function places() {
    const found = stored("places", []);
    return Array.isArray(found) ? found.filter((one) => one && typeof one.path === "string" && ENTRY.test(one.path)) : [];
  }

  function offer(found) {
    const link = bar.querySelector("a");
    link.href = `${found.path}#${found.paragraph}`;
    bar.querySelector(".what").textContent = found.title;
    bar.hidden = false;
    bar.querySelector("button").addEventListener("click", () => { bar.hidden = true; }, { once: true });
    link.addEventListener("click", () => { bar.hidden = true; }, { once: true });
  }

  if (bar && isEntry && paragraphs.length > 2) {
    const before = places().find((one) => one.path === location.pathname);
    const others = () => places().filter((one) => one.path !== location.pathname);
    if (before && !location.hash && window.scrollY < 10) offer(before);
    let writing = 0;
    const remember = () => {
      writing = 0;
      const at = paragraphs.findIndex((one) => one.getBoundingClientRect().bottom > 80);
      const title = document.querySelector("h1").textContent;
      if (at > 0) {
        store("places", [{ path: location.pathname, paragraph: paragraphs[at].id, title }, ...others()].slice(0, PLACES));
        if (!bar.hidden && window.scrollY > window.innerHeight) bar.hidden = true;
      } else if (at < 0) store("places", others());
    };
    window.addEventListener("scroll", () => { writing = writing || setTimeout(remember, 400); }, { passive: true });
  } else if (bar && document.body.classList.contains("home")) {
    const [last] = places();
    if (last) offer(last);
  }
})();
