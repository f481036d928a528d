import { Component, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
}

/** A part of the page that may fail by itself, as when it cannot be loaded without a network. The rest stays. */
export class Boundary extends Component<Props, { readonly failed: string | null }> {
  override state: { readonly failed: string | null } = { failed: null };

  static getDerivedStateFromError(error: unknown): { failed: string } {
    return { failed: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    if (this.state.failed === null) return this.props.children;
    return (
      <p className="wb-empty" role="alert">
        This part could not be shown: {this.state.failed} Check the connection and reload the page; nothing that you did
        is lost.
      </p>
    );
  }
}
