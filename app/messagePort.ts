import type { Port } from '../src/worker/port.ts'

interface Endpoint {
  postMessage(message: unknown, transfer: Transferable[]): void
  addEventListener(type: string, listener: (event: MessageEvent) => void): void
  start?(): void
  close?(): void
}

/** A MessagePort, a worker, or the inside of a worker, as the Port that host and client talk through. */
export function portOf(endpoint: Endpoint): Port {
  return {
    post: (message, transfer) => endpoint.postMessage(message, transfer),
    listen(onMessage, onUnreadable) {
      endpoint.addEventListener('message', (event) => onMessage(event.data))
      endpoint.addEventListener('messageerror', onUnreadable)
      endpoint.start?.()
    },
    close: () => endpoint.close?.(),
  }
}
