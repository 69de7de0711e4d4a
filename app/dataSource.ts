/**
 * Where a file of public/data is: its absolute address, since a worker made from a blob resolves no relative one, or
 * in the single file its bytes, which that file carries.
 */
export function dataSource(name: string): string | ArrayBuffer {
  const inlined = document.getElementById(`data-${name}`)?.textContent
  return inlined ? bytesOf(inlined) : new URL(`data/${name}`, document.baseURI).href
}

function bytesOf(base64: string): ArrayBuffer {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes.buffer
}
