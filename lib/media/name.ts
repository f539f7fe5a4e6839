import 'server-only'
import { fileNameMax, type StoredEnding } from './limits'

// Control characters, those that change the direction of writing, and those that no file system takes.
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the purpose
const UNFIT = /[\u0000-\u001F\u007F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF/\\:*?"<>|]+/g

/** A name that is safe on every system, with the ending that the content has, whatever the given name says. */
export function fileNameOf(given: string, ending: StoredEnding): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).pop() ?? ''
  const tidy = last.replace(UNFIT, ' ').replace(/\s+/g, ' ').trim()
  const stem = withoutEnding(tidy, ending).replace(/^[.\s]+|[.\s]+$/g, '')
  const room = fileNameMax - ending.length - 1
  return `${[...(stem || 'file')].slice(0, room).join('').trim()}.${ending}`
}

function withoutEnding(name: string, ending: StoredEnding): string {
  const known = ending === 'jpg' ? 'jpe?g' : ending
  return name.replace(new RegExp(`\\.(?:${known})$`, 'i'), '').replace(/\.[a-z]{3,4}$/i, (other) => {
    // "photo.png" that is a JPEG loses the wrong ending; "Version 2.final" keeps what is no ending.
    return /^\.(?:pdf|docx|xlsx|pptx|odt|ods|odp|csv|txt|png|jpe?g|webp|gif)$/i.test(other) ? '' : other
  })
}
