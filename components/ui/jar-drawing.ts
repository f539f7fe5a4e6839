const widths = [9, 8, 8, 8, 9, 11, 10, 9]
const heights = [20, 11, 22, 14, 18, 15, 24, 12]
const gap = 3
const shelf = 34

/** Draws jars side by side on a shelf line at y 34; when there are more than `most`, three dots stand for the rest. */
export function drawJars(count: number, most: number, seed: number) {
  const shown = Math.min(Math.max(0, Math.floor(count)), most)
  let x = 0
  let path = ''

  for (let jar = 0; jar < shown; jar++) {
    const width = widths[(jar + seed) % widths.length] ?? 9
    const top = shelf - (heights[(jar + seed) % heights.length] ?? 16)
    path += `M${x} ${shelf}V${top}h${width}V${shelf}zM${x + 1} ${top - 4}h${width - 2}v2.5h-${width - 2}z`
    x += width + gap
  }
  if (count > shown) {
    for (let dot = 0; dot < 3; dot++, x += 6) path += `M${x} ${shelf - 4}h3v3h-3z`
  }
  return { path, width: Math.max(1, x - gap) }
}
