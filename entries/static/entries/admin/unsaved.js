// Warns before a page is left with words that were typed and not saved. The form works without this.
(() => {
  const form = document.getElementById("article-form");
  if (!form) return;
  const state = () => new URLSearchParams(new FormData(form)).toString();
  const before = state();
  let saving = false;
  form.addEventListener("submit", () => { saving = true; });
  window.addEventListener("beforeunload", (event) => {
    if (!saving && ("unsaved" in form.dataset || state() !== before)) event.preventDefault();
  });
})();
