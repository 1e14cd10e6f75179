import { useMemo } from 'react'
import type { Application } from '../../../../contract/selection/selection.ts'
import { useShortcuts, type Shortcut } from '../../../../ui/shortcuts.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { decisionsFor, neighbour } from './-decisions.ts'
import type { Acts } from './-Recruiting.tsx'
import { words } from './-words.ts'

type Options = { found: ReadonlyMap<string, Application>; acts: Acts; toggle: (id: string) => void }

const cards = (within: ParentNode) => [...within.querySelectorAll<HTMLElement>('[data-card-id]')]
const focusCard = (card: Element | null | undefined) => card?.querySelector<HTMLElement>('[data-card-name]')?.focus()
const current = () => document.activeElement?.closest<HTMLElement>('[data-card-id]') ?? undefined

function step(by: 1 | -1): void {
  const at = current()
  const column = at?.closest('[data-column]') ?? document.querySelector('[data-board]')
  if (!column) return
  const all = cards(column)
  focusCard(at === undefined ? all[0] : all[all.indexOf(at) + by])
}

/** To the nearest column with somebody in it, at the same height. */
function stepAside(by: 1 | -1): void {
  const at = current()
  const board = document.querySelector('[data-board]')
  if (!board) return
  const own = at?.closest('[data-column]')
  const columns = [...board.querySelectorAll('[data-column]')]
  const place = own && at ? cards(own).indexOf(at) : 0
  const rest = own
    ? columns.slice(by === 1 ? columns.indexOf(own) + 1 : 0, by === 1 ? undefined : columns.indexOf(own))
    : columns
  const to = (by === 1 ? rest : rest.toReversed()).map((column) => cards(column)).find((all) => all.length > 0)
  focusCard(to?.[Math.min(place, to.length - 1)])
}

/** The keys of the board: to go about, to move on and back, the menu, choosing, rejecting and holding. */
export function useBoardKeys({ found, acts, toggle }: Options): void {
  const text = useText(words)
  const shortcuts = useMemo<readonly Shortcut[]>(() => {
    const group = text.keys
    const act = (perform: (application: Application) => void) => () => {
      const application = found.get(current()?.dataset['cardId'] ?? '')
      if (application && acts.canDecide) perform(application)
    }
    const move = (by: 1 | -1) =>
      act((application) => {
        const to = neighbour(acts.steps, application.stage, by)
        if (!to || !decisionsFor(application.state).includes('STAGE')) return
        const refocus = () => focusCard(document.querySelector(`[data-card-id="${application.id}"]`))
        void acts.move([application], to).then(() => requestAnimationFrame(refocus))
      })
    const ask = (kind: 'REJECT' | 'HOLD') =>
      act((application) => {
        if (decisionsFor(application.state).includes(kind)) acts.ask({ kind, applications: [application] })
      })
    return [
      { keys: ['j', 'ArrowDown'], label: text.keyDown, group, run: () => step(1) },
      { keys: ['k', 'ArrowUp'], label: text.keyUp, group, run: () => step(-1) },
      { keys: ['h', 'ArrowLeft'], label: text.keyLeft, group, run: () => stepAside(-1) },
      { keys: ['l', 'ArrowRight'], label: text.keyRight, group, run: () => stepAside(1) },
      { keys: ['.', '>'], label: text.keyNext, group, run: move(1) },
      { keys: [',', '<'], label: text.keyBack, group, run: move(-1) },
      {
        keys: ['m'],
        label: text.keyMenu,
        group,
        run: () => current()?.querySelector<HTMLElement>('[data-menu]')?.click(),
      },
      { keys: ['x'], label: text.keyChoose, group, run: act(({ id }) => toggle(id)) },
      { keys: ['r'], label: text.keyReject, group, run: ask('REJECT') },
      { keys: ['p'], label: text.keyHold, group, run: ask('HOLD') },
    ]
  }, [text, found, acts, toggle])
  useShortcuts(shortcuts)
}
