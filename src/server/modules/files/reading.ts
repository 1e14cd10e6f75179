import { spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { FileKind } from '../../../contract/people/files.ts'
import { fileLocked, fileTakesTooLong, fileUnfolds, fileUnreadable, readingBusy } from './errors.ts'
import { placesFor } from './places.ts'
import { decodeText } from './recognise.ts'

const program = fileURLToPath(new URL('reading-process.ts', import.meta.url))
/** The folder above every library that the reading loads, wherever they were installed. */
const libraries = join(dirname(fileURLToPath(import.meta.resolve('unpdf'))), '../..')

const longestMs = 20_000
const heapMb = 256
/** What the process may hold in all. Buffers are not part of its heap, so they are watched from outside. */
const memoryMb = 700
const watchedEveryMs = 100
const mostAnswered = 4 * 1024 * 1024

const Told = z.union([
  z.object({ pages: z.array(z.string()) }),
  z.object({ refused: z.enum(['LOCKED', 'UNFOLDS', 'UNREADABLE']) }),
])

/** Two readings at a time, one for each company; those that wait hold their file in memory, so not many may. */
const inPlace = placesFor({ atOnce: 2, mostWaiting: 12, longestWaitMs: 45_000, busy: () => readingBusy({}) })

/**
 * The text of a file, page by page. PDF and Word documents are read by a process of their own that has no secret, no
 * right to write or to start anything, and is ended when it takes more than 20 seconds or 700 MB: a file is made by
 * somebody else, and may be made to harm. A company (`of`) has one read at a time: files that take long keep only their own
 * waiting. Refuses what has a password, unfolds without end or cannot be read, and who waited too long (`files.busy`).
 */
export async function readPages(kind: FileKind, bytes: Buffer, of: string): Promise<string[]> {
  if (kind === 'TEXT') return [(decodeText(bytes) ?? '').replaceAll(/\r\n?/g, '\n').slice(0, 200_000)]
  return inPlace(of, () => readAlone(kind, bytes))
}

async function readAlone(kind: FileKind, bytes: Buffer): Promise<string[]> {
  const rights = ['--permission', `--allow-fs-read=${libraries}/*`, `--allow-fs-read=${dirname(program)}/*`]
  const child = spawn(
    process.execPath,
    [...rights, `--max-old-space-size=${heapMb}`, '--disable-warning=ExperimentalWarning', program, kind],
    { env: {}, cwd: '/', stdio: ['pipe', 'pipe', 'ignore'] },
  )
  const [answer, wasEnded] = await answerOf(child, bytes)
  if (wasEnded === 'TIME') throw fileTakesTooLong({})
  if (wasEnded === 'MEMORY') throw fileUnfolds({})
  const told = Told.safeParse(parsed(answer))
  if (!told.success) throw fileUnreadable({})
  if ('pages' in told.data) return told.data.pages
  if (told.data.refused === 'LOCKED') throw fileLocked({})
  throw told.data.refused === 'UNFOLDS' ? fileUnfolds({}) : fileUnreadable({})
}

type Ended = 'TIME' | 'MEMORY' | undefined

function answerOf(child: ChildProcess, bytes: Buffer): Promise<[answer: string, wasEnded: Ended]> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = []
    let size = 0
    let ended: Ended
    const end = (why: Ended) => {
      ended ??= why
      child.kill('SIGKILL')
    }
    const clock = setTimeout(() => end('TIME'), longestMs)
    const watch = setInterval(() => {
      void heldMb(child.pid).then((held) => (held > memoryMb ? end('MEMORY') : undefined))
    }, watchedEveryMs)
    child.stdout?.on('data', (piece: Buffer) => {
      size += piece.length
      if (size > mostAnswered) end('MEMORY')
      else pieces.push(piece)
    })
    // A process that died does not take what is written to it; its end tells the rest.
    child.stdin?.on('error', () => {})
    child.on('error', () => child.kill('SIGKILL'))
    child.on('close', () => {
      clearTimeout(clock)
      clearInterval(watch)
      resolve([Buffer.concat(pieces).toString('utf8'), ended])
    })
    child.stdin?.end(bytes)
  })
}

/** What a process holds in memory, where the system tells it (Linux); elsewhere the heap's limit and the clock remain. */
async function heldMb(pid: number | undefined): Promise<number> {
  const told = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')
  const pages = Number(told.split(' ')[1] ?? 0)
  return (pages * 4096) / 1024 / 1024
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
