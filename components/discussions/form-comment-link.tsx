import { formCommentsPath } from '@/lib/discussions/paths'

/** Beside a part of the form. It opens a tab of its own, so that nothing typed is left behind. */
export function FormCommentLink({ field, part }: { field: string; part: string }) {
  return (
    <a className="form-comment" href={formCommentsPath(field)} target="_blank" rel="noopener">
      Comment on this part<span className="vh"> of the form, {part} (opens in a new tab)</span>
    </a>
  )
}
