/** The page's style sheet: a quiet column of text, cards in the margin, under the text on a phone. */

export const STYLE = `
:root{color-scheme:light dark;--paper:#fdfcf9;--ink:#1e1d1b;--soft:#6a665f;--line:#e4dfd4;--card:#fff;--content:#fcf1cb;--deep:#f6dc8e;--hot:#ffd75e;--source:#1f5fa8;--cue:#9a5b00;--limit:#8c3b12}
@media (prefers-color-scheme:dark){:root{--paper:#17181a;--ink:#e9e6df;--soft:#a39e94;--line:#36352f;--card:#1f2022;--content:#38311a;--deep:#574a1f;--hot:#7d6620;--source:#8fbcf2;--cue:#e0b066;--limit:#f0a27c}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth;scroll-padding:20vh}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.65 Charter,"Bitstream Charter","Iowan Old Style","Source Serif 4",Georgia,"Noto Serif",serif}
article,footer,.tools{max-width:62rem;margin:0 auto;padding:0 1.5rem}
article{position:relative;padding-top:3rem}
article+article{border-top:1px solid var(--line);margin-top:4rem}
a{color:inherit}
.soft,.kicker,.byline,.tools,footer,dt,.facts{color:var(--soft)}
.kicker,.byline,.tools,.cards,footer,.speakers,.key,.residue .soft{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
.kicker{font-size:.8rem;margin:0 0 .75rem}
.byline{font-size:.875rem;margin:.25rem 0 1.5rem}
h1{font-size:2.1rem;line-height:1.18;margin:0 0 .75rem;letter-spacing:-.012em;text-wrap:balance}
h2{font-size:1.2rem;line-height:1.35;margin:2rem 0 .5rem}
p,blockquote{margin:0 0 1.1rem;overflow-wrap:break-word;white-space:pre-line}
blockquote{padding-left:1.1rem;border-left:3px solid var(--line)}
.row>h1,.row>h2,.row>p,.row>blockquote,.speakers,.residue{max-width:38rem}
.m{-webkit-box-decoration-break:clone;box-decoration-break:clone;text-underline-offset:.22em;text-decoration-thickness:.09em}
.content{background:var(--content);border-radius:.15em;padding:.1em 0}
.deep{background:var(--deep)}
.condition{text-decoration:underline dashed var(--limit) .09em}
.source{text-decoration:underline solid var(--source) .12em}
.cue{text-decoration:underline dotted var(--cue) .14em}
.on.m{background:var(--hot)}
.ref{font:600 .62em/1 system-ui,sans-serif;vertical-align:super;text-decoration:none;color:var(--soft);padding:.15em .25em;margin-right:.1em;border-radius:.3em;user-select:none}
.ref.on,.card.on .n{background:var(--ink);color:var(--paper)}
:focus-visible{outline:2px solid var(--source);outline-offset:2px}
.cards{list-style:none;margin:-.35rem 0 1.4rem;padding:0;font-size:.8rem;line-height:1.45}
.card,h1,h2,.kicker,.byline{overflow-wrap:anywhere}
.card{position:relative;padding:.1rem 0 .1rem 2.1rem;margin:0 0 .8rem}
.card p,.card dl,.card ul{margin:0}
.n{position:absolute;left:0;top:.15rem;min-width:1.5rem;text-align:center;font-weight:600;font-size:.7rem;line-height:1.3rem;border:1px solid var(--line);border-radius:.4rem;text-decoration:none;color:var(--soft);background:var(--card)}
.n:hover,.ref:hover{border-color:var(--ink);color:var(--ink)}
.who{font-size:.875rem}
.facts i{color:var(--ink)}
.type{white-space:nowrap;color:var(--ink);border-bottom:1px solid var(--line)}
.card dl div{display:flex;gap:.5em}
dt{flex:none}dt::after{content:":"}
dd{margin:0;overflow-wrap:anywhere}
.flags{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem}
.card .flags{margin-top:.25rem}
.flags li{border:1px solid currentColor;color:var(--limit);border-radius:.3rem;padding:0 .4em;font-size:.72rem}
.speakers{display:flex;flex-wrap:wrap;gap:.4rem;list-style:none;padding:0;margin:0 0 1.5rem;font-size:.82rem}
.speakers li{max-width:100%}
.speakers button{max-width:100%;overflow-wrap:anywhere;text-align:start;font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:.15rem .7rem;cursor:pointer}
.speakers button:hover{border-color:var(--soft)}
.speakers button[aria-pressed=true]{background:var(--ink);color:var(--paper);border-color:var(--ink)}
.speakers button[aria-pressed=true]::before{content:"✓ "}
.off.card,.off.ref{opacity:.25}
.off.m{background:none;text-decoration:none}
.residue{display:none;color:var(--soft);font-size:.9rem;margin-bottom:.45rem}
#residue:checked~main .residue+:not(.residue){margin-top:1.1rem}
#residue:checked~main .residue{display:block}
.tools{display:flex;flex-wrap:wrap;gap:.4rem 1.6rem;align-items:baseline;padding-top:1.2rem;font-size:.8rem}
#residue{position:absolute;opacity:0}
.tools label{cursor:pointer;border-bottom:1px solid var(--line)}
.tools .hide,#residue:checked~.tools .show{display:none}
#residue:checked~.tools .hide{display:inline}
#residue:focus-visible~.tools label{outline:2px solid var(--source);outline-offset:2px}
.key{display:flex;flex-wrap:wrap;gap:.2rem 1rem;margin:0;padding:0;list-style:none;color:var(--ink)}
footer{font-size:.8rem;padding-top:2rem;padding-bottom:4rem}
footer ul{padding-left:1.2rem}
@media (min-width:60rem){
.row{display:grid;grid-template-columns:minmax(0,38rem) minmax(0,17rem);column-gap:3rem;align-items:start}
.row>:first-child{grid-column:1}
.cards{grid-column:2;margin-top:.3rem}
.laid .cards{position:static;margin:0;height:0}
.laid .card{position:absolute;left:42.5rem;width:calc(100% - 44rem);margin:0;transition:top .2s}
}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}.laid .card{transition:none}}
@media (max-width:59.99rem){
body{font-size:1.0625rem}
article,footer,.tools{max-width:41rem;padding-left:1.1rem;padding-right:1.1rem}
h1{font-size:1.65rem}
.cards{border-left:2px solid var(--line);padding-left:.7rem}
.card{margin-bottom:.6rem}
}
@media print{
:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--card:#fff;--content:#f1f1f1;--deep:#dedede;--source:#000;--cue:#000;--limit:#000}
body{font-size:10.5pt;line-height:1.45}
article,footer,.tools{max-width:none;padding:0}
article{padding-top:1rem;min-height:0!important}
.speakers button{border:0;padding:0 .8em 0 0}.tools label{display:none}
.row{display:block}
.row>h1,.row>h2,.row>p,.row>blockquote,.residue{max-width:none}
.row>p{margin-bottom:.5rem}
.cards,.laid .cards{columns:2;column-gap:1.5rem;height:auto;margin:0 0 1rem;padding-left:.7rem;border-left:2px solid var(--line);font-size:8pt;line-height:1.35}
.card,.laid .card{position:relative;left:auto;top:auto!important;width:auto;margin:0 0 .4rem;break-inside:avoid}
.who{font-size:8.5pt}
.flags li{font-size:7pt}
.m{print-color-adjust:exact;-webkit-print-color-adjust:exact}
h1,h2{break-after:avoid}
}
`;
