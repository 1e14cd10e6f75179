export { keyPair, publicJwk, readPublicJwk, type PublicJwk } from './keys.ts'
export { issue, present, read, type Claim, type Read } from './sd-jwt.ts'
