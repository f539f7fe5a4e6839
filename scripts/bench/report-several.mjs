import { median } from './measure.mjs'
import { pagesMb } from './memory.mjs'
import { figure, line } from './report.mjs'

/** What several processes on one database do together, and how long savers wait for them. */
export function severalTable(results) {
  const found = results.flatMap(({ several }) => several ?? [])
  if (found.length === 0) return ''
  const columns = ['req/s', 'web CPU', 'share', 'save 50', 'save 95', 'wait 50', 'wait 95', 'longest']
  return [
    line('processes on one database', columns),
    ...found.map(({ label, pairs, saves, waits }) => {
      const of = (read) => (pairs ? figure(median(pairs.map(read))) : '-')
      return line(label, [
        of(({ ours }) => ours.perSecond),
        of(({ ours }) => ours.web),
        of(({ ours, bare }) => ours.perSecond / bare.perSecond),
        saves ? figure(saves.p50) : '-',
        saves ? figure(saves.p95) : '-',
        ...[0.5, 0.95, 1].map((share) => figure(waitAt(waits, share))),
      ])
    }),
    'Case studies from memory at 16 connections in all; saves by API through each in turn, each read at once from all;',
    'wait: milliseconds between the commit of a publication and its acknowledgement, of 200 by themselves.',
  ].join('\n')
}

/** Of waits in order: the one that so many of them do not exceed. */
export function waitAt(waits, share) {
  return waits[Math.min(waits.length - 1, Math.floor(waits.length * share))]
}

/** What the processes of a site held before and after many pages were read. */
export function memoryTable(results) {
  const found = results.flatMap(({ memory, size }) => (memory ? [{ ...memory, size }] : []))
  return found
    .map(({ pages, before, after }) =>
      [
        `memory after reading ${pages.toLocaleString('en-GB')} different pages, of which ${pagesMb} MB may be kept`,
        ...[
          ['page server', 'pageServer'],
          ['Next server', 'next'],
        ].map(
          ([name, key]) =>
            `${name.padEnd(15)}${before[key].toFixed(0)} MB before, ${after[key].toFixed(0)} MB after`,
        ),
      ].join('\n'),
    )
    .join('\n')
}
