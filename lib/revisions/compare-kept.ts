import 'server-only'
import { cached } from '@/lib/platform/cache'
import { tags } from '@/lib/platform/tags'
import type { ComparedField, Comparison } from './compare'
import { compareApart } from './compare-apart'

class TooMuch extends Error {}

type Compared = { pageId: number; from: number; to: number }

/**
 * What changed between two versions of a page, worked out once. `fields` gives what differs; null when there is too
 * much to compare at the moment.
 */
export async function keptComparison(
  { pageId, from, to }: Compared,
  fields: () => Promise<ComparedField[]>,
): Promise<Comparison | null> {
  const compare = async () => {
    const comparison = await compareApart(await fields())
    // Thrown, so that it is not kept: the next reader may have better luck.
    if (!comparison) throw new TooMuch()
    return comparison
  }
  try {
    return await cached(
      ['comparison', pageId, from, to],
      [tags.page(pageId), tags.taxonomy, tags.template],
      compare,
    )
  } catch (error) {
    if (error instanceof TooMuch) return null
    throw error
  }
}
