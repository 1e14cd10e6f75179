import { totalmem } from 'node:os'

const mib = 1024 * 1024

/**
 * What the embedded server keeps of tables and indexes in memory of its own, as PostgreSQL writes it: a quarter of what the
 * machine or its container has, which its manual names for a server that shares its machine ("Resource Consumption"), and at
 * most 8 GiB. The pages a record is linked by lie anywhere in the indexes; what the system keeps of files it drops when it likes.
 */
export const sharedBuffers = (memory = availableMemory()): string =>
  `${Math.max(128, Math.min(8192, Math.floor(memory / 4 / mib)))}MB`

/** Bytes this process and its server may use: of a container, not of the machine it runs on. */
function availableMemory(): number {
  const constrained = process.constrainedMemory()
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem()
}
