/** Text by page, slide or sheet, up to so many words. */
export class Pages {
  #parts = []
  #left
  #cut = false

  constructor(wordsMax) {
    this.#left = wordsMax
  }

  /** Whether something was left out. */
  get isCut() {
    return this.#cut
  }

  get isEmpty() {
    return this.#parts.length === 0
  }

  add(label, text) {
    const tidy = text
      .replace(/(\p{Ll})-\n(\p{Ll})/gu, '$1$2')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n\s*/g, '\n')
      .trim()
    if (!/[\p{L}\p{N}]/u.test(tidy)) return
    const kept = this.#fitting(tidy)
    if (kept) this.#parts.push({ label, text: kept })
  }

  answer() {
    return { parts: this.#parts, cut: this.#cut }
  }

  #fitting(text) {
    let end = 0
    for (const { index, 0: word } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      if (this.#left === 0) {
        this.#cut = true
        return text.slice(0, end)
      }
      this.#left -= 1
      end = index + word.length
    }
    return text
  }
}
