type FieldHeadProps = { id: string; label: string; hint?: string; error?: string; isRich: boolean }

/** Label, hint and error of the field. A label cannot point at an editor, so its click is passed on. */
export function FieldHead({ id, label, hint, error, isRich }: FieldHeadProps) {
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: with keys one goes to the editor itself */}
      <label
        id={`${id}-label`}
        htmlFor={id}
        onClick={isRich ? () => document.getElementById(id)?.focus() : undefined}
      >
        {label}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  )
}
