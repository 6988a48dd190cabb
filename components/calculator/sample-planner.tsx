'use client'

import { useId, useState } from 'react'
import { Button } from '../ui/button'
import { copyText } from '../ui/copy-text'
import { TextField } from '../ui/field'
import { planner } from '../words/calculator/planner'
import { result as words } from '../words/calculator/result'
import { planSentence } from './plan-sentence'
import { type PlannerAnswer, plannerAnswer, plannerFields, usualPlan } from './planner'

/** How many documents to double-code, and the sentence for the methods section; answered with every keystroke. */
export function SamplePlanner() {
  const [input, setInput] = useState(usualPlan)
  const answer = plannerAnswer(input)
  return (
    <div className="grid gap-8 lg:grid-cols-[3fr_2fr] lg:gap-12">
      <div className="grid content-start items-start gap-5 sm:grid-cols-2">
        {plannerFields.map((field) => (
          <TextField
            key={field}
            label={planner.fields[field].label}
            hint={planner.fields[field].hint}
            error={answer.kind === 'wrong' && answer.field === field ? answer.message : undefined}
            inputMode="decimal"
            value={input[field]}
            onChange={(event) => {
              const { value } = event.currentTarget
              setInput((before) => ({ ...before, [field]: value }))
            }}
          />
        ))}
      </div>
      <div role="status" aria-label={planner.answer}>
        <PlanAnswer answer={answer} />
      </div>
    </div>
  )
}

function PlanAnswer({ answer }: { answer: PlannerAnswer }) {
  if (answer.kind === 'wrong') return <p className="text-muted">{planner.mendFirst}</p>
  if (answer.kind === 'impossible') return <p>{answer.message}</p>
  const { goal, plan } = answer
  return (
    <>
      <p className="font-serif text-2xl leading-snug">{planner.documents(plan.documents)}</p>
      <dl className="mt-4 grid grid-cols-[1fr_auto] gap-x-5 gap-y-1 tabular-nums">
        {planner.facts(plan).map(([term, fact]) => (
          <div key={term} className="col-span-2 grid grid-cols-subgrid border-line border-b py-1">
            <dt className="text-muted">{term}</dt>
            <dd className="text-right">{fact}</dd>
          </div>
        ))}
      </dl>
      <MethodsSentence text={planSentence(goal, plan)} />
    </>
  )
}

function MethodsSentence({ text }: { text: string }) {
  const title = useId()
  const [copied, setCopied] = useState('')
  return (
    <section aria-labelledby={title} className="mt-6">
      <h3 id={title} className="font-semibold">
        {planner.sentence}
      </h3>
      <p className="mt-2 text-pretty border-line border-l-4 pl-4 font-serif">{text}</p>
      <Button className="mt-3" onClick={async () => setCopied((await copyText(text)) ? text : '')}>
        {copied === text ? words.copied : planner.copySentence}
      </Button>
    </section>
  )
}
