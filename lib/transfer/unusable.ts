import 'server-only'

/** Why a file cannot be imported, as a sentence for whoever tried. Thrown before anything of it is kept. */
export class Unusable extends Error {}
