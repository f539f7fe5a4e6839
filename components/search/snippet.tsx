import type { Marked } from '@/lib/search/rows'

/** Some of the text of a hit, with the words that matched. Whatever was stored comes out as text. */
export function Snippet({ snippet }: { snippet: Marked }) {
  return snippet.map(({ text, marked }, place) => {
    const key = `${place} ${text.slice(0, 12)}`
    return marked ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
}
