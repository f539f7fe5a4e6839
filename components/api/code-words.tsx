/** Words in which what stands between backticks is code. */
export function CodeWords({ text }: { text: string }) {
  return text.split(/(`[^`]+`)/).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
    part.startsWith('`') ? <code key={index}>{part.slice(1, -1)}</code> : part,
  )
}
