import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { dataFiles } from '../../app/dataFiles.ts'
import { loadData } from '../../app/loadData.ts'

const fileOf = (name: string) => new Uint8Array(readFileSync(`public/data/${name}`))
const packed = fileOf('digits8.bin')
const labels = fileOf('digits8_labels.bin')
const unpacked = new Uint8Array(gunzipSync(packed))

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

async function serverOf(answer: RequestListener): Promise<Readonly<Record<string, string>>> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const { port } = server.address() as AddressInfo
  return Object.fromEntries(dataFiles.map((name) => [name, `http://127.0.0.1:${port}/${name}`]))
}

/** A server of files by name. */
const filesOf =
  (files: Readonly<Record<string, Uint8Array>>): RequestListener =>
  (request, response) => {
    const file = files[request.url!.slice(1)]
    response.writeHead(file ? 200 : 404, { 'content-length': file?.length ?? 0 }).end(file)
  }

const quiet = () => {}

describe('the digit images', () => {
  it.each([
    ['as they are, packed', packed],
    ['unpacked by the server', unpacked],
  ])('come from a server %s', async (_, pixels) => {
    const sources = await serverOf(filesOf({ 'digits8.bin': pixels, 'digits8_labels.bin': labels }))
    const told: number[][] = []
    const digits = await loadData('digits8', sources, (done, total) => told.push([done, total]))
    expect(digits).toMatchObject({ count: 1797, width: 8, height: 8, maximum: 16 })
    expect(Buffer.compare(digits.pixels, unpacked)).toBe(0)
    expect(digits.labels).toEqual(labels)
    const all = pixels.length + labels.length
    expect(told.at(-1)).toEqual([all, all])
    expect(told.every(([done, total]) => done! <= total!)).toBe(true)
  })

  it('come from bytes in the page', async () => {
    const sources = { 'digits8.bin': packed.buffer, 'digits8_labels.bin': labels.buffer }
    const digits = await loadData('digits8', sources, quiet)
    expect(Buffer.compare(digits.pixels, unpacked)).toBe(0)
  })
})

describe('a download that fails', () => {
  const failure = async (sources: Readonly<Record<string, string | ArrayBuffer>>) =>
    await loadData('digits8', sources, quiet).then(
      () => 'loaded',
      (error: unknown) => error,
    )

  it('with a status says which file and status', async () => {
    const sources = await serverOf(filesOf({ 'digits8_labels.bin': labels }))
    expect(await failure(sources)).toMatchObject({
      code: 'dataUnavailable',
      values: { file: 'digits8.bin', status: 404 },
    })
  })

  it('without an answer says which file', async () => {
    const sources = await serverOf((request) => request.socket.destroy())
    expect(await failure(sources)).toMatchObject({ code: 'dataUnavailable' })
  })

  it('halfway is unavailable too', async () => {
    const sources = await serverOf((request, response) => {
      response.writeHead(200, { 'content-length': packed.length })
      response.write(packed.subarray(0, 1000), () => request.socket.destroy())
    })
    expect(await failure(sources)).toMatchObject({ code: 'dataUnavailable' })
  })

  it('because nobody named its source is unavailable', async () => {
    expect(await failure({})).toMatchObject({ code: 'dataUnavailable' })
  })

  it.each([
    ['a page instead of the data', new TextEncoder().encode('<!doctype html>')],
    ['half of the packed data', packed.slice(0, 20_000)],
    ['half of the pixels', unpacked.slice(0, 50_000)],
    ['nothing', new Uint8Array()],
  ])('for being %s is corrupt', async (_, pixels) => {
    expect(
      await failure({ 'digits8.bin': pixels.buffer, 'digits8_labels.bin': labels.buffer }),
    ).toMatchObject({ code: 'dataCorrupt', values: { file: 'digits8.bin' } })
  })
})
