import type { Template } from '@/lib/templates/queries'
import { dayOf } from '../dates'

type Version = Template & { /** In words, about the version before. */ changes: string[] }

/** Every published version of the template, the newest first, with what it changed. */
export function VersionList({ versions }: { versions: Version[] }) {
  return (
    <ol className="versionrows">
      {versions.map(({ version, note, by, createdAt, changes, fields }) => (
        <li key={version} className="versionrow" id={`version-${version}`}>
          <div>
            <h3>Template v{version}</h3>
            <p>
              {by ? `${by}, ${dayOf(createdAt)}. ` : ''}
              {count(fields.filter(({ retired }) => !retired).length)} beside the built-in parts.
            </p>
            <p>“{note}”</p>
            {changes.length > 0 ? (
              <ul className="template-changes">
                {changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  )
}

function count(fields: number): string {
  if (fields === 0) return 'No fields'
  return fields === 1 ? '1 field' : `${fields} fields`
}
