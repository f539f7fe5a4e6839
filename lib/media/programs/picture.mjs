import sharp from 'sharp'

// Of the decoders only these four may run, whatever the bytes pretend to be.
const LOADERS = { png: 'Png', jpg: 'Jpeg', webp: 'Webp', gif: 'Nsgif' }
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: Object.values(LOADERS).map((name) => `VipsForeignLoad${name}Buffer`) })
sharp.cache(false)
sharp.concurrency(1)

const WRITERS = {
  png: (image) => image.png(),
  jpg: (image) => image.jpeg({ quality: 85, mozjpeg: true }),
  webp: (image) => image.webp({ quality: 85 }),
  gif: (image) => image.gif(),
}

/**
 * The picture made anew from its pixels: turned upright, not wider than `limits` allow, without place, camera or
 * anything hidden. A moving picture becomes its first frame: nothing on a page moves by itself.
 */
export async function pictureOf(bytes, ending, { imageMaxBytes, imageMaxPixels, imageMaxWidth }) {
  if (bytes.length > imageMaxBytes) return { refused: 'picture-too-large' }
  try {
    const image = sharp(bytes, { limitInputPixels: imageMaxPixels, failOn: 'error', sequentialRead: true })
    const upright = image
      .autoOrient()
      .resize({ width: imageMaxWidth, height: imageMaxWidth * 4, fit: 'inside', withoutEnlargement: true })
    const { data, info } = await WRITERS[ending](upright).toBuffer({ resolveWithObject: true })
    return { ending, bytes: data, width: info.width, height: info.height }
  } catch (error) {
    return { refused: /pixel limit/i.test(error.message) ? 'too-many-pixels' : 'broken' }
  }
}
