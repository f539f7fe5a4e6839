import type { AreaCount } from '@/lib/wanted/areas'
import { wantedListPath } from '@/lib/wanted/paths'

type Props = { areas: AreaCount[]; current: string }

/** How many requests nobody has answered, by area; each leads to those of the area. */
export function AreaTable({ areas, current }: Props) {
  if (areas.length === 0) return <p className="small">No request names an area yet.</p>
  return (
    <table className="areacounts num">
      <caption className="vh">Unanswered requests by area</caption>
      <thead>
        <tr>
          <th scope="col">Area</th>
          <th scope="col" className="r">
            Requests
          </th>
        </tr>
      </thead>
      <tbody>
        {areas.map(({ code, name, count }) => (
          <tr key={code}>
            <th scope="row">
              <a
                href={wantedListPath({ category: code })}
                aria-current={code === current ? 'true' : undefined}
              >
                {name}
              </a>
            </th>
            <td className="r">{count.toLocaleString('en-GB')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
