import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import {
  newAddressToken,
  readAddressToken,
  replyAddress,
  tokenOfAddress,
  tokenQuotedIn,
  withoutAddresses,
  withoutSecrets,
} from './tokens.ts'

describe('an address token', () => {
  test('names its company, fits into an address and survives a change of case', () => {
    fc.assert(
      fc.property(fc.uuid(), (companyId) => {
        const token = newAddressToken(companyId)
        const address = replyAddress(token, 'reply.tasuki.example')
        // RFC 5321 4.5.3.1.1
        expect(address.indexOf('@')).toBeLessThanOrEqual(64)
        expect(readAddressToken(token)).toEqual({ companyId })
        expect(tokenOfAddress(address.toUpperCase(), 'reply.tasuki.example')).toBe(token)
        expect(tokenQuotedIn(`Reply-To: <${address}>`, 'reply.tasuki.example')).toBe(token)
      }),
    )
  })

  test('is not read from other addresses', () => {
    for (const address of ['reply+abc@reply.tasuki.example', 'x@reply.tasuki.example', ''])
      expect(tokenOfAddress(address, 'reply.tasuki.example')).toBeUndefined()
  })
})

test('what is kept of a mail holds neither links nor reply addresses that work', () => {
  const companyId = newId()
  const token = newAddressToken(companyId)
  const kept = withoutSecrets(`https://p.example/l/${companyId}.${'Ab-_'.repeat(10)}abc reply+${token}@r.example`)
  expect(kept).toBe(`https://p.example/l/${companyId}.… reply+…@r.example`)
})

test('what a mail server says is kept without addresses, however much it says', () => {
  expect(withoutAddresses('550 <naoko@person.example> is unknown here')).toBe('550 <…> is unknown here')
  const long = `550 ${'naoko@person.example '.repeat(50_000)}`
  expect(withoutAddresses(long)).not.toContain('naoko')
  expect(withoutAddresses(`550 ${'a'.repeat(2_000_000)}`)).toBe('550 ')
}, 20_000)
