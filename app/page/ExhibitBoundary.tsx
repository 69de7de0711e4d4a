import { Component, type ReactNode } from 'react'

interface BoundaryProps {
  /** Drawn in the place of what failed; `again` tries once more. */
  readonly sentence: (again: () => void) => ReactNode
  /** A change of this forgets the failure: new settings deserve a new try. */
  readonly resetKey: unknown
  readonly children: ReactNode
}

/** A view that throws loses its own picture, and nothing else. */
export class ExhibitBoundary extends Component<
  BoundaryProps,
  { readonly failed: boolean; readonly key: unknown }
> {
  override state = { failed: false, key: this.props.resetKey }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  static getDerivedStateFromProps(
    props: BoundaryProps,
    state: { failed: boolean; key: unknown },
  ): { failed: boolean; key: unknown } | null {
    return props.resetKey === state.key ? null : { failed: false, key: props.resetKey }
  }

  override render(): ReactNode {
    return this.state.failed
      ? this.props.sentence(() => this.setState({ failed: false }))
      : this.props.children
  }
}
