import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

// The layout, import and size rules of the style guide. Each breach is printed as "file -> target".
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDERS = ['app', 'components', 'lib', 'prisma', 'scripts', 'tests']
const CODE = /\.(ts|tsx|mjs)$/
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b(?!\s*\()([^'"`;=(]*?)\bfrom\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g

/** Inside lib, a module imports only modules that stand before it; it reaches later ones by an event. */
const ORDER =
  'platform outbox users auth organisations taxonomy media legal tools revisions templates case-studies stories nomenclature people endorsements favourites pages review contact drafts word discussions search wanted following confirmations bulletins transfer api worker'.split(
    ' ',
  )
/** What components may take from lib at run time: names and words that reach nothing else. */
const PLAIN = ['limits', 'access', 'paths', 'vocabulary', 'label']

type Import = { from: string; target: string; typeOnly: boolean }
type Rule = { name: string; breached: (link: Import) => boolean }

const RULES: Rule[] = [
  {
    name: 'lib imports neither app nor components',
    breached: ({ from, target }) =>
      within('lib', from) && (within('app', target) || within('components', target)),
  },
  {
    name: 'components import no page',
    breached: ({ from, target }) => within('components', from) && within('app', target),
  },
  {
    name: 'components take only names and words from lib, and types',
    breached: ({ from, target, typeOnly }) =>
      within('components', from) && within('lib', target) && !typeOnly && !PLAIN.includes(stem(target)),
  },
  {
    name: 'components/ui knows neither lib nor other components',
    breached: ({ from, target }) =>
      within('components/ui', from) &&
      (within('lib', target) || (within('components', target) && !within('components/ui', target))),
  },
  {
    name: 'only lib/auth and lib/platform/cache.ts know Next.js',
    breached: ({ from, target }) =>
      within('lib', from) &&
      /^next($|\/)/.test(target) &&
      !within('lib/auth', from) &&
      from !== 'lib/platform/cache.ts',
  },
  {
    name: 'only lib/auth, and the address it answers at, know next-auth',
    breached: ({ from, target }) =>
      !within('lib/auth', from) && !within('app/api/auth', from) && /^next-auth($|\/)/.test(target),
  },
  {
    name: 'only lib/platform/db.ts imports the generated Prisma client',
    breached: ({ from, target }) => within('prisma/generated', target) && from !== 'lib/platform/db.ts',
  },
  {
    name: 'inside lib, imports point to the left',
    breached: ({ from, target }) =>
      within('lib', from) &&
      within('lib', target) &&
      ORDER.indexOf(moduleOf(target)) > ORDER.indexOf(moduleOf(from)),
  },
  {
    name: 'what components may take reaches nothing else at run time',
    breached: ({ from, target, typeOnly }) =>
      within('lib', from) &&
      PLAIN.includes(stem(from)) &&
      !typeOnly &&
      !(within('lib', target) && isPure(target)),
  },
]

const files = FOLDERS.flatMap(filesUnder)
const imports = files.flatMap(importsOf)

describe('the import rule', () => {
  test.each(RULES)('$name', ({ breached }) => {
    expect(imports.filter(breached).map(({ from, target }) => `${from} -> ${target}`)).toEqual([])
  })

  test('every folder of lib has its place in the order', () => {
    expect(
      [...new Set(files.filter((file) => within('lib', file)).map(moduleOf))].filter(
        (name) => !ORDER.includes(name),
      ),
    ).toEqual([])
  })

  test('only lib/platform/env.ts reads the environment', () => {
    const product = files.filter(
      (file) => /^(app|components|lib)\//.test(file) && file !== 'lib/platform/env.ts',
    )
    // The cache handler is loaded by Next.js by its path, outside everything else.
    const readers = product.filter((file) => /process\.env\b/.test(textOf(file)) && !file.endsWith('.mjs'))
    expect(readers.map((file) => `${file} -> process.env`)).toEqual([])
  })

  test('a file of lib stays on the server unless it reaches nothing', () => {
    const exposed = files.filter(
      (file) => within('lib', file) && file.endsWith('.ts') && !isServerOnly(file) && !isPure(file),
    )
    expect(exposed.map((file) => `${file} -> 'server-only' is missing`)).toEqual([])
  })

  test('no module is reached from itself', () => {
    expect(cycles()).toEqual([])
  })
})

describe('the size rule', () => {
  test('a file ends after 300 lines, a test after 400', () => {
    const long = files.map((file) => [file, textOf(file).split('\n').length - 1] as const)
    const most = (file: string) => (within('tests', file) ? 400 : 300)
    expect(
      long.filter(([file, lines]) => lines > most(file)).map(([file, lines]) => `${file} -> ${lines} lines`),
    ).toEqual([])
  })

  test('a function ends after 40 lines', () => {
    const product = files.filter((file) => /^(lib|app|components|prisma)\/.*\.ts$/.test(file))
    const long = product.flatMap(functionsOf).filter(({ lines }) => lines > 40)
    expect(long.map(({ file, name, lines }) => `${file} -> ${name}: ${lines} lines`)).toEqual([])
  })

  test('a file is named after what it does', () => {
    const vague = files.filter((file) =>
      /^(utils|helpers|misc|common|service|manager|data)$/.test(stem(file)),
    )
    expect(vague.map((file) => `${file} -> ${stem(file)}`)).toEqual([])
  })
})

function filesUnder(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return []
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (path === 'prisma/generated') return []
    if (entry.isDirectory()) return filesUnder(path)
    return CODE.test(entry.name) ? [path] : []
  })
}

function importsOf(file: string): Import[] {
  return [...textOf(file).matchAll(IMPORT)].map(([, clause = '', named, bare, dynamic]) => ({
    from: file,
    target: resolve(file, (named ?? bare ?? dynamic) as string),
    typeOnly: isTypeOnly(clause),
  }))
}

function isTypeOnly(clause: string): boolean {
  if (/^\s*type\b/.test(clause)) return true
  const names = /^\s*\{([^}]*)\}\s*$/
    .exec(clause)?.[1]
    ?.split(',')
    .filter((name) => name.trim())
  return names !== undefined && names.length > 0 && names.every((name) => /^\s*type\s/.test(name))
}

/** The file that a name stands for, from the root of the repository; a package stays as it is. */
function resolve(file: string, name: string): string {
  if (!/^(\.|@\/)/.test(name)) return name
  const path = name.startsWith('@/') ? name.slice(2) : normalize(join(dirname(file), name))
  const ends = ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx']
  const found = ends.find(
    (end) => existsSync(join(ROOT, path + end)) && statSync(join(ROOT, path + end)).isFile(),
  )
  return path + (found ?? '')
}

/** Pure: it imports at run time nothing but files of lib that are pure too. */
function isPure(file: string): boolean {
  return (
    !isServerOnly(file) &&
    importsOf(file).every(({ target, typeOnly }) => typeOnly || (within('lib', target) && isPure(target)))
  )
}

function isServerOnly(file: string): boolean {
  return textOf(file).startsWith("import 'server-only'\n")
}

function cycles(): string[] {
  const links = new Map<string, string[]>()
  for (const { from, target } of imports.filter(({ typeOnly }) => !typeOnly))
    if (/^(lib|components|app)\//.test(target)) links.set(from, [...(links.get(from) ?? []), target])
  const finished = new Set<string>()
  const visit = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' -> ')]
    if (finished.has(file)) return []
    const found = (links.get(file) ?? []).flatMap((target) => visit(target, [...path, file]))
    finished.add(file)
    return found
  }
  return files.flatMap((file) => visit(file, []))
}

/** Formatted code closes a function with a bracket at the indentation at which it opened. */
function functionsOf(file: string) {
  const lines = textOf(file).split('\n')
  return lines.flatMap((line, start) => {
    const [, indent, name] = /^(\s*)(?:export )?(?:default )?(?:async )?function\*? (\w+)/.exec(line) ?? []
    if (indent === undefined || !name) return []
    const end = lines.findIndex((other, index) => index > start && other === `${indent}}`)
    return [{ file, name, lines: end - start + 1 }]
  })
}

function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}

function within(folder: string, path: string): boolean {
  return path.startsWith(`${folder}/`)
}

function moduleOf(path: string): string {
  return path.split('/')[1] ?? ''
}

function stem(path: string): string {
  return (path.split('/').pop() ?? '').replace(CODE, '').replace(/\.test$/, '')
}
