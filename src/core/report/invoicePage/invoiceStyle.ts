/** How an invoice looks, on paper and before it gets there. Fonts of the system alone, those that shape Bangla well first. */
export const invoiceStyle = `
@page { size: A4; margin: 18mm 16mm 20mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #eceff1; color: #1c2326; font: 10.5pt/1.5 system-ui, "Segoe UI", "Helvetica Neue", "Noto Sans", Arial, sans-serif; }
:lang(bn) body, body:lang(bn) { font-family: "Noto Sans Bengali", "Nirmala UI", "Kohinoor Bangla", "Bangla Sangam MN", "SolaimanLipi", "Hind Siliguri", "Vrinda", system-ui, "Noto Sans", sans-serif; line-height: 1.65; }
main { width: 210mm; max-width: 100%; min-height: 297mm; margin: 8mm auto; padding: 18mm 16mm 20mm; background: #fff; box-shadow: 0 1px 6px #0003; }
header { display: flex; justify-content: space-between; gap: 12mm; align-items: flex-start; border-bottom: 2px solid #0b6e4f; padding-bottom: 6mm; }
h1 { margin: 0; font-size: 21pt; line-height: 1.25; font-weight: 600; color: #0b6e4f; }
p { margin: 0; overflow-wrap: anywhere; }
.facts { margin: 2mm 0 0; display: grid; grid-template-columns: auto auto; gap: 0 4mm; justify-content: start; }
.facts dt { color: #5a676d; }
.facts dd { margin: 0; font-weight: 600; }
.letterhead { text-align: end; }
.letterhead p:first-child { font-weight: 600; }
.mark { margin: 5mm 0 0; padding: 1.5mm 4mm; border: 1.5px solid currentColor; border-radius: 1mm; display: inline-block; font-weight: 600; color: #9a5b00; }
.mark.paid { color: #0b6e4f; }
.mark.cancelled { color: #b3261e; }
.to { margin: 7mm 0; }
h2 { margin: 0 0 1mm; font-size: 9pt; font-weight: 600; color: #5a676d; }
table { width: 100%; border-collapse: collapse; }
th { text-align: start; font-size: 9pt; font-weight: 600; color: #5a676d; border-bottom: 1px solid #90a4ae; padding: 0 0 1.5mm 4mm; }
td { padding: 2mm 0 2mm 4mm; border-bottom: 1px solid #dfe5e8; vertical-align: top; overflow-wrap: anywhere; }
th:first-child, td:first-child { padding-inline-start: 0; }
.number { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
thead { display: table-header-group; }
tr, .sums, .payment { break-inside: avoid; }
.sums { margin: 4mm 0 0 auto; width: auto; min-width: 45%; }
.sums td { border-bottom: 0; padding: 1mm 0 1mm 8mm; }
.sums tr:last-child td { border-top: 1.5px solid #0b6e4f; padding-top: 2.5mm; font-size: 13pt; font-weight: 600; }
.payment { margin-top: 9mm; padding: 4mm 5mm; background: #f1f6f4; border-inline-start: 3px solid #0b6e4f; }
.remark { margin-top: 6mm; }
footer { margin-top: 10mm; color: #5a676d; }
@media print {
  body { background: none; }
  main { width: auto; min-height: 0; margin: 0; padding: 0; box-shadow: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

/** Of the style above, as a Content-Security-Policy names it. A test holds the two together. */
export const invoiceStyleHash = "sha256-Ge89J73jtNIX8H6toDX7OYzkdVvQ4df1Sz7TXcYPtBM=";
