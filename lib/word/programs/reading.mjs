import mammoth from 'mammoth'
import { besides, paragraphsOf } from './beside.mjs'
import { blocksOf } from './blocks.mjs'
import { openWord } from './open.mjs'

// A map inside the file could hide paragraphs, so only ours counts.
const OPTIONS = {
  includeEmbeddedStyleMap: false,
  styleMap: ["p[style-name='Title'] => h1.title:fresh", "p[style-name='title'] => h1.title:fresh"],
}

/** A Word file as blocks of Markdown with its pictures and what stands beside the text; or { refused }. */
export async function read(bytes, limits, mark) {
  const word = openWord(bytes, limits)
  if (word.refused) return word
  const pictures = []
  const convertImage = mammoth.images.imgElement(async (image) => {
    pictures.push({ bytes: new Uint8Array(await image.readAsBuffer()), type: image.contentType })
    const number = pictures.length
    return { src: `${mark}${number}`, alt: image.altText || `Picture ${number}` }
  })
  const { value: html } = await mammoth.convertToHtml({ buffer: word.buffer }, { ...OPTIONS, convertImage })
  const blocks = blocksOf(html)
  return {
    title: word.title,
    blocks,
    pictures,
    beside: [...besides(word.parts), ...lost(word.parts, blocks)],
  }
}

/** What the file says and the blocks do not: no reader knows every form that Word has. */
function lost(parts, blocks) {
  const kept = letters(
    blocks.flatMap(({ bare, notes }) => [bare, ...notes.map((note) => note.bare)]).join(' '),
  )
  const missing = paragraphsOf(parts).filter((text) => letters(text) && !kept.includes(letters(text)))
  return missing.length > 0 ? [{ from: 'lost', texts: missing }] : []
}

function letters(text) {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '')
}
