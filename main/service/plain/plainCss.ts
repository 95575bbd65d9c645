/** The kitchen's look (renderer/theme/themes.css, held against it by a test) for pages without the bundle. */
export const PLAIN_TOKENS = {
  ground: '#0a0c0f',
  tile: '#161a20',
  raised: '#222932',
  edge: '#2c343f',
  ink: '#f5f7f9',
  soft: '#cdd5de',
  late: '#ff5f52',
  'on-fill': '#0a0c0f',
} as const;

const tokens = Object.entries(PLAIN_TOKENS).map(([name, value]) => `--${name}:${value};`);

/** Read from a metre on a wall screen: the root's size grows with the glass. A press is 15 mm high there and never under 48 px. */
export const PLAIN_CSS = `:root{${tokens.join('')}font-size:clamp(18px,1.35vmin + 10px,30px)}
@font-face{font-family:"Heard Plain";src:url(/plain/face.woff2) format("woff2");font-weight:200 800;font-display:swap}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.4 "Heard Plain","Atkinson Hyperlegible",system-ui,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:60rem;margin:0 auto;padding:1.6rem clamp(1rem,4vw,3rem)}
h1{margin:0 0 .6rem;font-size:1.9rem;line-height:1.1;font-weight:800;color:var(--late)}
h1.calm{color:var(--ink)}
h2{margin:0 0 .4rem;font-size:1.2rem;line-height:1.2;font-weight:800}
p{margin:0 0 .8rem;max-width:44em;color:var(--soft);overflow-wrap:anywhere}
section{margin-top:1.2rem;padding:1.1rem 1.2rem;background:var(--tile);border-radius:.4rem}
.hub{display:flex;flex-wrap:wrap;gap:1.2rem;align-items:center}
.hub svg{background:#fff;border-radius:.3rem}
a{color:var(--ink);font-size:1.25rem;font-weight:800;overflow-wrap:anywhere}
ul{margin:0;padding:0;list-style:none}
li{padding:.5rem 0;border-top:1px solid var(--edge);overflow-wrap:anywhere}
li b{font-size:1.1rem;margin-right:.5rem}
form{margin-top:.4rem}
fieldset{margin:0;padding:0;border:0}
legend{padding:0 0 .8rem;font-size:1.2rem;line-height:1.3;font-weight:800}
label{display:block;padding-bottom:.8rem;font-weight:700}
button,select,a.press{display:inline-block;min-height:max(64px,15mm);margin:0 .8rem .8rem 0;padding:.4rem 1.4rem;border:2px solid var(--ink);border-radius:.4rem;background:var(--ink);color:var(--on-fill);font-family:inherit;font-size:1.1rem;font-weight:800;line-height:1.2;text-align:left}
a.press{display:inline-grid;align-items:center;text-decoration:none}
button.no,select{background:var(--raised);color:var(--ink);border-color:var(--edge)}
select{display:block;min-width:12rem;margin-top:.3rem}
:focus-visible{outline:4px solid var(--ink);outline-offset:3px}
[hidden]{display:none!important}
[role=status]{margin:0;font-weight:700;color:var(--ink)}
`;
