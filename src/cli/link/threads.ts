import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/** Little is made that is forgotten soon: with much room for it, a thread would fill all of it. */
const resourceLimits = { maxYoungGenerationSizeMb: 8 }

/**
 * Node keeps what it compiled for a thread among the installed packages, as `bin/tasuki.mjs` has it do for the program, where
 * only who installed them can write, and the next thread starts in a third of the time. Where it cannot write there, it keeps
 * nothing.
 */
export const compiled = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'tasuki')

/** Starts a thread that runs a file. */
export const startThread = (file: URL, workerData: object): Worker =>
  new Worker(file, {
    workerData,
    resourceLimits,
    env: { ...process.env, NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? compiled },
  })

/** As many threads as work at once: with more, what each holds in memory adds up. */
export const mostThreads = (): number => Math.min(availableParallelism(), 8)

type Queued<Task, Answer> = {
  threads: number
  workerData: object
  queue: Iterator<[nth: number, task: Task]>
  /** Takes what came of a task; false where no more is wanted. */
  onAnswer: (nth: number, answer: Answer) => boolean
}

/**
 * Has the tasks of a queue done by threads that run `file`, each of which answers one message by one. A task is handed to
 * whichever thread is free. Where one fails, or its answer cannot be taken, that error is
 * thrown and none goes on.
 */
export async function doInThreads<Task, Answer>(
  file: URL,
  { threads, workerData, ...queued }: Queued<Task, Answer>,
): Promise<void> {
  const workers = Array.from({ length: threads }, () => startThread(file, workerData))
  try {
    await Promise.all(workers.map((worker) => workThrough(worker, queued)))
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function workThrough<Task, Answer>(
  worker: Worker,
  { queue, onAnswer }: Pick<Queued<Task, Answer>, 'queue' | 'onAnswer'>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let under = -1
    // At once, whatever the others do: what it holds is free then.
    const finish = () => resolve(worker.terminate().then(() => undefined))
    const next = () => {
      const { value, done } = queue.next()
      if (done) return finish()
      under = value[0]
      worker.postMessage(value[1])
    }
    worker.on('message', (answer: Answer) => {
      try {
        if (onAnswer(under, answer)) next()
        else finish()
      } catch (error) {
        reject(error)
      }
    })
    worker.on('error', reject)
    next()
  })
}
