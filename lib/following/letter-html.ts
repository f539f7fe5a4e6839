import 'server-only'
import type { Segment } from '@/lib/revisions/compare'
import { type LetterFacts, type LetterPart, moreOf, whatAndWho } from './letter'
import { letterFrame, link, paragraph, plain, QUIET } from './letter-frame'

/** The same words as the plain text, for mail programs that show HTML. */
export function letterHtml({ heading, lead, parts, more, links }: LetterFacts): string {
  const { site, stop, frequency, list } = links
  return letterFrame(heading, [
    lead ? paragraph(plain(lead)) : '',
    ...parts.map((part) => partHtml(part, { site, titled: parts.length > 1 })),
    more > 0 ? paragraph(moreOf(more)) : '',
    `<p style="margin:24px 0 0;font-size:17px;line-height:26px">${link(list, 'See all of it on the site')}</p>`,
    `<p class="quiet rule" style="${QUIET};margin-top:32px;border-top:1px solid #c9b896;padding-top:12px">`,
    `${link(frequency, 'Change how often you get mail')}<br>${link(stop.url, stop.label)}</p>`,
  ])
}

function partHtml({ told, change }: LetterPart, { site, titled }: { site: string; titled: boolean }): string {
  const url = site + told.path
  return [
    '<div class="rule" style="border-top:1px solid #c9b896;margin-top:20px;padding-top:16px">',
    titled ? `<h2 style="margin:0 0 4px;font-size:19px;line-height:26px">${link(url, told.title)}</h2>` : '',
    `<p class="quiet" style="${QUIET}">${plain(whatAndWho(told))}</p>`,
    told.note ? paragraph(`“${plain(told.note)}”`) : '',
    change?.fields.length ? paragraph(`Changed: <strong>${plain(change.fields.join(', '))}</strong>`) : '',
    change?.excerpt ? excerptHtml(change.excerpt) : '',
    paragraph(link(url, told.pathLabel)),
    `<p class="quiet" style="${QUIET};margin:0">Why you get this: ${plain(told.why)}</p></div>`,
  ].join('')
}

function excerptHtml({ field, segments }: { field: string; segments: Segment[] }): string {
  const style = 'margin:0 0 12px;padding:10px 12px;background:#f4efe4;font-size:17px;line-height:26px'
  const words = segments.map(segmentHtml).join('').replaceAll('</del><ins', '</del> <ins')
  return `<p class="excerpt" style="${style}"><strong>${plain(field)}:</strong> ${words}</p>`
}

/** Signs as well as lines: colour alone, or a mail program that drops it, must not hide what was taken out. */
function segmentHtml({ kind, text }: Segment): string {
  if (kind === 'added')
    return `<ins class="add" style="color:#1f5c2e;text-decoration:underline;font-weight:bold">+ ${plain(text)}</ins>`
  if (kind === 'removed')
    return `<del class="del" style="color:#9a3324;text-decoration:line-through">− ${plain(text)}</del>`
  return plain(text)
}
