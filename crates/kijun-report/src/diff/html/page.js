(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  const changes = [...document.querySelectorAll(".change")];
  const total = document.querySelectorAll(".entry").length;
  const show = () => {
    const wanted = new FormData(form);
    const fits = (element, name) => !wanted.get(name) || element.dataset[name] === wanted.get(name);
    let shown = 0;
    for (const change of changes) {
      const own = ["class", "level", "sort"].every((name) => fits(change, name));
      let some = false;
      for (const entry of change.querySelectorAll(".entry")) {
        entry.hidden = !(own && fits(entry, "unit"));
        some ||= !entry.hidden;
        shown += entry.hidden ? 0 : 1;
      }
      change.hidden = !some;
    }
    const output = form.querySelector("output");
    output.textContent = `${output.dataset.of} ${shown} / ${total}`;
  };
  form.addEventListener("change", show);
  form.hidden = false;
  show();
})();
