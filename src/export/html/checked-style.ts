/** The style sheet of a check's page: one column, on paper as on a phone. */

export const CHECKED_STYLE = `
:root{color-scheme:light dark;--paper:#fdfcf9;--ink:#1e1d1b;--soft:#6a665f;--line:#e4dfd4;--good:#1f6b3a;--bad:#9c2b12;--open:#7a5a00;--gone:#fbe0d8;--new:#dcefdc}
@media (prefers-color-scheme:dark){:root{--paper:#17181a;--ink:#e9e6df;--soft:#a39e94;--line:#36352f;--good:#86d19f;--bad:#f29a80;--open:#e0b966;--gone:#50251a;--new:#21402a}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:2.5rem 1.25rem 4rem;max-width:44rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Charter,"Bitstream Charter","Iowan Old Style","Source Serif 4",Georgia,"Noto Serif",serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 .25rem;text-wrap:balance}
h2{font-size:1.15rem;margin:2.5rem 0 .5rem}
p,blockquote,ul,ol{margin:0 0 .6rem}
.sum,.why,.place,.verdict,.warn,.class,footer{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
.sum,.why,.place,footer{color:var(--soft);font-size:.875rem}
ol{list-style:none;padding:0}
li.check{border-top:1px solid var(--line);padding:1rem 0 .4rem;break-inside:avoid}
.verdict{font-weight:600;font-size:.85rem;border:1px solid currentColor;border-radius:.3rem;padding:.05rem .45em;margin-right:.5em;white-space:nowrap}
.pass{color:var(--good)}.fail{color:var(--bad)}.unchecked{color:var(--open)}
blockquote{padding-left:.9rem;border-left:3px solid var(--line);white-space:pre-line}
blockquote .around{color:var(--soft)}
.changes{list-style:none;padding:0}
.class{color:var(--soft);font-size:.875rem}
del{background:var(--gone);text-decoration-thickness:.08em}
ins{background:var(--new);text-decoration-thickness:.08em}
.warn{color:var(--bad);font-size:.875rem}
a{color:inherit}
footer{border-top:1px solid var(--line);padding-top:1rem;margin-top:2rem}
@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--good:#000;--bad:#000;--open:#000;--gone:#eee;--new:#eee}
body{max-width:none;padding:0;font-size:10.5pt;line-height:1.4}
del,ins{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
