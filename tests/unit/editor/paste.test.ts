// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getSchema } from '@tiptap/core'
import { DOMParser as SliceParser } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'
import { extensions } from '@/components/editor/extensions'
import { openMarkdown } from '@/components/editor/markdown/open'
import { addressOf } from '@/components/editor/paste/addresses'
import { cleanPastedHtml } from '@/components/editor/paste/clean'
import { noticeOf } from '@/components/editor/paste/paste'
import { htmlOfText } from '@/components/editor/paste/plain'

const FOLDER = join(process.cwd(), 'tests/fixtures/paste')
const fixtures = readdirSync(FOLDER).filter((name) => /\.(html|txt)$/.test(name))

test('enough programs and cases', () => {
  expect(fixtures.length).toBeGreaterThanOrEqual(25)
})

describe('what is pasted becomes Markdown without its dirt', () => {
  test.each(fixtures)('%s', (name) => {
    const source = read(name)
    const html = name.endsWith('.txt') ? htmlOfText(source) : cleanPastedHtml(source, parse).html
    const markdown = markdownOf(html)
    expect(`${markdown}\n`).toBe(read(name.replace(/\.\w+$/, '.md')))
    expect(html).not.toMatch(/mso|style=|class=|<span|<o:p|utm_|javascript:/i)
  })
})

describe('what is said after a paste', () => {
  test.each([
    [
      'word-365-pictures.html',
      /^Pasted from Word: \d+ styles left out\. 1 picture was left out: add it with the Image button\.$/,
    ],
    ['word-2016-bullets.html', /^Pasted from Word: \d+ styles left out\.$/],
    ['word-online-lists.html', /^Pasted from Word for the web: /],
    ['outlook-desktop.html', /^Pasted from Outlook: \d+ styles left out\.$/],
    ['outlook-web.html', /^Pasted from Outlook: /],
    ['excel-one-cell.html', /^Pasted from Excel: 1 style left out\.$/],
    ['google-docs-table.html', /^Pasted from Google Docs: .*1 picture was left out/],
    ['google-sheets.html', /^Pasted from Google Sheets: /],
    ['libreoffice-text.html', /^Pasted from LibreOffice: /],
    ['web-page.html', /^Pasted: 1 picture was left out: add it with the Image button\.$/],
  ])('%s', (name, said) => {
    expect(noticeOf(cleanPastedHtml(read(name), parse))).toMatch(said)
  })

  test('two pictures are two, and nothing is said of nothing', () => {
    const two = cleanPastedHtml(
      '<p>a</p><img src="data:image/png;base64,AA"><img src="file:///c:/a.png">',
      parse,
    )
    expect(noticeOf(two)).toBe('Pasted: 2 pictures were left out: add them with the Image button.')
    expect(noticeOf(cleanPastedHtml('<p>a</p>', parse))).toBe('')
  })
})

test('what was copied in the editor itself comes back as it was', () => {
  const html = '<h3 data-level="1" data-pm-slice="0 0 []">Head</h3>'
  expect(cleanPastedHtml(html, parse).html).toBe(html)
  expect(markdownOf(html)).toBe('# Head')
})

describe('addresses of copied links', () => {
  test.each([
    ['https://www.example.org/a?x=1', 'https://www.example.org/a?x=1'],
    ['https://www.example.org/a?utm_source=x&id=7#part', 'https://www.example.org/a?id=7#part'],
    ['https://www.google.com/url?q=https://example.org/b&sa=D', 'https://example.org/b'],
    [
      'https://gbr01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fc&data=1',
      'https://example.org/c',
    ],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['tel:+441234567890', 'tel:+441234567890'],
    ['#_Toc1', null],
    ['file:///C:/a.docx', null],
    ['javascript:alert(1)', null],
    ['https://www.google.com/url?q=javascript:alert(1)', 'https://www.google.com/url?q=javascript:alert(1)'],
    ['//example.org', null],
    ['', null],
  ])('%s', (href, expected) => {
    expect(addressOf(href)).toBe(expected)
  })
})

function markdownOf(html: string): string {
  const document = SliceParser.fromSchema(getSchema(extensions)).parse(parse(html).body)
  return openMarkdown('')?.write(document.toJSON()) ?? ''
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html')
}

function read(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8')
}
