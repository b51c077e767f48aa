import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

/** A socket as Slack opens it to a program (RFC 6455, text frames only): says hello, sends envelopes, hears what is acknowledged. */
export async function startSlackSocket() {
  const acknowledged: { envelope_id: string; payload?: unknown }[] = []
  const open = new Set<Duplex>()
  const server = createServer()
  server.on('upgrade', (request, socket) => {
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64')
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    )
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => open.delete(socket))
    let waiting = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => {
      waiting = Buffer.concat([waiting, chunk])
      for (let frame = takeFrame(waiting); frame; frame = takeFrame(waiting)) {
        waiting = waiting.subarray(frame.length)
        if (frame.kind === 1) acknowledged.push(JSON.parse(frame.text))
        if (frame.kind === 8) socket.end()
      }
    })
    write(socket, { type: 'hello', num_connections: 1, connection_info: { app_id: 'A0PARLEY' } })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    acknowledged,
    /** How many programs hold it. */
    count: () => open.size,
    send: (envelopeId: string, payload: unknown): void => {
      for (const socket of open)
        write(socket, { type: 'events_api', envelope_id: envelopeId, payload, accepts_response_payload: false })
    },
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of open) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

function write(socket: Duplex, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value))
  const head =
    body.length < 126 ? Buffer.from([0x81, body.length]) : Buffer.from([0x81, 126, body.length >> 8, body.length & 255])
  socket.write(Buffer.concat([head, body]))
}

/** The first whole frame; what a client sends is masked. */
function takeFrame(bytes: Buffer): { kind: number; text: string; length: number } | null {
  if (bytes.length < 6) return null
  const short = bytes[1]! & 127
  const [at, size] = short < 126 ? [2, short] : [4, bytes.length < 4 ? Number.MAX_SAFE_INTEGER : bytes.readUInt16BE(2)]
  const length = at + 4 + size
  if (bytes.length < length) return null
  const mask = bytes.subarray(at, at + 4)
  const body = Buffer.from(bytes.subarray(at + 4, length)).map((byte, index) => byte ^ mask[index % 4]!)
  return { kind: bytes[0]! & 15, text: Buffer.from(body).toString('utf8'), length }
}
