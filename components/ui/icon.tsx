import { classNames } from './class-names'

const paths = {
  plus: 'M10 3v14M3 10h14',
  minus: 'M3 10h14',
  search: 'M9 3a6 6 0 1 0 0 12A6 6 0 0 0 9 3zM13.5 13.5L18 18',
  bell: 'M4 15V9a6 6 0 0 1 12 0v6M2 15h16M8 18h4',
  star: 'M10 2l2.4 5.3 5.6.7-4.2 3.9 1.2 5.7-5-2.9-5 2.9 1.2-5.7L2 8l5.6-.7z',
  'star-filled': 'M10 2l2.4 5.3 5.6.7-4.2 3.9 1.2 5.7-5-2.9-5 2.9 1.2-5.7L2 8l5.6-.7z',
  share: 'M10 12V2M6 6l4-4 4 4M4 9v9h12V9',
  download: 'M10 2v10M6 8l4 4 4-4M4 13v5h12v-5',
  page: 'M4 2h8l4 4v12H4zM12 2v4h4',
  news: 'M3 4h14v13H3zM6 8h8M6 11h8M6 14h5',
  heading: 'M4 3v14M15 3v14M4 10h11',
  bold: 'M5 3h6a3.5 3.5 0 0 1 0 7H5zM5 10h7a3.5 3.5 0 0 1 0 7H5z',
  italic: 'M8 3h7M5 17h7M12 3L8 17',
  list: 'M7 5h11M7 10h11M7 15h11M2 5h2M2 10h2M2 15h2',
  steps: 'M8 5h10M8 10h10M8 15h10M3 3v4M2 13h3l-3 4h3',
  link: 'M8 12l4-4M9 5l2-2 6 6-3 3M11 15l-2 2-6-6 3-3',
  quote: 'M3 4v12M7 6h11M7 10h11M7 14h7',
  table: 'M2 3h16v14H2zM2 8h16M8 3v14',
  image: 'M2 3h16v14H2zM2 14l5-5 4 4 3-3 4 4',
  file: 'M6 8v6a4 4 0 0 0 8 0V6a3 3 0 0 0-6 0v8a1 1 0 0 0 3 0V8',
  tick: 'M3 10.5l4.5 5L17 4.5',
  cross: 'M4 4l12 12M16 4L4 16',
  arrow: 'M2 10h14M11 5l5 5-5 5',
  back: 'M18 10H4M9 5l-5 5 5 5',
  up: 'M10 18V4M5 9l5-5 5 5',
  down: 'M10 2v14M5 11l5 5 5-5',
  moved: 'M10 2v16M6 6l4-4 4 4M6 14l4 4 4-4',
  edit: 'M3 17l1-4L14 3l3 3L7 16zM12 5l3 3',
  bin: 'M3 5h14M8 5V2h4v3M5 5l1 13h8l1-13M8.5 8.5v6M11.5 8.5v6',
  person: 'M10 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM3 18v-3l3-3h8l3 3v3',
  people:
    'M7 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM1.5 17v-2l2-2.5h7l2 2.5v2M13 4.5a3 3 0 0 1 0 5M15 12.5h1.5l2 2.5v2',
  lock: 'M4 9h12v9H4zM6.5 9V6a3.5 3.5 0 0 1 7 0v3',
  clock: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM10 5.5V10l3 2.5',
  calendar: 'M3 4h14v14H3zM3 8.5h14M7 2v4M13 2v4',
  mail: 'M2 4h16v12H2zM2 5l8 6 8-6',
  comment: 'M2 3h16v11h-8l-4 4v-4H2z',
  undo: 'M4 8h9a4 4 0 0 1 0 8H7M8 4L4 8l4 4',
  history: 'M3.5 6.5A7.5 7.5 0 1 1 2.5 10M3 2v5h5M10 6v4.5l3 2',
  flag: 'M4 18V3h11l-2.5 4L15 11H4',
  info: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM10 9v5M10 5.5v2',
  warning: 'M10 2.5L18.5 17.5H1.5zM10 8v4.5M10 14v1.5',
  eye: 'M1.5 10L6 5.5h8l4.5 4.5-4.5 4.5H6zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  filter: 'M2 4h16M5 10h10M8 16h4',
  print: 'M5 7V2h10v5M5 15H2V7h16v8h-3M5 12h10v6H5z',
} as const

export type IconName = keyof typeof paths

export type IconProps = { name: IconName; className?: string }

/** A 20 px line icon. It never stands without its word. */
export function Icon({ name, className }: IconProps) {
  return (
    <svg
      className={classNames('ic', name === 'star-filled' && 'filled', className)}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
