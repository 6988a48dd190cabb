'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Notice } from '../ui/notice'
import { Section } from '../ui/page-header'
import { found as words } from '../words/calculator/found'
import type { Found, LengthsFound, SpansFound, TableKind, UnitsFound } from './look'
import { isIncomplete } from './use-calculator'

const namesShown = 8
const number = (n: number) => n.toLocaleString('en')
const named = (names: readonly string[]) =>
  names.length === 0 ? words.noValues : words.names(names.slice(0, namesShown), names.length)
const numbered = (names: readonly string[]) => `${number(names.length)}: ${named(names)}`

/** What the tables are and hold, before any figure; and which table is still wanted. */
export function FoundTables({ found }: { found: Found }) {
  const { units, spans, lengths } = found
  const here = useRef<HTMLDivElement>(null)
  // With each newly chosen table, not with each choice: what was found stands below the place where tables are dropped.
  useEffect(() => {
    // Without giving back what it gives: in some browsers a promise, which is no way to end an effect.
    here.current?.scrollIntoView?.()
  }, [])
  return (
    <div ref={here} className="scroll-mt-6">
      <Section title={words.found}>
        <div className="grid gap-x-12 gap-y-6 md:grid-cols-2">
          {units && <Facts kind="units" file={units.file} facts={unitFacts(units)} />}
          {spans && <Facts kind="spans" file={spans.file} facts={spanFacts(spans)} />}
          {lengths && <Facts kind="lengths" file={lengths.file} facts={lengthFacts(lengths)} />}
        </div>
        {isIncomplete(found) && (
          <div className="mt-6">
            <Notice title={spans ? words.wantLengthsTitle : words.wantSpansTitle}>
              <p>{spans ? words.wantLengths : words.wantSpans}</p>
            </Notice>
          </div>
        )}
      </Section>
    </div>
  )
}

type Fact = readonly [string, ReactNode]

function unitFacts({ units, pairable, coders, documents, cells, missing, values }: UnitsFound): Fact[] {
  return [
    [words.units, `${number(units)}, ${words.pairable(pairable, units)}`],
    [words.coders, numbered(coders)],
    [words.documents, documents === null ? words.noDocuments : number(documents)],
    [words.missing, words.missingOf(missing, cells)],
    [words.values, numbered(values)],
  ]
}

function spanFacts({ spans, documents, coders, codes, nothingMarked }: SpansFound): Fact[] {
  return [
    [words.spans, number(spans)],
    [words.documents, number(documents)],
    [words.coders, numbered(coders)],
    [words.codes, numbered(codes)],
    [words.nothingMarked, number(nothingMarked)],
  ]
}

function lengthFacts({ documents, texts, namesCoders }: LengthsFound): Fact[] {
  return [
    [words.documents, number(documents)],
    [words.texts, words.textsOf(texts, documents)],
    [words.lookedAt, words.lookedAtBy(namesCoders)],
  ]
}

function Facts({ kind, file, facts }: { kind: TableKind; file: string; facts: readonly Fact[] }) {
  return (
    <div className="min-w-0">
      <h3 className="font-semibold [overflow-wrap:anywhere]">
        {words.kindNames[kind]} <span className="font-normal text-muted">{file}</span>
      </h3>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-5 gap-y-1">
        {facts.map(([term, fact]) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">{fact}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
