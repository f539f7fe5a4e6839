/** Thrown for Markdown that the editor has no place for; the text is then edited as text. */
export class CannotHold extends Error {}
