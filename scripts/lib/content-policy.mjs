// What a page may load and run: our own files and nothing else, from nowhere else.
const policyWith = (scripts) =>
  `default-src 'self'; script-src ${scripts}; img-src 'self' data:; object-src 'none'; ` +
  "base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

/** For pages that the framework takes over in the browser: it writes the page's data into the page as scripts. */
export const frameworkPolicy = policyWith("'self' 'unsafe-inline'")

/** For plain documents (plain-document.mjs): no script stands in the page, whoever wrote it there. */
export const plainPolicy = policyWith("'self'")
