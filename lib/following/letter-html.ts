import 'server-only'
import type { Segment } from '@/lib/revisions/compare'
import { type LetterFacts, type LetterPart, moreOf, SITE, whatAndWho } from './letter'

const FONT = "font-family:'Atkinson Hyperlegible Next',Verdana,Arial,sans-serif"
const QUIET = 'margin:0 0 8px;font-size:16px;line-height:24px;color:#4a5148'

/**
 * The same words as the plain text, for mail programs that show HTML: no picture, nothing fetched, no tracking. Colours
 * stand in the elements for programs that read nothing else; the style sheet only adds the dark ones.
 */
export function letterHtml({ heading, lead, parts, more, links }: LetterFacts): string {
  const { site, stop, frequency, list } = links
  return [
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${plain(heading)}</title><style>${DARK}</style></head>`,
    `<body class="page" style="margin:0;padding:0;background:#ffffff;color:#1d241c;${FONT}">`,
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 16px">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px"><tr><td style="text-align:left">',
    `<p class="quiet rule" style="${QUIET};border-bottom:3px solid #8b6f47;padding-bottom:8px">${SITE}</p>`,
    `<h1 style="margin:20px 0 8px;font-size:24px;line-height:30px">${plain(heading)}</h1>`,
    lead ? `<p style="margin:0 0 8px;font-size:17px;line-height:26px">${plain(lead)}</p>` : '',
    ...parts.map((part) => partHtml(part, site)),
    more > 0 ? `<p style="margin:20px 0 0;font-size:17px;line-height:26px">${moreOf(more)}</p>` : '',
    `<p style="margin:24px 0 0;font-size:17px;line-height:26px">${link(list, 'See all of it on the site')}</p>`,
    `<p class="quiet rule" style="${QUIET};margin-top:32px;border-top:1px solid #c9b896;padding-top:12px">`,
    `${link(frequency, 'Change how often you get mail')}<br>${link(stop.url, stop.label)}</p>`,
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

function partHtml({ told, change }: LetterPart, site: string): string {
  const url = site + told.path
  return [
    '<div class="rule" style="border-top:1px solid #c9b896;margin-top:20px;padding-top:16px">',
    `<h2 style="margin:0 0 4px;font-size:19px;line-height:26px">${link(url, told.title)}</h2>`,
    `<p class="quiet" style="${QUIET}">${plain(whatAndWho(told))}</p>`,
    told.note ? `<p style="margin:0 0 8px;font-size:17px;line-height:26px">“${plain(told.note)}”</p>` : '',
    change?.fields.length
      ? `<p style="margin:0 0 8px;font-size:17px;line-height:26px">Changed: <strong>${plain(change.fields.join(', '))}</strong></p>`
      : '',
    change?.excerpt
      ? `<p class="excerpt" style="margin:0 0 8px;padding:10px 12px;background:#f4efe4;font-size:17px;line-height:26px"><strong>${plain(change.excerpt.field)}:</strong> ${change.excerpt.segments.map(segmentHtml).join('')}</p>`
      : '',
    `<p style="margin:0 0 8px;font-size:17px;line-height:26px">${link(url, told.pathLabel)}</p>`,
    `<p class="quiet" style="${QUIET};margin:0">Why you get this: ${plain(told.why)}</p></div>`,
  ].join('')
}

/** Signs as well as lines: colour alone, or a mail program that drops it, must not hide what was taken out. */
function segmentHtml({ kind, text }: Segment): string {
  if (kind === 'added')
    return `<ins class="add" style="color:#1f5c2e;text-decoration:underline">+ ${plain(text)}</ins> `
  if (kind === 'removed')
    return `<del class="del" style="color:#9a3324;text-decoration:line-through">− ${plain(text)}</del> `
  return plain(text)
}

function link(url: string, label: string): string {
  return `<a href="${plain(url)}" style="color:#1f5c2e;text-decoration:underline">${plain(label)}</a>`
}

function plain(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
