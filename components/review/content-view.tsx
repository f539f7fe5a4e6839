import type { DescribedField } from '@/lib/review/describe'

type Props = { fields: DescribedField[]; html: Record<string, string> }

/** Everything that a contribution says, as readers would see its prose. */
export function ContentView({ fields, html }: Props) {
  return (
    <div className="stack">
      {fields.map((field) => (
        <section key={field.name} className="prose">
          <h3>{field.label}</h3>
          <FieldBody field={field} html={html[field.name]} />
        </section>
      ))}
    </div>
  )
}

function FieldBody({ field, html }: { field: DescribedField; html?: string }) {
  // Made by lib/revisions/render.ts, which sanitises last and lets nothing touch it afterwards.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised HTML of our own renderer
  if (html) return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
  return (
    <>
      {field.paragraphs.map((text, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other identity and never move
        <p key={position} className="whitespace-pre-line">
          {text}
        </p>
      ))}
      {field.rows.map((cells, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity and never move
        <dl key={position} className="sumlist ui">
          {cells.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="whitespace-pre-line">{text}</dd>
            </div>
          ))}
        </dl>
      ))}
    </>
  )
}
