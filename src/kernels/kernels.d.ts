/** What tools/wasmPlugin.ts compiles. */
declare module '*?kernels' {
  export const bytes: Uint8Array
}
