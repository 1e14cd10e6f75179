import { createContext, use, useEffect, useId, useMemo, useState, type ReactNode } from 'react'
import { isComposing, isTyping, keyOf } from './keys.ts'

/** A key and what it does, as `?` lists it. */
export type Shortcut = {
  /** The key as `KeyboardEvent.key` names it, one or several that do the same: `['j', 'ArrowDown']`. */
  keys: readonly string[]
  label: string
  /** The heading under which `?` lists it. */
  group: string
  /** Left out where the component listens by itself and only wants to be listed. */
  run?: (event: KeyboardEvent) => void
}

type Registry = {
  shortcuts: readonly Shortcut[]
  register: (owner: string, shortcuts: readonly Shortcut[]) => () => void
}

const ShortcutsContext = createContext<Registry | undefined>(undefined)

export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const [byOwner, setByOwner] = useState<ReadonlyMap<string, readonly Shortcut[]>>(new Map())
  const register = useMemo(
    () => (owner: string, shortcuts: readonly Shortcut[]) => {
      setByOwner((before) => new Map(before).set(owner, shortcuts))
      return () =>
        setByOwner((before) => {
          const after = new Map(before)
          after.delete(owner)
          return after
        })
    },
    [],
  )
  const registry = useMemo(() => ({ shortcuts: [...byOwner.values()].flat(), register }), [byOwner, register])
  return <ShortcutsContext value={registry}>{children}</ShortcutsContext>
}

/**
 * Binds single keys for as long as the component is shown, and lists them under `?`. Silent while somebody types, while
 * an input method composes, with a modifier held, and while a dialog is open. Hand in a memoised array.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const owner = useId()
  const register = use(ShortcutsContext)?.register
  useEffect(() => register?.(owner, shortcuts), [register, owner, shortcuts])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
      if (isComposing(event) || isTyping(event.target) || isDialogOpen()) return
      const shortcut = shortcuts.find((candidate) => candidate.keys.includes(keyOf(event)))
      if (shortcut?.run === undefined) return
      event.preventDefault()
      shortcut.run(event)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [shortcuts])
}

export function useListedShortcuts(): readonly Shortcut[] {
  return use(ShortcutsContext)?.shortcuts ?? []
}

export function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null
}
