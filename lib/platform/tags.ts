/** The names under which cached pages are kept and dropped. */
export const tags = {
  page: (id: number) => `page:${id}`,
  organisation: (id: number) => `organisation:${id}`,
  category: (code: string) => `category:${code}`,
  /** Home, the list of everything, recent changes: whatever shows the newest or counts all. */
  everything: 'everything',
  stories: 'stories',
  taxonomy: 'taxonomy',
  organisations: 'organisations',
  /** What listed people say about themselves. */
  people: 'people',
  /** The law register and every label that it decides. */
  law: 'law',
  /** The case study template. */
  template: 'template',
  /** Proposals to change the hierarchy, and what became of them. */
  nomenclature: 'nomenclature',
  /** What people look for. */
  wanted: 'wanted',
}
