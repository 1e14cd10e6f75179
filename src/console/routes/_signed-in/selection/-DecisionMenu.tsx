import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconUser } from '@tabler/icons-react'
import type { Application } from '../../../../contract/selection/selection.ts'
import {
  stages,
  type FlowStep,
  type Stage,
  type TransitionKind,
} from '../../../../contract/selection/selection-terms.ts'
import { Link } from '../../../../ui/link.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { selectionWords } from '../../../selection-words.ts'
import { decisionWords } from './-decision-words.ts'
import { decisionsFor, neighbour } from './-decisions.ts'

export type DecisionMenuProps = {
  application: Application
  steps: readonly FlowStep[]
  onMove: (application: Application, stage: Stage) => void
  onDecide: (application: Application, kind: TransitionKind) => void
}

/** Everything that can be decided about one application, without dragging. */
export function DecisionMenu({ application, steps, onMove, onDecide }: DecisionMenuProps) {
  const text = useText(decisionWords)
  const { stage: named } = useText(selectionWords)
  const kinds = decisionsFor(application.state)
  const next = neighbour(steps, application.stage, 1)
  const others = stages.filter(
    (one) => one !== application.stage && one !== next && steps.some(({ stage }) => stage === one),
  )
  return (
    <Menu position="bottom-end" width={260} withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={text.menu(application.personName ?? text.unnamed)}
          data-menu
          onClick={(event) => event.stopPropagation()}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
        {kinds.includes('STAGE') && next && (
          <Menu.Item fw={600} onClick={() => onMove(application, next)}>
            {text.forward(named[next] ?? next)}
          </Menu.Item>
        )}
        {kinds
          .filter((kind) => kind !== 'STAGE')
          .map((kind) => (
            <Menu.Item
              key={kind}
              {...(kind === 'REJECT' && { color: 'beni' })}
              onClick={() => onDecide(application, kind)}
            >
              {`${text.act[kind]}${kind === 'HOLD' ? '' : '…'}`}
            </Menu.Item>
          ))}
        {kinds.includes('STAGE') && others.length > 0 && (
          <>
            <Menu.Divider />
            <Menu.Label>{text.act.STAGE}</Menu.Label>
            {others.map((one) => (
              <Menu.Item key={one} onClick={() => onMove(application, one)}>
                {text.moveTo(named[one] ?? one)}
              </Menu.Item>
            ))}
          </>
        )}
        <Menu.Divider />
        <Menu.Item
          component={Link}
          href={`/people/${application.personId}`}
          leftSection={<IconUser size={14} stroke={1.6} />}
        >
          {text.openPerson}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
