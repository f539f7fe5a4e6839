import 'server-only'
import { letterFrame, link, paragraph, plain } from '@/lib/following/letter-frame'

type Facts = { name: string; title: string; url: string }

/** The yearly question, readable by itself. */
export function questionText({ name, title, url }: Facts): string {
  return [
    name ? `Dear ${name},` : 'Hello,',
    `You are the contact for this case study in the Sustainable Procurement Cupboard, and nobody has changed or confirmed it for a year:\n${title}`,
    `Is it still true? Open this page and press one of two buttons. You need not sign in.\n${url}`,
    'If we hear nothing for three months, the page will say that it is not confirmed.',
    'Are you no longer the contact? Press “Something has changed” on that page: it says how to put it right.',
  ].join('\n\n')
}

export function questionHtml({ name, title, url }: Facts): string {
  return letterFrame(`Is this still true? ${title}`, [
    paragraph(plain(name ? `Dear ${name},` : 'Hello,')),
    paragraph(
      `You are the contact for the case study <strong>${plain(title)}</strong>, and nobody has changed or confirmed it for a year.`,
    ),
    paragraph(`${link(url, 'Say whether it is still true')}. It takes one press, and you need not sign in.`),
    paragraph('If we hear nothing for three months, the page will say that it is not confirmed.'),
    paragraph(
      'Are you no longer the contact? Press “Something has changed” on that page: it says how to put it right.',
    ),
  ])
}
