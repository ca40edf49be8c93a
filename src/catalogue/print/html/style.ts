/** The looks of a page that stands alone as a file. It is written into the file. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#4b535c;--rule:#c4cad1;--ok:#1b6b3a;--warn:#8a5200;--bad:#a4161a;--paper:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--soft:#b3bac2;--rule:#4a525b;--ok:#7bd39a;--warn:#f0b866;--bad:#ff9a94;--paper:#14171a}}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{max-width:72rem;margin:0 auto;padding:1rem}
h1{font-size:1.7rem;line-height:1.2;margin:.5rem 0}
h2{font-size:1.2rem;margin:1.8rem 0 .3rem;border-top:2px solid var(--ink);padding-top:.4rem}
h3{font-size:1rem;margin:1rem 0 .2rem}
p{margin:.3rem 0;max-width:46rem}
.lead{font-size:1.1rem}
a{color:inherit;overflow-wrap:anywhere}
code,pre{font-family:ui-monospace,monospace;font-size:.85em;overflow-wrap:anywhere}
pre{white-space:pre-wrap;border:1px solid var(--rule);padding:.5rem}
.example,.note{border:1px dashed var(--rule);padding:.3rem .6rem;max-width:none}
.sub{display:block;color:var(--soft);font-size:.88em;font-weight:400}
.ok,.warn,.bad,.mute{font-weight:600;white-space:nowrap}
.ok{color:var(--ok)}.warn{color:var(--warn)}.bad{color:var(--bad)}.mute{color:var(--soft)}
.note.ok,.note.warn,.note.bad{white-space:normal;color:inherit;font-weight:400}
dl.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:0;border:1px solid var(--rule);margin:.8rem 0}
dl.facts div{padding:.4rem .6rem;border:1px solid var(--rule);margin:-1px 0 0 -1px}
dl.terms div{margin:.2rem 0}
dt{color:var(--soft);font-size:.85em}
dd{margin:0}
dl.terms dt{display:inline;font-weight:600;color:inherit;font-size:1em}dl.terms dt::after{content:": "}dl.terms dd{display:inline}
table{border-collapse:collapse;width:100%;margin:.5rem 0;font-size:.92rem}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid var(--rule)}
thead th{color:var(--soft);font-size:.88em;border-bottom-color:var(--ink)}
tbody th{font-weight:600}
th.group{padding-top:.8rem;color:var(--soft)}
.whole{white-space:nowrap}
li{margin:.15rem 0}
@media (max-width:44rem){table,tbody,tr,td,tbody th{display:block}thead{display:none}tr{border-bottom:1px solid var(--ink);padding:.3rem 0}td,tbody th{border:0;padding:.1rem 0}.whole{white-space:normal}}
@media print{@page{size:A4;margin:11mm}:root{color-scheme:light;--ink:#000;--soft:#333;--rule:#999;--ok:#000;--warn:#000;--bad:#000;--paper:#fff}body{font-size:8pt;line-height:1.3}main{max-width:none;padding:0}h1{font-size:14pt}h2{font-size:10.5pt;margin:2.5mm 0 .5mm;padding-top:1mm;break-after:avoid}.lead{font-size:9pt}p{max-width:none}table{font-size:7.5pt;margin:1mm 0}th,td{padding:.6mm 1.2mm}th.group{padding-top:1.5mm}tr{break-inside:avoid}dl.facts div{padding:.8mm 1.5mm}dl.facts{grid-template-columns:repeat(4,1fr);margin:1.5mm 0}a{text-decoration:none}}
`.trim();
