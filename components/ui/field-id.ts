/** The id of a form field: its name, with everything a link fragment or selector would stumble over as dashes. */
export function fieldId(name: string) {
  return name.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/-+$/, '')
}

/** The ids a control is described by, or nothing at all. */
export function describedBy(id: string, hint: unknown, error: unknown) {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}
