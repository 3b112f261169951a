/* The timeline under the pointer: the year, a line through all lanes, and a press that leads into the unit there. */
(function () {
  "use strict";

  const axis = document.querySelector(".axis");
  const rules = axis && axis.querySelector(".rules");
  if (!rules) return;
  const first = Number(axis.dataset.first);
  const years = Number(axis.dataset.last) - first + 1;
  const ticks = Array.from(axis.querySelectorAll(".ticks a"));
  const thai = document.documentElement.lang === "th";
  const digits = (number) => (thai ? String(number).replace(/[0-9]/g, (sign) => String.fromCharCode(0xe50 + Number(sign))) : String(number));
  const line = document.createElement("p");
  line.className = "at";
  line.hidden = true;
  line.setAttribute("aria-hidden", "true");
  axis.append(line);

  function place(event) {
    const box = rules.getBoundingClientRect();
    const part = (event.clientX - box.left) / box.width;
    return part >= 0 && part < 1 ? { part, box } : null;
  }

  /* Over a lane or a tick: which year that is, in both eras. */
  axis.addEventListener("pointermove", (event) => {
    const found = event.pointerType === "mouse" && event.target.closest(".strip, .ticks") && place(event);
    line.hidden = !found;
    if (!found) return;
    const year = first + Math.floor(found.part * years);
    line.textContent = `${axis.dataset.ce} ${digits(year)} · ${axis.dataset.be} ${digits(year + 543)}`;
    line.style.left = `${event.clientX - axis.getBoundingClientRect().left}px`;
    line.classList.toggle("turned", found.part > 0.5);
  });
  axis.addEventListener("pointerleave", () => { line.hidden = true; });

  /* A press on a lane zooms into what is under it, as one on the tick above does. */
  axis.addEventListener("click", (event) => {
    if (!event.target.closest(".strip") || event.target.closest("a")) return;
    const tick = ticks.find((one) => {
      const box = one.getBoundingClientRect();
      return event.clientX >= box.left && event.clientX < box.right;
    });
    if (tick) tick.click();
  });

  /* The arrows go from tick to tick. */
  axis.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step && ticks[ticks.indexOf(document.activeElement) + step];
    if (!next || !ticks.includes(document.activeElement)) return;
    event.preventDefault();
    next.focus();
  });
})();
