import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/** Little is made that is forgotten soon: with much room for it, a thread would fill all of it. */
const resourceLimits = { maxYoungGenerationSizeMb: 8 }

/**
 * Node keeps what it compiled for a thread among the installed packages, where only who installed them can write, and the
 * next thread starts in a third of the time. Where it cannot write there, it keeps nothing.
 */
const compiled = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'tasuki-threads')

/** Starts a thread that runs a file. */
export const startThread = (file: URL, workerData: object): Worker =>
  new Worker(file, {
    workerData,
    resourceLimits,
    env: { ...process.env, NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? compiled },
  })
