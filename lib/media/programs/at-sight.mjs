// Major and compatible brands of HEIF and AVIF, which phones write.
const HEIF = /heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis/

/** Kinds that no decoder of ours may touch, told by their first bytes. */
export function refusedAtSight(bytes) {
  const start = bytes.subarray(0, 4096).toString('latin1')
  if (/^(?:MZ|\u007fELF|#!|\u00ca\u00fe\u00ba\u00be|[\u00ce\u00cf]\u00fa\u00ed\u00fe)/.test(start))
    return 'program'
  if (start.startsWith('ftyp', 4) && HEIF.test(start.slice(8, 128))) return 'heic'
  const words = start
    .replaceAll('\0', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*/, '')
  if (!words.startsWith('<')) return null
  if (/<svg[\s/>]/i.test(words)) return 'svg'
  if (/<(?:!doctype\s+html|html|head|body|script|iframe|meta|title|a|img|div|p)[\s>/]/i.test(words))
    return 'html'
  return null
}
