import 'server-only'

// How a word would be written here that was typed as in America, and what somebody does who is called after it.
const SPELLINGS: [RegExp, string][] = [
  [/iz(e|es|ed|er|ers|ing|ation|ations|ational)$/, 'is$1'],
  [/yz(e|es|ed|er|ers|ing)$/, 'ys$1'],
  [/^(lab|col|fav|hon|neighb|behavi|harb|rum|vap)or(s|ed|ing|al|hood|hoods|able|ful)?$/, '$1our$2'],
  [/^(cent|met|fib|lit|theat)er(s|ed)?$/, '$1re$2'],
  [/^(catal|dial|anal)og(s)?$/, '$1ogue$2'],
  [/^program(s)?$/, 'programme$1'],
  [/^licens(e|es)$/, 'licenc$1'],
  [/^defens(e|es)$/, 'defenc$1'],
  [/^(trave|labe|mode|cance|fue)l(ed|ing|er|ers)$/, '$1ll$2'],
  [/^(enro|fulfi|insta|ski)l(l)?(ment|ments|ful)$/, '$1l$3'],
  [/^aluminum$/, 'aluminium'],
  [/^gray$/, 'grey'],
  [/^tire(s)?$/, 'tyre$1'],
]
const DOER = /^(\p{L}{3,})(?:er|or)s?$/u

/** The same word as it is written in Britain; none if it is so already. */
export function britishSpelling(word: string): string | undefined {
  const rule = SPELLINGS.find(([form]) => form.test(word))
  return rule && word.replace(rule[0], rule[1])
}

/** What "builders" or "recyclers" do, as words that may be known: build, builde. */
export function deedsOf(word: string): string[] {
  const root = DOER.exec(word)?.[1]
  return root ? [root, `${root}e`] : []
}
