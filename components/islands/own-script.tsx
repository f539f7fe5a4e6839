// Small scripts of our own, the only ones on a plain document. The bundler gives each a name that changes with what it
// says, so browsers may keep it for good.
const FILES = {
  me: new URL('./me.js', import.meta.url),
  search: new URL('./search.js', import.meta.url),
  opened: new URL('./opened.js', import.meta.url),
  filter: new URL('./filter.js', import.meta.url),
}

/** One of the scripts of this folder. Whatever it adds, the page works without it. */
export function OwnScript({ name }: { name: keyof typeof FILES }) {
  return <script src={FILES[name].pathname} defer data-keep="" />
}
