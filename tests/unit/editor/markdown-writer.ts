import fc from 'fast-check'

const WORDS =
  'cost carbon lots bids tender food waste school council repair reuse travel energy heat water paper'.split(
    ' ',
  )
const word = fc.constantFrom(...WORDS)
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '))

const inline = fc.oneof(
  { weight: 6, arbitrary: words },
  words.map((text) => `**${text}**`),
  words.map((text) => `__${text}__`),
  words.map((text) => `*${text}*`),
  words.map((text) => `_${text}_`),
  words.map((text) => `***${text}***`),
  words.map((text) => `~~${text}~~`),
  words.map((text) => `\`${text}\``),
  words.map((text) => `[${text}](https://www.example.org/a_b)`),
  words.map((text) => `[${text}](</files/1-a b.pdf> "Title")`),
  words.map((text) => `[${text}][ref]`),
  words.map((text) => `![${text}](/files/1-field.png)`),
  fc.constantFrom(
    '<https://example.org/x_y>',
    'https://example.org/x',
    'a\\*b',
    'AT&T',
    '&amp;',
    '&copy;',
    '<b>raw</b>',
    '[^1]',
    '2 * 3',
    'snake_case',
    '£12,000',
    '5 < 6',
    '\\',
  ),
)

const join = fc.constantFrom(' ', ' ', ' ', '\n', '  \n', '\\\n', ', ', '; ')

const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '))
const paragraph = fc
  .tuple(inline, fc.array(fc.tuple(join, inline), { maxLength: 4 }))
  .map(([first, rest]) => first + rest.map(([between, next]) => between + next).join(''))

const heading = fc.oneof(
  fc.tuple(fc.constantFrom('#', '##', '###', '####'), line).map(([mark, text]) => `${mark} ${text}`),
  fc.tuple(line, fc.constantFrom('===', '---')).map(([text, mark]) => `${text}\n${mark}`),
  line.map((text) => `## ${text} ##`),
)

const table = fc
  .tuple(
    fc.array(fc.tuple(words, line), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('|---|--:|', '| :-- | --- |'),
  )
  .map(([rows, rule]) => {
    const lines = rows.map(([one, two]) => `| ${one} |${two}|`)
    return [lines[0], rule, ...lines.slice(1)].join('\n')
  })

const leaf = fc.oneof(
  { weight: 5, arbitrary: paragraph },
  { weight: 2, arbitrary: heading },
  table,
  fc.constantFrom(
    '---',
    '* * *',
    '```js\nlet cost = 1\n\n  more\n```',
    '~~~\ncode\n~~~',
    '    indented code\n\n    and more',
    '<div class="x">\n<p>raw</p>\n</div>',
    '<!-- a comment -->',
    '[^1]: A note about cost.',
    '- [ ] to do\n- [x] done',
  ),
)

const { block } = fc.letrec<{ block: string; list: string; quote: string }>((tie) => ({
  list: fc
    .tuple(
      fc.constantFrom('- ', '* ', '+ ', '1. ', '1) ', '3. '),
      fc.array(fc.tuple(line, fc.option(tie('block'), { freq: 3, nil: undefined })), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.constantFrom('\n', '\n\n'),
    )
    .map(([mark, items, gap]) =>
      items
        .map(([text, inner]) => {
          const pad = ' '.repeat(mark.length)
          const whole = inner === undefined ? text : `${text}\n\n${inner}`
          return (
            mark +
            whole
              .split('\n')
              .map((each, at) => (at > 0 && each !== '' ? pad + each : each))
              .join('\n')
          )
        })
        .join(gap),
    ),
  quote: fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((all) =>
    all
      .join('\n\n')
      .split('\n')
      .map((each) => `> ${each}`)
      .join('\n'),
  ),
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 5, arbitrary: leaf },
    tie('list'),
    tie('quote'),
  ),
}))

/** Markdown with every construct of CommonMark, tables, and what lies beyond them, in any order. */
export const aDocument = fc
  .tuple(
    fc.array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n\n\n', '\n')), { maxLength: 7 }),
    fc.constantFrom('', '\n', '\n\n'),
    fc.constantFrom('', '[ref]: https://example.org/ref "Title"\n'),
  )
  .map(
    ([blocks, start, end]) => start + blocks.map(([text, gap]) => text + gap).join('') + (end && `\n${end}`),
  )
