import 'server-only'

export const QUIET = 'margin:0 0 8px;font-size:16px;line-height:24px;color:#4a5148'
const FONT = "font-family:'Atkinson Hyperlegible Next',Verdana,Arial,sans-serif"

/**
 * What every HTML mail stands in: no picture, nothing fetched, no tracking. Colours stand in the elements for programs
 * that read nothing else; the style sheet only adds the dark ones.
 */
export function letterFrame(heading: string, parts: string[]): string {
  return [
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${plain(heading)}</title><style>${DARK}</style></head>`,
    `<body class="page" style="margin:0;padding:0;background:#ffffff;color:#1d241c;${FONT}">`,
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 16px">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px"><tr><td style="text-align:left;overflow-wrap:anywhere">',
    `<p class="quiet rule" style="${QUIET};border-bottom:3px solid #8b6f47;padding-bottom:8px">Sustainable Procurement Cupboard</p>`,
    `<h1 style="margin:20px 0 12px;font-size:24px;line-height:30px">${plain(heading)}</h1>`,
    ...parts,
    '</td></tr></table></td></tr></table></body></html>',
  ].join('')
}

const DARK = [
  '@media (prefers-color-scheme:dark){',
  '.page{background:#161b15!important;color:#eef0e8!important}',
  '.quiet{color:#b9c0b2!important}.rule{border-color:#8b7a58!important}',
  'a{color:#9fcf9b!important}.excerpt{background:#232a21!important}',
  '.add{color:#a9dca4!important}.del{color:#f0b0a0!important}}',
].join('')

/** A paragraph of HTML that is already encoded. */
export function paragraph(html: string): string {
  return `<p style="margin:0 0 12px;font-size:17px;line-height:26px">${html}</p>`
}

export function link(url: string, label: string): string {
  return `<a href="${plain(url)}" style="color:#1f5c2e;text-decoration:underline">${plain(label)}</a>`
}

/** Text as HTML shows it: every sign that means something there is written as its number. */
export function plain(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
