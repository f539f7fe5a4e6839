import { describe, expect, test } from 'vitest'
import { localPath, signInPath } from '@/lib/users/paths'

const ELSEWHERE = [
  'https://evil.example',
  'http://evil.example',
  'HTTPS://evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https:///evil.example',
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '//evil.example/%2f..',
  '/\\evil.example',
  '\\/evil.example',
  '\\\\evil.example',
  '/\\/evil.example',
  '\\evil.example',
  '/\\\\evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/././/evil.example',
  '/%2e//evil.example',
  '/%2E//evil.example',
  '/a/%2e%2e//evil.example',
  '/.%2e//evil.example',
  '/a/b/../..//evil.example',
  '/.///evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r/evil.example',
  '/\u0000/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '\n//evil.example',
  '/ /evil.example',
  '/\u00a0/evil.example',
  '/\u2028/evil.example',
  '/\u200b/evil.example',
  '\u0001//evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  '/javascript:alert(1)\n//',
  'data:text/html,x',
  'vbscript:x',
  'mailto:a@b.example',
  'evil.example',
  'evil.example/a',
  '@evil.example',
  '.evil.example',
  '?next=//evil.example',
  '#//evil.example',
  'https://cupboard.invalid',
  'http://cupboard.invalid/a',
  '//cupboard.invalid',
  'http://cupboard.invalid@evil.example',
  '/／evil.example',
  '／／evil.example',
  '/\u2215/evil.example',
  '/\u29f5evil.example',
  '/<script>',
  '/"onclick="x',
  '/a b',
  '/a\\b',
  '/a#b',
  '/\u202eevil',
  '/é',
  '',
  ' ',
  'null',
  '.',
  '..',
  './/evil.example',
]

describe('where to go back to after signing in', () => {
  test.each(ELSEWHERE.map((path) => [JSON.stringify(path), path]))('%s leads nowhere but home', (_, path) => {
    const back = localPath(path)
    // What a browser makes of it must stay on this site, whatever the text looks like.
    expect(new URL(back, 'https://cupboard.example').origin).toBe('https://cupboard.example')
    expect(back).toBe('/')
  })

  test.each([null, undefined])('%j leads home, or to the page that was asked for', (nothing) => {
    expect(localPath(nothing)).toBe('/')
    expect(localPath(nothing, '/account')).toBe('/account')
  })

  test.each([
    '/',
    '/account',
    '/case-studies/12-school-meals/edit',
    '/search?q=food+waste&region=North+East',
    '/search?q=%C5%B5',
    '/categories/e1.1-lm3',
    '/people/a~b',
    '/case-studies?category=D10&category=C2',
    '/@evil.example',
    '/evil.example//a',
  ])('%s is kept', (path) => {
    expect(localPath(path)).toBe(path)
  })

  test('there are at least sixty attempts in this list', () => {
    expect(ELSEWHERE.length).toBeGreaterThanOrEqual(60)
  })
})

test('the way to the sign-in page carries the way back, and nothing else', () => {
  expect(signInPath('/search?q=a&b=c#d')).toBe('/sign-in?back=%2Fsearch%3Fq%3Da%26b%3Dc%23d')
})
