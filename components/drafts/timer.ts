/** One delayed call at a time. */
export class Timer {
  private handle: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly run: () => void) {}

  get isSet(): boolean {
    return this.handle !== undefined
  }

  set(milliseconds: number) {
    clearTimeout(this.handle)
    this.handle = setTimeout(() => {
      this.handle = undefined
      this.run()
    }, milliseconds)
  }

  clear() {
    clearTimeout(this.handle)
    this.handle = undefined
  }
}
