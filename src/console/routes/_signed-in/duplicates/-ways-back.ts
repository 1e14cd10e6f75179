import { useMemo, useRef } from 'react'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { words } from './-words.ts'

/** The key that takes the last decision back. */
export const undoKey = 'U'

type Way = { go: () => Promise<void>; drop: () => void; offer: (message: string) => void }

/**
 * The ways back from what was decided on this page, each gone once. One is kept as soon as its decision is made, before
 * the server has answered: the key never takes back the decision before the last. On the screen one offers itself alone,
 * that of the last decision, for as long as it stands.
 */
export function useWaysBack() {
  const text = useText(words)
  const toast = useToast()
  const kept = useRef<Way[]>([])
  const withdrawLast = useRef(() => {})
  return useMemo(() => {
    const keep = (back: () => Promise<void>): Way => {
      let withdraw = () => {}
      const way: Way = {
        drop: () => {
          kept.current = kept.current.filter((one) => one !== way)
        },
        go: async () => {
          if (!kept.current.includes(way)) return
          way.drop()
          withdraw()
          await back()
        },
        offer: (message) => {
          if (!kept.current.includes(way)) return
          withdrawLast.current()
          withdraw = toast.undoable({ message, keyHint: undoKey, onUndo: way.go })
          withdrawLast.current = withdraw
        },
      }
      kept.current.push(way)
      return way
    }
    const goLast = () => {
      const last = kept.current.at(-1)
      if (!last) return
      last
        .go()
        .then(() => toast.tell(text.undone))
        .catch(toast.refuse)
    }
    return { keep, goLast }
  }, [text, toast])
}
