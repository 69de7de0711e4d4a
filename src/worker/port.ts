/** One end of a channel: a worker, the inside of a worker, or a MessagePort. */
export interface Port {
  readonly post: (message: unknown, transfer: ArrayBuffer[]) => void
  /** Called once; messages that came before it are delivered to it. `onUnreadable`: a message was lost. */
  readonly listen: (onMessage: (message: unknown) => void, onUnreadable: () => void) => void
  readonly close: () => void
}
