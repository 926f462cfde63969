// A form that was sent is not sent again by an impatient second click. The server guards against it too; this only spares the wait.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.getAttribute("aria-busy") === "true") event.preventDefault();
  else setBusy(form, true);
  // A form that answers with a download leaves the page as it is, and may be sent again later.
  setTimeout(() => setBusy(form, false), 8000);
});

// Coming back through the history brings the page as it was left: ready again.
addEventListener("pageshow", () => document.querySelectorAll("form[aria-busy]").forEach(form => setBusy(form, false)));

document.getElementById("errors")?.focus();

function setBusy(form, busy) {
  if (busy) form.setAttribute("aria-busy", "true");
  else form.removeAttribute("aria-busy");
}
