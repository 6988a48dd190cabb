import { Button } from '@/components/ui/button'
import { type Code, type Codebook, spanCodes } from '@/lib/coding/codebook'
import { CodeName } from '../CodeName'
import type { DeskAnnotation } from '../edits'
import { deskTexts } from '../texts'
import { AnnotationList } from './AnnotationList'
import { CodeHelp } from './CodeHelp'

const { panel: texts } = deskTexts

interface OverviewProps {
  annotations: readonly DeskAnnotation[]
  codes: ReadonlyMap<string, Code>
  codebook: Codebook
  quoteOf(annotation: DeskAnnotation): string
  onPick(id: string): void
  /** Absent where the coding can no longer change. */
  onNothingToCode?: (() => void) | undefined
}

function Empty({ onNothingToCode }: Pick<OverviewProps, 'onNothingToCode'>) {
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-muted">{texts.emptyHint}</p>
      {onNothingToCode && <Button onClick={onNothingToCode}>{texts.nothingToCode}</Button>}
    </div>
  )
}

function Rules({ rules }: { rules: readonly string[] }) {
  if (rules.length === 0) return null
  return (
    <details>
      <summary className="flex min-h-11 cursor-pointer items-center lg:min-h-9">{texts.rules}</summary>
      <ol className="ms-5 list-decimal pb-3 text-sm marker:text-muted">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
    </details>
  )
}

/** While no annotation is chosen: all of them, and the codebook. */
export function Overview({ annotations, codes, codebook, quoteOf, onPick, onNothingToCode }: OverviewProps) {
  return (
    <div className="grid gap-4">
      <section className="grid gap-2">
        <h2 className="font-semibold text-lg">{texts.annotations(annotations.length)}</h2>
        {annotations.length === 0 && <Empty onNothingToCode={onNothingToCode} />}
        <AnnotationList {...{ annotations, codes, codebook, quoteOf, onPick }} />
      </section>
      <section className="border-line border-t pt-4">
        <h3 className="mb-1 text-muted text-sm">{texts.codebook}</h3>
        {spanCodes(codebook).map((code) => (
          <details key={code.key} className="border-line border-b">
            <summary className="flex min-h-11 cursor-pointer items-center gap-2 lg:min-h-9">
              <CodeName code={code} />
              {code.shortcut && <kbd className="font-sans text-muted text-sm">{code.shortcut}</kbd>}
            </summary>
            <div className="pb-3">
              <CodeHelp code={code} />
            </div>
          </details>
        ))}
        <Rules rules={codebook.rules} />
      </section>
    </div>
  )
}
