import type { Code, Codebook } from '@/lib/coding/codebook'
import { attributesOf } from '@/lib/coding/codes'
import { CodeName } from '../codes/CodeName'
import { CodeHelp } from '../panel/CodeHelp'
import { hasHelp, QuestionHelp } from '../questions/QuestionHelp'
import { codebookTexts as texts } from '../texts/codebook-texts'

function Questions({ codebook, code }: { codebook: Codebook; code: Code }) {
  const explained = attributesOf(codebook, code).filter(({ attribute }) => hasHelp(attribute))
  if (explained.length === 0) return null
  return (
    <section>
      <h4 className="font-semibold text-sm">{texts.questions}</h4>
      {explained.map(({ key, attribute }) => (
        <details key={key}>
          <summary className="min-h-11 cursor-pointer content-center text-sm lg:min-h-8">{attribute.label}</summary>
          <QuestionHelp attribute={attribute} />
        </details>
      ))}
    </section>
  )
}

interface CodeEntryProps {
  codebook: Codebook
  code: Code
  /** Leads to all codes, where there is such a list. */
  onAll?(): void
}

/** All that the codebook says about one code. */
export function CodeEntry({ codebook, code, onAll }: CodeEntryProps) {
  return (
    <div className="grid gap-3">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="font-semibold">
          <CodeName code={code} />
        </h3>
        {onAll && (
          <button type="button" onClick={onAll} className="min-h-11 text-accent text-sm lg:min-h-8">
            {texts.all}
          </button>
        )}
      </div>
      <CodeHelp code={code} />
      <Questions codebook={codebook} code={code} />
    </div>
  )
}
