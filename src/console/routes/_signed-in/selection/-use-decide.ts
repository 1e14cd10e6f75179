import { useMemo } from 'react'
import { listPeople, readPerson, readTimeline } from '../../../../contract/people/people.ts'
import { listOpenings, readOpening } from '../../../../contract/selection/openings.ts'
import {
  decideApplication,
  decideApplications,
  listApplications,
  type Decision,
} from '../../../../contract/selection/selection.ts'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { selectionWords } from '../../../selection-words.ts'
import { decisionWords } from './-decision-words.ts'
import { undoing, type Standing } from './-decisions.ts'

export type Decide = (applications: readonly Standing[], decision: Decision, note?: string) => Promise<void>

const atOnce = 200

export async function refreshSelection(): Promise<void> {
  const read = [listApplications, listOpenings, readOpening, readPerson, readTimeline, listPeople]
  await Promise.all(read.map(({ id }) => queries.invalidateQueries({ queryKey: [id] })))
}

/** Decides about several and answers how many were refused; of one alone the refusal itself is thrown. */
async function tell(ids: readonly string[], decision: Decision, note?: string): Promise<string[]> {
  const body = { decision, ...(note && { note }) }
  const [only] = ids
  if (ids.length === 1 && only) {
    await call(decideApplication, { params: { id: only }, body })
    return []
  }
  const refused: string[] = []
  for (let from = 0; from < ids.length; from += atOnce) {
    const { items } = await call(decideApplications, { body: { ...body, ids: ids.slice(from, from + atOnce) } })
    refused.push(...items.filter(({ outcome }) => outcome === 'REFUSED').map(({ id }) => id))
  }
  return refused
}

/** Brings everybody back to where they stood: those who stood alike together. */
async function undo(before: readonly Standing[], decision: Decision): Promise<void> {
  const alike = new Map<string, { steps: Decision[]; ids: string[] }>()
  for (const one of before) {
    const steps = undoing(one, decision)
    const key = JSON.stringify(steps)
    alike.set(key, { steps, ids: [...(alike.get(key)?.ids ?? []), one.id] })
  }
  for (const { steps, ids } of alike.values()) for (const step of steps) await tell(ids, step)
  await refreshSelection()
}

/** Takes a decision, says so, and offers to undo it where that can be. Throws the refusal of a single one. */
export function useDecide(): Decide {
  const text = useText(decisionWords)
  const { stage } = useText(selectionWords)
  const toast = useToast()
  return useMemo(
    () => async (applications, decision, note) => {
      const refused = new Set(
        await tell(
          applications.map(({ id }) => id),
          decision,
          note,
        ),
      )
      await refreshSelection()
      const done = applications.filter(({ id }) => !refused.has(id))
      if (done.length > 0) {
        const who = text.people(done.length, done[0]?.personName ?? text.unnamed)
        const to = decision.kind === 'STAGE' ? (stage[decision.stage] ?? '') : ''
        const message = text.done[decision.kind](who, to)
        const onUndo = () => undo(done, decision).then(() => toast.tell(text.undone))
        if (done.every((one) => undoing(one, decision).length > 0)) toast.undoable({ message, onUndo, seconds: 12 })
        else toast.tell(message)
      }
      if (refused.size > 0) toast.tell(text.some(refused.size))
    },
    [text, stage, toast],
  )
}
