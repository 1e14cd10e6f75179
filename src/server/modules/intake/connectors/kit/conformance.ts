import { expect, it } from 'vitest'
import type { Connector, Headers } from './index.ts'

export type Sample = { raw: Uint8Array; headers: Headers; secret: string }

/** What every connector must hold to, whatever its system. */
export function conforms(connector: Connector, signed: (body: unknown) => Sample, bodies: readonly unknown[]): void {
  it('takes a signed body and refuses one byte more, another secret and no signature', () => {
    const { raw, headers, secret } = signed(bodies[0])
    expect(connector.isSigned(raw, headers, secret)).toBe(true)
    expect(connector.isSigned(Buffer.concat([raw, Buffer.from(' ')]), headers, secret)).toBe(false)
    expect(connector.isSigned(raw, headers, `${secret}!`)).toBe(false)
    expect(connector.isSigned(raw, {}, secret)).toBe(false)
  })

  it('reads the same body the same, and never throws for values it does not know', () => {
    const at = new Date('2026-04-01T00:00:00Z')
    for (const body of bodies) {
      expect(connector.read(body, at)).toEqual(connector.read(structuredClone(body), at))
      expect(() => connector.read({ ...(body as object), added_field: { a: [1, 2] } }, at)).not.toThrow()
    }
    expect(connector.read({ action: 'an_action_of_tomorrow', payload: {} }, at)).toMatchObject({ use: 'UNUSED' })
  })
}
