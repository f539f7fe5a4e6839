import { Component, type ReactNode } from 'react'

type SafelyProps = { children: ReactNode; onBroken: () => void }

/** Falls back to the textarea, which holds the text, should the editor break. */
export class Safely extends Component<SafelyProps, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override componentDidCatch() {
    this.props.onBroken()
  }

  override render() {
    return this.state.isBroken ? null : this.props.children
  }
}
