import { reasonText } from '../words/calculator/reasons'
import { result as words } from '../words/calculator/result'
import { Coefficient, IntervalOf } from './figure-cells'
import { countIn, type FiguresPart, figureRows, partsOf } from './figure-rows'
import type { Figures } from './figures'

/** The figures in one sentence. */
export function FiguresSummary({ figures: { output, settings } }: { figures: Figures }) {
  const { together, codes } = partsOf(output)
  return (
    <p className="max-w-3xl text-pretty font-serif text-2xl leading-snug">
      {settings.level ? (
        <UnitsSentence output={output} level={settings.level} />
      ) : (
        <SpansSentence together={together} codes={codes} />
      )}
    </p>
  )
}

function alphaIn(part: FiguresPart) {
  return figureRows(part).find(({ statistic }) => statistic === 'krippendorff_alpha')
}

function UnitsSentence({ output, level }: { output: FiguresPart; level: string }) {
  const alpha = alphaIn(output)
  return (
    <>
      {words.alphaSentence(countIn(output, 'n_coders'), countIn(output, 'n_units'), level)}{' '}
      {alpha && alpha.value !== null ? (
        <>
          <Coefficient value={alpha.value} />
          {alpha.ci95 && (
            <>
              {' '}
              <IntervalOf row={alpha} />
            </>
          )}
          .
        </>
      ) : (
        `${words.isUndefined}. ${reasonText(alpha?.undefined ?? null)}`
      )}
    </>
  )
}

interface SpansSentenceProps {
  together: FiguresPart
  codes: readonly (readonly [string, FiguresPart])[]
}

function SpansSentence({ together, codes }: SpansSentenceProps) {
  const values = codes.flatMap(([, part]) => alphaIn(part)?.value ?? []).sort((one, other) => one - other)
  const [lowest, highest] = [values[0], values.at(-1)]
  return (
    <>
      {words.spansSentence(countIn(together, 'n_coders'), countIn(together, 'n_documents'), codes.length)}{' '}
      {lowest === undefined || highest === undefined ? (
        words.noAlpha
      ) : lowest === highest ? (
        <>
          {words.alphaOne} <Coefficient value={lowest} />.
        </>
      ) : (
        <>
          {words.alphaRange} <Coefficient value={lowest} /> {words.to} <Coefficient value={highest} />.
        </>
      )}
    </>
  )
}
