import { Kbd, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMemo } from 'react'
import styles from './pieces.module.css'
import { useListedShortcuts, useShortcuts } from './shortcuts.tsx'
import { messages } from './text/messages.ts'
import { useText } from './text/TextProvider.tsx'

const words = messages({
  ja: {
    title: 'キーボードショートカット',
    open: 'この一覧を表示',
    general: '全般',
    search: '検索・移動',
    or: 'または',
  },
  en: { title: 'Keyboard shortcuts', open: 'Show this list', general: 'Everywhere', search: 'Search and go', or: 'or' },
})

const names: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', Enter: '↵', Escape: 'Esc', ' ': 'Space' }

/** Opens with `?` and lists what the page's components registered. Mount once. */
export function KeyboardHelp() {
  const [opened, { open, close }] = useDisclosure(false)
  const text = useText(words)
  const own = useMemo(
    () => [
      { keys: ['?'], label: text.open, group: text.general, run: open },
      { keys: ['⌘K / Ctrl+K'], label: text.search, group: text.general },
    ],
    [text, open],
  )
  useShortcuts(own)
  const shortcuts = useListedShortcuts()
  const groups = Map.groupBy(shortcuts, (shortcut) => shortcut.group)
  return (
    <Modal opened={opened} onClose={close} title={<strong>{text.title}</strong>} size="sm">
      {[...groups].map(([group, listed]) => (
        <section key={group} className={styles.keyGroup}>
          <h3>{group}</h3>
          {listed.map((shortcut) => (
            <div key={shortcut.label} className={styles.keyRow}>
              <span>{shortcut.label}</span>
              <span>
                {shortcut.keys.map((key) => (
                  <Kbd key={key} size="xs">
                    {names[key] ?? key}
                  </Kbd>
                ))}
              </span>
            </div>
          ))}
        </section>
      ))}
    </Modal>
  )
}
