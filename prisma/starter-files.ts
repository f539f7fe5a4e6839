import { readdir, readFile } from 'node:fs/promises'
import { parse } from 'yaml'

const FOLDER = new URL('./starter/', import.meta.url)

export type StarterFile = { facts: Record<string, unknown> & { code: string }; parts: Record<string, string> }
export type StarterOrganisation = {
  name: string
  otherNames: string[]
  type: string
  region: string
  webDomains: string[]
  unconfirmedDomains: string[]
  status: string
  dissolvedOn: string
  successor: string
  note: string
}
type Section = { letter: string; slug: string; name: string; key: string; note: string }
type Heading = {
  code: string
  parent: string
  name: string
  slug: string
  note: string
  alsoCalled: string[]
  cpv: string[]
}

export async function readYaml<Shape>(name: string): Promise<Shape> {
  return parse(await readFile(new URL(name, FOLDER), 'utf8')) as Shape
}

export function readHeadings(): Promise<{ sections: Section[]; categories: Heading[] }> {
  return readYaml('categories.yaml')
}

/** Files of facts (YAML between dashes) and parts (each under a `# heading`), in the order of their codes. */
export async function readStarterFiles(folder: string): Promise<StarterFile[]> {
  const names = (await readdir(new URL(`${folder}/`, FOLDER))).filter((name) => name.endsWith('.md'))
  const files = await Promise.all(
    names.map(async (name) =>
      readStarterFile(name, await readFile(new URL(`${folder}/${name}`, FOLDER), 'utf8')),
    ),
  )
  return files.sort((a, b) => a.facts.code.localeCompare(b.facts.code, 'en', { numeric: true }))
}

export function readStarterFile(name: string, text: string): StarterFile {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text)
  if (!match) throw new Error(`${name} must begin with facts between two lines of dashes.`)
  const parts: Record<string, string> = {}
  for (const part of `\n${match[2]}`.split(/\n# /).slice(1)) {
    const [heading = '', ...lines] = part.split('\n')
    parts[heading.trim()] = lines.join('\n').trim()
  }
  return { facts: parse(match[1] as string) as StarterFile['facts'], parts }
}
