/**
 * The page's script. Without it the page is whole; with it cards stand beside their words, pointing at (or tabbing to)
 * either lights up both, and a speaker's statements can be singled out.
 */
export const SCRIPT = `
(() => {
  const d = document, wide = matchMedia("(min-width:60rem)"), all = (q, e = d) => [...e.querySelectorAll(q)];
  const of = (key) => all('[data-s~="' + CSS.escape(key) + '"]');
  const cards = (a) => all(".card", a);
  function lay(pinned) {
    d.body.classList.toggle("laid", wide.matches);
    for (const a of all("article")) {
      const list = cards(a);
      if (!wide.matches || !list.length) { a.style.minHeight = ""; continue; }
      const base = a.getBoundingClientRect().top, gap = 14;
      const want = list.map((c) => { const r = of(c.dataset.s).find((e) => e.classList.contains("ref")); return r ? r.getBoundingClientRect().top - base - 4 : 0; });
      const size = list.map((c) => c.offsetHeight), top = [], at = list.findIndex((c) => c.dataset.s === pinned);
      for (let i = 0, y = 0; i < list.length; i++) { top[i] = i === at ? want[i] : Math.max(want[i], y); y = top[i] + size[i] + gap; }
      for (let i = at - 1; i >= 0; i--) top[i] = Math.min(top[i], top[i + 1] - size[i] - gap);
      list.forEach((c, i) => { c.style.top = top[i] + "px"; });
      a.style.minHeight = top.at(-1) + size.at(-1) + 40 + "px";
    }
  }
  let lit = [];
  function light(key) {
    for (const e of lit) e.classList.remove("on");
    lit = key ? of(key) : [];
    for (const e of lit) e.classList.add("on");
  }
  const keyOf = (e) => { const own = e.target.closest && e.target.closest("[data-s]"); return own && own.dataset.s.split(" ").at(-1); };
  d.addEventListener("pointerover", (e) => light(keyOf(e)));
  d.addEventListener("focusin", (e) => { const key = keyOf(e); light(key); if (key) lay(key); });
  d.addEventListener("click", (e) => { const key = keyOf(e); if (key) lay(key); });
  for (const button of all(".speakers button")) button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true", a = button.closest("article");
    for (const b of all(".speakers button", a)) b.setAttribute("aria-pressed", String(b === button && on));
    const kept = new Set(cards(a).filter((c) => !on || c.dataset.p === button.dataset.p).map((c) => c.dataset.s));
    for (const e of all("[data-s]", a)) e.classList.toggle("off", !e.dataset.s.split(" ").some((key) => kept.has(key)));
  });
  d.getElementById("residue").addEventListener("change", () => lay());
  addEventListener("resize", () => lay());
  wide.addEventListener("change", () => lay());
  lay();
})();
`;
