import { CopyField } from '../ui/copy-field'
import { Section } from '../ui/page-header'
import { choices } from '../words/calculator/choices'
import { result as words } from '../words/calculator/result'
import { CodeOverview } from './code-overview'
import { figureRows, partsOf } from './figure-rows'
import { FigureTable } from './figure-table'
import type { Figures } from './figures'
import { FiguresSummary } from './figures-summary'
import type { Settings } from './settings'
import { TakeAlong } from './take-along'

/** The figures: a sentence, the tables, how intervals were made, and what to take along. */
export function FiguresResult({ figures, busy }: { figures: Figures; busy: boolean }) {
  const { output, settings, command } = figures
  const { together, codes } = partsOf(output)
  return (
    <div aria-busy={busy} className={busy ? 'opacity-60' : undefined}>
      <Section title={words.result}>
        <FiguresSummary figures={figures} />
        <TakeAlong figures={figures} />
      </Section>
      {codes.length > 0 && (
        <Section title={words.perCode} note={words.perCodeNote(choices.spanUnits[settings.unit ?? 'character'])}>
          <CodeOverview codes={codes} />
          <div className="mt-4">
            {codes.map(([code, part]) => (
              <details key={code} className="group">
                <summary className="inline-flex min-h-11 list-none items-center before:w-5 before:content-['+'] group-open:before:content-['–'] font-semibold text-accent underline-offset-4 hover:underline sm:min-h-9">
                  {words.moreOf(code)}
                </summary>
                <FigureTable caption={words.moreOf(code)} rows={figureRows(part)} />
              </details>
            ))}
          </div>
        </Section>
      )}
      <Section title={codes.length > 0 ? words.allCodes : words.everyFigure}>
        <FigureTable caption={codes.length > 0 ? words.allCodes : words.everyFigure} rows={figureRows(together)} />
        <p className="mt-4 max-w-2xl text-muted">{intervalNote(settings)}</p>
        <div className="mt-6 max-w-3xl">
          <CopyField label={words.sameCommand} value={command} />
        </div>
      </Section>
    </div>
  )
}

function intervalNote({ unit, resampling }: Settings): string {
  if (resampling) return words.overDocuments(resampling.replicates, resampling.seed)
  return unit === null ? words.overUnits : words.noIntervals
}
