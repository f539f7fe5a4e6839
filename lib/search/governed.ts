import 'server-only'

/** The value of the facet `governed` of a case that a law in force today governed: "PA2023.above". */
export function governedValue(law: string, band: string): string {
  return `${law}.${band}`
}
