import { classNames } from './class-names'
import { type Section, sectionClass } from './section'

const paths: Record<Section, string> = {
  steps: 'M4 21L8.5 4h7L20 21M6.5 4h11M7 10h10M5.5 15.5h13M1 21h22',
  internal: 'M3 9h9v12H3zM12 12h3v6h-3M15 9h6v12h-6M1 21h22M6 3v3M9 3v3',
  external:
    'M2 13h20v8H2zM2 17h20M4.5 13V8l1-1.5V3h2v3.5l1 1.5v5M10 13V8l1-1.5V3h2v3.5l1 1.5v5M15.5 13V8l1-1.5V3h2v3.5l1 1.5v5',
  contracts: 'M6 2h12v4H6zM4 21V8l2-2h12l2 2v13zM8 14l3 3 5-6',
  impact: 'M2 4h16v17H5V7zM18 8h4v8h-4M5 11h4M5 14h6M5 17h4',
  docs: 'M3 12h18v9H3zM5 12V8h14v4M7 8V4h5v4M9 16h6',
}

export type SectionIconProps = { section: Section; size?: 'large' | 'small'; plain?: boolean }

/** The kitchen thing of a section: step stool, two cups, bottle crate, sealed jar, measuring jug, recipe box. */
export function SectionIcon({ section, size = 'large', plain }: SectionIconProps) {
  return (
    <svg
      className={classNames('ic', size === 'large' ? 'large' : 'medium', !plain && sectionClass[section])}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[section]} />
    </svg>
  )
}
