import { AUDIENCES, type Audience, audiencePath } from './routes'

/** The routes of the other audiences, and the ways in that are for everyone. */
export function OtherRoutes({ audience }: { audience: Audience }) {
  const others = (Object.keys(AUDIENCES) as Audience[]).filter((key) => key !== audience)
  return (
    <ul className="res plain ui">
      {others.map((key) => (
        <li key={key}>
          <div>
            <a href={audiencePath(key)}>{AUDIENCES[key].title}</a>
            <span className="meta">{AUDIENCES[key].forWhom}</span>
          </div>
        </li>
      ))}
      <li>
        <div>
          <a href="/people">Find someone who has done it</a>
          <span className="meta">People who chose to be found</span>
        </div>
      </li>
      <li>
        <div>
          <a href="/value-for-money">Value for money</a>
          <span className="meta">An answer to “the cheapest bid has to win”</span>
        </div>
      </li>
    </ul>
  )
}
