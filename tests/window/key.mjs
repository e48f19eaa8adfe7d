// The key of the record, read from its key file with the recovery key, by what the vault's documentation says of that
// file: a second reader, which shares no line with the first. Only with the key in hand can one look for copies of it.

import assert from 'node:assert/strict'
import { createDecipheriv, hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** Crockford's digits of base32. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Bytes of the recovery key; what is written after them is a checksum. */
const RECOVERY = 20
/** The version of the slots. */
const VERSION = Buffer.from([1, 0, 0, 0])

/** The 32 bytes that the database is encrypted with. Fails where the recovery key is not this file's. */
export function dataKey(file, recoveryKey) {
  const { vault, slots, key_check } = JSON.parse(readFileSync(file, 'utf8'))
  const hex = (text) => Buffer.from(text, 'hex')
  const salt = hex(slots.recovery.salt)
  const wrapping = derived(decoded(recoveryKey), salt, 'handrail-key recovery')
  const bound = Buffer.concat([Buffer.from('handrail-key'), VERSION, hex(vault), Buffer.from('recovery'), salt])
  const key = opened(wrapping, hex(slots.recovery.nonce), bound, hex(slots.recovery.wrapped))
  assert.equal(derived(key, hex(vault), 'handrail-key check').toString('hex'), key_check)
  return key
}

function decoded(recoveryKey) {
  const bits = [...recoveryKey].map((digit) => DIGITS.indexOf(digit).toString(2).padStart(5, '0')).join('')
  return Buffer.from(Array.from({ length: RECOVERY }, (_, at) => parseInt(bits.slice(at * 8, at * 8 + 8), 2)))
}

function derived(secret, salt, purpose) {
  return Buffer.from(hkdfSync('sha256', secret, salt, purpose, 32))
}

/** XChaCha20-Poly1305: ChaCha20-Poly1305 under a key made from the first part of the long nonce. */
function opened(key, nonce, bound, wrapped) {
  const short = Buffer.concat([Buffer.alloc(4), nonce.subarray(16)])
  const cipher = createDecipheriv('chacha20-poly1305', hchacha20(key, nonce.subarray(0, 16)), short, { authTagLength: 16 })
  cipher.setAAD(bound, { plaintextLength: 32 })
  cipher.setAuthTag(wrapped.subarray(32))
  return Buffer.concat([cipher.update(wrapped.subarray(0, 32)), cipher.final()])
}

/** HChaCha20 (draft-irtf-cfrg-xchacha): ChaCha's rounds, without adding what they began with. */
function hchacha20(key, nonce) {
  const words = (bytes) => Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(at * 4))
  const state = Uint32Array.from([...words(Buffer.from('expand 32-byte k')), ...words(key), ...words(nonce)])
  const turn = (to, by, bits) => {
    const mixed = state[to] ^ state[by]
    state[to] = (mixed << bits) | (mixed >>> (32 - bits))
  }
  const quarter = (a, b, c, d) => {
    for (const [first, second] of [[16, 12], [8, 7]]) {
      state[a] += state[b]
      turn(d, a, first)
      state[c] += state[d]
      turn(b, c, second)
    }
  }
  for (let round = 0; round < 10; round += 1) {
    for (const at of [0, 1, 2, 3]) quarter(at, 4 + at, 8 + at, 12 + at)
    for (const at of [0, 1, 2, 3]) quarter(at, 4 + ((at + 1) % 4), 8 + ((at + 2) % 4), 12 + ((at + 3) % 4))
  }
  const made = Buffer.alloc(32)
  for (const [place, at] of [0, 1, 2, 3, 12, 13, 14, 15].entries()) made.writeUInt32LE(state[at], place * 4)
  return made
}
