import { notFound } from 'next/navigation'
import { requireViewer } from '@/lib/auth/session'
import type { PageKind } from '@/lib/platform/db'
import type { FormValues } from '@/lib/platform/form'
import { findVersion, type Version } from '@/lib/revisions/queries'
import { findNamed, type VersionProps } from './find-versions'

type Wanted<Content> = {
  kind: PageKind
  pathOf: (page: { id: number; slug: string }, number: number) => string
  formOf: (content: Content) => FormValues
}

/** The change of one version, and the form values that take it back. The first version cannot be undone. */
export async function findUndo<Content>(
  props: VersionProps,
  { kind, pathOf, formOf }: Wanted<Content>,
): Promise<{ newer: Version<Content>; older: Version<Content>; values: FormValues }> {
  const newer = await findNamed<Content>(kind, props)
  const older = newer && (await findVersion<Content>(kind, newer.pageId, newer.number - 1))
  if (!newer || !older) notFound()
  await requireViewer(pathOf({ id: newer.pageId, slug: newer.slug }, newer.number))
  const facts = { page: newer.pageId, base: newer.number, undoes: newer.number }
  const strings = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]))
  const note = `Undid version ${newer.number}: ${newer.note}`.slice(0, 200)
  return { newer, older, values: { ...formOf(older.content), ...strings, note } }
}
