/** Pieces of text that have no place in the form yet. */
export function TrayList({ pieces }: { pieces: string[] }) {
  if (pieces.length === 0) return null
  return (
    <section className="panel" aria-labelledby="tray">
      <h2 id="tray">Without a place yet</h2>
      <p>
        Copy what you need from here into the form. These pieces stay with the draft until you publish it.
      </p>
      <ul>
        {pieces.map((piece) => (
          <li key={piece} className="pre-line">
            {piece}
          </li>
        ))}
      </ul>
    </section>
  )
}
