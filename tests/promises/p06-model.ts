import { slugOf } from '@/lib/platform/slug'

export type Page = {
  id: number
  kind: 'case_study' | 'story'
  state: 'live' | 'withdrawn' | 'merged'
  into: number | null
  versions: { title: string; names: number[] }[]
}

/** The Cupboard in memory, as plainly as it can be told. */
export class Model {
  pages = new Map<number, Page>()
  /** "person page", as they were chosen. */
  favourites = new Set<string>()
  watches = new Set<string>()

  create(id: number, kind: Page['kind'], version: Page['versions'][number]) {
    this.pages.set(id, { id, kind, state: 'live', into: null, versions: [version] })
  }

  save(page: Page, version: Page['versions'][number]) {
    page.versions.push(version)
  }

  ids(kind: Page['kind']): number[] {
    return [...this.pages.values()].filter((page) => page.kind === kind).map(({ id }) => id)
  }

  /** Pages in this state, or null where there are none. */
  inState(state: Page['state']): Page[] | null {
    const found = [...this.pages.values()].filter((page) => page.state === state)
    return found.length > 0 ? found : null
  }

  endOf(id: number): number {
    const into = this.pages.get(id)?.into
    return into ? this.endOf(into) : id
  }

  leadingTo(id: number): number[] {
    const direct = [...this.pages.values()].filter(({ into }) => into === id)
    return [id, ...direct.flatMap((page) => this.leadingTo(page.id))]
  }

  standing() {
    const pages = [...this.pages.values()].sort((a, b) => a.id - b.id)
    const live = pages.filter(({ state }) => state === 'live')
    return {
      pages: pages.map(({ id, state, into, versions }) => {
        return [id, slugOf(versions.at(-1)?.title ?? ''), state, into ? this.endOf(into) : null]
      }),
      versions: pages.flatMap(({ id, versions }) => versions.map(({ title }, at) => [id, at + 1, title])),
      shown: live.map(({ id, versions }) => [id, versions.at(-1)?.title]),
      links: live.flatMap((story) => this.linksOf(story).map((id) => [story.id, id])),
    }
  }

  private linksOf({ kind, versions }: Page): number[] {
    if (kind !== 'story') return []
    const ends = (versions.at(-1)?.names ?? []).map((id) => this.endOf(id))
    return [...new Set(ends)].filter((id) => this.pages.get(id)?.state === 'live').sort((a, b) => a - b)
  }

  following(person: string) {
    return {
      favourites: [...new Set(this.pagesIn(this.favourites, person))].sort((a, b) => a - b),
      watches: [...new Set(this.pagesIn(this.watches, person).map((id) => `page:${id}`))].sort(),
    }
  }

  private pagesIn(chosen: Set<string>, person: string): number[] {
    return [...chosen]
      .map((entry) => entry.split(' '))
      .filter(([who]) => who === person)
      .map(([, id]) => this.endOf(Number(id)))
  }
}
