/** One look for screen and A4; no font, script or image from elsewhere. */
export const printStyle = `
:root { color-scheme: light; }
@page { size: A4; margin: 16mm 15mm 18mm;
  @bottom-right { content: counter(page) " / " counter(pages); color: #565c66; font: 8pt sans-serif; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 60rem; color: #1d2126; background: #fff;
  font: 0.95rem/1.5 'Source Sans 3', 'Helvetica Neue', Arial, sans-serif; font-variant-numeric: tabular-nums; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.15rem; margin: 2.2rem 0 0.6rem; break-after: avoid; }
dl { margin: 0; }
h3 { font-size: 1.05em; margin: 1.2rem 0 0.3rem; break-after: avoid; }
dl div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 1rem; }
dt { color: #565c66; }
dd { margin: 0; overflow-wrap: anywhere; }
.warnings { border-left: 3px solid #7a5200; padding-left: 1rem; margin-top: 1.5rem; }
.warnings h2 { margin-top: 0; }
ul { margin: 0; padding-left: 1.2rem; }
.table { overflow-x: auto; margin: 0 0 1.6rem; }
table { border-collapse: collapse; min-width: 40%; border-top: 1.5px solid #1d2126; border-bottom: 1.5px solid #1d2126; }
caption { text-align: left; font-weight: 600; padding: 0 0 0.35rem; }
th, td { text-align: left; vertical-align: baseline; padding: 0.22rem 1rem 0.22rem 0; font-weight: 400; }
thead th { border-bottom: 1px solid #1d2126; color: #565c66; vertical-align: bottom; }
th:last-child, td:last-child { padding-right: 0; }
.n { text-align: right; white-space: nowrap; }
th.n { white-space: normal; }
.group th { font-style: italic; padding-top: 0.6rem; }
.notes { color: #565c66; font-size: 0.85em; padding-top: 0.4rem; }
.notes p { margin: 0; }
sup { line-height: 0; }
figure { margin: 0 0 1.6rem; }
img { display: block; max-width: 100%; height: auto; }
figcaption { color: #565c66; font-size: 0.85em; padding-top: 0.3rem; }
code { font-size: 0.9em; }
.sum { display: block; color: #565c66; font-size: 0.8em; overflow-wrap: anywhere; }
@media screen and (max-width: 40rem) {
  dl div { display: block; margin-bottom: 0.4rem; }
}
@media print {
  body { padding: 0; max-width: none; font-size: 8.5pt; line-height: 1.35; }
  .table { overflow: visible; }
  table { font-size: 8pt; }
  thead { display: table-header-group; }
  tr, li, figure, .short { break-inside: avoid; }
  caption { break-inside: avoid; }
  .group, thead, caption, h2, tbody tr:first-child { break-after: avoid; }
  tbody, tbody tr:last-child, .notes { break-before: avoid; }
  img { max-height: 235mm; }
  p { orphans: 3; widows: 3; }
  th, td { padding-right: 0.6rem; }
}
`
