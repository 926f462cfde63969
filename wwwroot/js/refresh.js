// A page that says it is still moving looks at itself again, until it says no more. Without this file a link does the same.
const wait = seconds => new Promise(done => setTimeout(done, seconds * 1000));

for (let marker = document.querySelector("[data-refresh]"), tries = 0; marker && tries < 60; tries++) {
  await wait(Number(marker.dataset.refresh));
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok || answer.redirected) continue;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
  marker = document.querySelector("[data-refresh]");
}
