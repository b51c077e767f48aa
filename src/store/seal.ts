import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { ParleyError } from '../domain/errors.ts'

/** Seals secrets that have to be kept, such as the tokens of a chat. */
export interface Sealer {
  /** `place` says where it is kept (tenant and row): sealed for one place it opens at no other. */
  seal(text: string, place: string): string
  /** Throws `notConfigured` when no key fits, or when it was changed or moved. Never hands through what is not sealed. */
  unseal(sealed: string, place: string): string
  /** False when it was sealed with the key before: then it is sealed anew. */
  isCurrent(sealed: string): boolean
}

const version = 's1'
const ivLength = 12
const tagLength = 16
const algorithm = 'aes-256-gcm'
export const secretKeyLengthMin = 32

interface Key {
  id: string
  bytes: Buffer
}

/**
 * AES-256-GCM with a fresh 96-bit nonce each time; the key comes from `secret` by HKDF-SHA-256. What is sealed says with which key, so
 * that `oldSecret` still opens what was sealed before the key was changed.
 */
export function openSealer(secret: string, oldSecret: string | null = null): Sealer {
  const current = keyFrom(secret)
  const keys = [current, ...(oldSecret ? [keyFrom(oldSecret)] : [])]

  return {
    seal: (text, place) => {
      const iv = randomBytes(ivLength)
      const cipher = createCipheriv(algorithm, current.bytes, iv)
      cipher.setAAD(boundTo(current.id, place))
      const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return [version, current.id, sealed.toString('base64url')].join('.')
    },
    unseal: (sealed, place) => {
      const [, keyId, body] = /^s1\.([\w-]{8})\.([\w-]{38,})$/.exec(sealed) ?? []
      const key = keys.find(({ id }) => id === keyId)
      if (!key || !body) throw cannotOpen('it was sealed with another key')
      const bytes = Buffer.from(body, 'base64url')
      // Another spelling of the same bytes is a change too.
      if (bytes.toString('base64url') !== body) throw cannotOpen('it was changed')
      const decipher = createDecipheriv(algorithm, key.bytes, bytes.subarray(0, ivLength), { authTagLength: tagLength })
      decipher.setAAD(boundTo(key.id, place))
      decipher.setAuthTag(bytes.subarray(bytes.length - tagLength))
      try {
        const text = decipher.update(bytes.subarray(ivLength, bytes.length - tagLength))
        return Buffer.concat([text, decipher.final()]).toString('utf8')
      } catch (cause) {
        throw cannotOpen('it was changed, or belongs elsewhere', cause)
      }
    },
    isCurrent: (sealed) => sealed.startsWith(`${version}.${current.id}.`),
  }
}

function keyFrom(secret: string): Key {
  if (secret.length < secretKeyLengthMin) throw new RangeError('the secret key is too short')
  const derive = (use: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, 'parley', `parley seal ${version} ${use}`, length))
  return { id: derive('name', 6).toString('base64url'), bytes: derive('key', 32) }
}

function boundTo(keyId: string, place: string): Buffer {
  return Buffer.from(`${version}|${keyId}|${place}`, 'utf8')
}

function cannotOpen(why: string, cause?: unknown): ParleyError {
  return new ParleyError('notConfigured', `A kept secret cannot be opened (${why}). Set PARLEY_SECRET_KEY as it was.`, {
    cause,
  })
}
