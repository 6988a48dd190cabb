'use client'

import { useEffect, useRef } from 'react'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { progress as words } from '../words/calculator/progress'
import { ChoicesForm } from './choices-form'
import { figureRows, partsOf } from './figure-rows'
import type { Figures } from './figures'
import { FiguresResult } from './figures-result'
import { FoundTables } from './found-tables'
import type { Connect } from './start-worker'
import { TableIntake } from './table-intake'
import { TableSamples } from './table-samples'
import { isIncomplete, useCalculator } from './use-calculator'

/** Agreement figures of a table that never leaves the browser. @param connect where it is computed */
export function Calculator({ connect }: { connect?: Connect }) {
  const { stage, isBusy, choices, found, figures, problem, choose, compute, cancel } = useCalculator(connect)
  return (
    <div className="space-y-8">
      <div>
        <TableIntake onFiles={choose} />
        <TableSamples />
      </div>
      {found && <FoundTables found={found} />}
      {found && !isIncomplete(found) && <ChoicesForm found={found} choices={choices} onCompute={compute} />}
      <div className="flex flex-wrap items-center gap-4 text-muted">
        {isBusy && <progress aria-label={words.stages[stage]} className="w-48 accent-accent" />}
        <p role="status">{stage === 'done' && figures ? doneText(figures) : words.stages[stage]}</p>
        {isBusy && <Button onClick={cancel}>{words.cancel}</Button>}
      </div>
      {problem && <Problem key={problem}>{problem}</Problem>}
      {figures && <FiguresResult figures={figures} busy={isBusy} />}
    </div>
  )
}

/** What is wrong with the table, and what to do; brought into sight, since the place of tables may fill the window. */
function Problem({ children }: { children: string }) {
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => {
    here.current?.scrollIntoView?.({ block: 'nearest' })
  }, [])
  return (
    <div ref={here} className="scroll-my-6">
      <Notice tone="danger" title={words.failedTitle}>
        <p className="[overflow-wrap:anywhere]">{children}</p>
        <p className="mt-1">{words.failedNext}</p>
      </Notice>
    </div>
  )
}

function doneText({ output, milliseconds }: Figures): string {
  const { together, codes } = partsOf(output)
  const parts = [together, ...codes.map(([, part]) => part)]
  return words.doneIn(
    parts.reduce((sum, part) => sum + figureRows(part).length, 0),
    milliseconds,
  )
}
