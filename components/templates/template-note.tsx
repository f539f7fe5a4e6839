import type { AskedTemplate } from '@/lib/templates/asked'
import { Button } from '../ui/button'
import { Note } from '../ui/note'

type Props = { asked: AskedTemplate; current: AskedTemplate }

/** Which version of the template the form is, and the way to the newest. */
export function TemplateNote({ asked, current }: Props) {
  const known = new Set(asked.fields.map(({ key }) => key))
  const more = current.fields.filter(({ key, kept }) => !kept && !known.has(key)).map(({ label }) => label)
  return (
    <>
      <input type="hidden" name="template" value={String(asked.version)} />
      {asked.version < current.version ? (
        <Note
          kind="info"
          title={`Written on template v${asked.version}; the current one is v${current.version}`}
          id="template-note"
        >
          <p>
            You can save it as it is. An upgrade keeps everything
            {more.length > 0 ? ` and adds: ${more.join(', ')}.` : '.'}
          </p>
          <p className="mt-4">
            <Button kind="second" small name="intent" value={`template:${current.version}`} formNoValidate>
              Upgrade to template v{current.version}
            </Button>
          </p>
        </Note>
      ) : null}
    </>
  )
}
