import { getDocumentProxy } from 'unpdf'

/** The text of a PDF by page; answers why not where it cannot be read. */
export async function pdfText(bytes, pages) {
  let pdf
  try {
    pdf = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 })
  } catch (error) {
    return error?.name === 'PasswordException' ? 'password' : 'broken'
  }
  for (let number = 1; number <= pdf.numPages && !pages.isCut; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const text = items.map((item) => (item.str ?? '') + (item.hasEOL ? '\n' : '')).join('')
    pages.add(`page ${number}`, text)
    page.cleanup()
  }
  return null
}
