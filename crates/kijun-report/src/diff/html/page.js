(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const own = (change) => [...change.children].filter((part) => !part.matches(".entry"));
  const words = (parts) => plain(parts.map((part) => part.textContent).join(" "));
  const sections = [...document.querySelectorAll("main > section")].map((section) => ({
    section,
    changes: [...section.querySelectorAll(".change")].map((change) => ({
      change,
      said: words(own(change)),
      entries: [...change.querySelectorAll(".entry")].map((entry) => ({ entry, said: words([entry]) })),
    })),
  }));
  const total = document.querySelectorAll(".entry").length;
  const show = () => {
    const wanted = new FormData(form);
    const sought = plain(wanted.get("text")).split(/\s+/);
    const fits = (element, name) => !wanted.get(name) || element.dataset[name] === wanted.get(name);
    let shown = 0;
    for (const { section, changes } of sections) {
      let any = false;
      for (const { change, said, entries } of changes) {
        const may = ["class", "level", "sort"].every((name) => fits(change, name));
        let some = false;
        for (const { entry, said: told } of entries) {
          const tells = sought.every((word) => said.includes(word) || told.includes(word));
          entry.hidden = !(may && fits(entry, "unit") && tells);
          some ||= !entry.hidden;
          shown += entry.hidden ? 0 : 1;
        }
        change.hidden = !some;
        any ||= some;
      }
      section.hidden = !any;
    }
    const output = form.querySelector("output");
    output.textContent = `${output.dataset.of} ${shown} / ${total}`;
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  show();
})();
