import type { Progress, Terminal, Words } from '../terminal.ts'
import type { Stage } from './link-files.ts'

const labels: Readonly<Record<Stage, Words>> = {
  READING: { ja: '読み込み中', en: 'Reading' },
  BLOCKING: { ja: '候補を選定中', en: 'Choosing pairs' },
  TRAINING: { ja: '学習中', en: 'Learning' },
  SCORING: { ja: '比較中', en: 'Comparing' },
  CLUSTERING: { ja: '統合中', en: 'Grouping' },
}

/** Tells on a terminal how far each stage has come, and elsewhere only of the one that takes long. */
export function stageProgress(terminal: Terminal, isTerminal = process.stderr.isTTY) {
  let under: { stage: Stage; progress: Progress } | null = null
  return {
    update: (stage: Stage, done: number, total: number): void => {
      if (stage !== 'SCORING' && !isTerminal) return
      if (under?.stage !== stage) {
        under?.progress.done()
        under = { stage, progress: terminal.progress(labels[stage]) }
      }
      under.progress.update(Math.floor(done * 100) / 100, total)
    },
    done: (): void => under?.progress.done(),
  }
}
