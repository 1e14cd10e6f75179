import { timingSafeEqual } from 'node:crypto'
import { hmac } from '../../../../kernel/crypto.ts'
import { headerOf, type Connector } from '../kit/index.ts'
import { harvest } from './harvest.ts'
import { readDelivery } from './mapping.ts'

export const greenhouse: Connector = {
  id: 'greenhouse',
  name: 'Greenhouse',
  isSigned: (raw, headers, secret) => {
    const expected = hmac(secret, raw)
    const told = /^sha256 ([0-9a-f]{64})$/i.exec(headerOf(headers, 'signature') ?? '')?.[1]
    const given = told ? Buffer.from(told, 'hex') : Buffer.alloc(expected.length)
    return timingSafeEqual(expected, given) && told !== undefined
  },
  deliveryKey: (headers) => headerOf(headers, 'greenhouse-event-id')?.slice(0, 200) ?? null,
  read: readDelivery,
  fields: harvest,
}
