// Suggestions below a search box: the combobox pattern of ARIA 1.2 with a list. Without this file the box simply searches.
for (const form of document.querySelectorAll("form[data-suggest]")) enhance(form, form.querySelector("input[type=search]"));

function enhance(form, input) {
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.className = "suggest";
  list.hidden = true;
  set(list, { role: "listbox", "aria-label": form.dataset.suggestLabel });
  form.append(list);
  set(input, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id });

  let active = -1, timer, asked;

  const close = () => {
    clearTimeout(timer);
    asked?.abort();
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const choose = index => {
    active = index;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    if (index < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", list.children[index].id);
      list.children[index].scrollIntoView({ block: "nearest" });
    }
  };

  const show = suggestions => {
    list.replaceChildren(...suggestions.map((suggestion, at) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${at}`;
      set(option, { role: "option", "aria-selected": "false", "data-url": suggestion.url });
      const title = document.createElement("strong"), place = document.createElement("span");
      title.textContent = suggestion.title;
      place.textContent = suggestion.categoryTitle ?? "";
      option.append(title, place);
      return option;
    }));
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
  };

  const ask = async () => {
    const query = input.value.trim();
    if (query.length < 2) return close();
    asked?.abort();
    asked = new AbortController();
    const url = new URL(form.dataset.suggest, location.href);
    url.searchParams.set("q", query);
    try {
      const answer = await fetch(url, { signal: asked.signal, headers: { accept: "application/json" } });
      if (!answer.ok) return close();
      const body = await answer.json();
      show(Array.isArray(body) ? body : body.suggestions ?? []);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  };

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  input.addEventListener("keydown", event => {
    if (list.hidden || event.isComposing) return;
    const count = list.children.length;
    if (event.key === "ArrowDown") choose(active + 1 < count ? active + 1 : -1);
    else if (event.key === "ArrowUp") choose(active < 0 ? count - 1 : active - 1);
    else if (event.key === "Enter" && active >= 0) location.assign(list.children[active].dataset.url);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  list.addEventListener("mousedown", event => event.preventDefault());
  list.addEventListener("click", event => {
    const option = event.target.closest("[data-url]");
    if (option) location.assign(option.dataset.url);
  });
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
