const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }
const CONTROL = /<input([^>]*)>|<textarea([^>]*)>([\s\S]*?)<\/textarea>|<select([^>]*)>([\s\S]*?)<\/select>/g

const FORM = /<form[^>]*method="POST"[^>]*>([\s\S]*?)<\/form>/g

/**
 * What a browser without scripts would send of the page's first form, or of the first that holds such a field: [name,
 * value] in the order of the page.
 */
export function fieldsOf(html, holding) {
  const forms = [...html.matchAll(FORM)].map(([, form]) => controlsOf(form))
  return forms.find((fields) => !holding || fields.some(([name]) => name === holding)) ?? []
}

function controlsOf(form) {
  return [...form.matchAll(CONTROL)].flatMap(([, input, textarea, text, select, options]) => {
    const attributes = attributesOf(input ?? textarea ?? select)
    if (attributes.name === undefined) return []
    if (textarea !== undefined) return [[attributes.name, unescaped(text).replace(/^\n/, '')]]
    if (select !== undefined) return [[attributes.name, chosen(options)]]
    const unticked = /^(checkbox|radio)$/.test(attributes.type) && attributes.checked === undefined
    return unticked ? [] : [[attributes.name, attributes.value ?? '']]
  })
}

/** The fields as multipart/form-data, with the headers that go with them. */
export function multipart(fields) {
  const boundary = '----cupboard-benchmark'
  const parts = fields.map(([name, value]) => {
    const text = value.replace(/\r\n?|\n/g, '\r\n')
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`
  })
  return {
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.from(`${parts.join('')}--${boundary}--\r\n`),
  }
}

export function withField(fields, name, change) {
  return fields.map(([known, value]) => (known === name ? [known, change(value)] : [known, value]))
}

function attributesOf(text) {
  return Object.fromEntries(
    [...text.matchAll(/([^\s="/]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [
      name,
      unescaped(value ?? ''),
    ]),
  )
}

function chosen(options) {
  const all = [...options.matchAll(/<option([^>]*)>/g)].map(([, text]) => attributesOf(text))
  return (all.find(({ selected }) => selected !== undefined) ?? all[0])?.value ?? ''
}

function unescaped(text) {
  return text.replace(/&([a-z]+|#x?\w+);/g, (whole, name) => ENTITIES[name] ?? whole)
}
