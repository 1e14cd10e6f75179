import { greenhouse } from './greenhouse/index.ts'
import type { Connector } from './kit/index.ts'

/** Every system that can deliver to us. */
export const connectors: readonly Connector[] = [greenhouse]

export const findConnector = (id: string): Connector | undefined => connectors.find((connector) => connector.id === id)
