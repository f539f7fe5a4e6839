const PATHS = {
  heading: 'M4 3v14M15 3v14M4 10h11',
  subheading: 'M4 6v11M13 6v11M4 11h9M17 9v8',
  bold: 'M5 3h6a3.500 3.500 0 0 1 0 7H5zM5 10h7a3.500 3.500 0 0 1 0 7H5z',
  italic: 'M8 3h7M5 17h7M12 3L8 17',
  list: 'M7 5h11M7 10h11M7 15h11M2 5h2M2 10h2M2 15h2',
  steps: 'M8 5h10M8 10h10M8 15h10M3 3v4M2 13h3l-3 4h3',
  link: 'M8 12l4-4M9 5l2-2 6 6-3 3M11 15l-2 2-6-6 3-3',
  quote: 'M3 4v12M7 6h11M7 10h11M7 14h7',
  table: 'M2 3h16v14H2zM2 8h16M8 3v14',
  image: 'M2 3h16v14H2zM2 14l5-5 4 4 3-3 4 4M13 7h1',
  file: 'M5 2h7l4 4v12H5zM12 2v4h4M8 11h5M8 14h5',
  undo: 'M7 3L3 7l4 4M3 7h9a5 5 0 0 1 0 10H7',
  redo: 'M13 3l4 4-4 4M17 7H8a5 5 0 0 0 0 10h5',
  addRow: 'M2 3h16v6H2zM10 12v6M7 15h6',
  addColumn: 'M3 2h6v16H3zM15 7v6M12 10h6',
  removeRow: 'M2 3h16v6H2zM7 15h6',
  removeColumn: 'M3 2h6v16H3zM12 10h6',
  text: 'M3 4h14M10 4v13M7 17h6',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="ic" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
