import { expect, test } from 'vitest'
import { doInThreads } from './threads.ts'

const running = (script: string) =>
  new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';${script}`)}`)
const doubling = running(`parentPort.on('message', (task) => parentPort.postMessage(task * 2))`)

test('each task is done once, by whichever thread is free, until no more is wanted', async () => {
  const answers = new Map<number, number>()
  const tasks = Array.from({ length: 20 }, (_, nth) => nth * 10)
  const onAnswer = (nth: number, answer: number) => Boolean(answers.set(nth, answer))
  await doInThreads(doubling, { threads: 3, workerData: {}, queue: tasks.entries(), onAnswer })
  expect([...answers].toSorted(([one], [other]) => one - other)).toEqual(tasks.map((task, nth) => [nth, task * 2]))
  const few: number[] = []
  const onFew = (nth: number) => few.push(nth) < 3
  await doInThreads(doubling, { threads: 1, workerData: {}, queue: tasks.entries(), onAnswer: onFew })
  expect(few).toEqual([0, 1, 2])
})

test('where one thread fails, its error is thrown and none goes on', async () => {
  const failing = running(`parentPort.on('message', (task) => {
    if (task === 2) throw new Error('the disk is gone')
    setTimeout(() => parentPort.postMessage(task), 20)
  })`)
  let done = 0
  const tasks = Array.from({ length: 200 }, (_, nth) => nth)
  const onAnswer = () => Boolean(++done)
  await expect(doInThreads(failing, { threads: 2, workerData: {}, queue: tasks.entries(), onAnswer })).rejects.toThrow(
    'the disk is gone',
  )
  const doneThen = done
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(done).toBe(doneThen)
})

test('what goes wrong with an answer is thrown as well', async () => {
  const onAnswer = () => {
    throw new Error('the disk is full')
  }
  const tasks = [1, 2, 3]
  await expect(doInThreads(doubling, { threads: 2, workerData: {}, queue: tasks.entries(), onAnswer })).rejects.toThrow(
    'the disk is full',
  )
})
