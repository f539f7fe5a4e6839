// Outlook writes with Word, and Excel with much of the same: the more telling signs come first.
const SIGNS: [string, RegExp][] = [
  ['Google Docs', /docs-internal-guid-/],
  ['Google Sheets', /google-sheets-html-origin|data-sheets-/],
  ['LibreOffice', /<meta[^>]+generator[^>]+LibreOffice|class="?(?:western|sdfootnote)/i],
  ['Excel', /urn:schemas-microsoft-com:office:excel|content="?Excel\.Sheet/i],
  ['PowerPoint', /urn:schemas-microsoft-com:office:powerpoint|content="?PowerPoint\./i],
  [
    'Outlook',
    /Microsoft Word \d+ \(filtered medium\)|class="?(?:elementToProof|x_Mso|EmailQuote)|class="?MsoPlainText/i,
  ],
  ['Word for the web', /\bSCXW\d+|\bListContainerWrapper\b|class="[^"]*\bTextRun\b/],
  ['Word', /urn:schemas-microsoft-com:office:word|content="?Word\.Document|class="?Mso|\bmso-/i],
]

/** The program that put this on the clipboard. */
export function programOf(html: string): string | null {
  return SIGNS.find(([, sign]) => sign.test(html))?.[0] ?? null
}
