import type { ReactNode } from 'react'
import type { Code, Codebook } from '@/lib/coding/codebook'
import { Section } from '../ui/page-header'
import { codebook as words } from '../words/codebook'
import { AttributeEntry } from './attribute-entry'
import { CodeEntry } from './code-entry'
import { byFamily, CodebookContents } from './codebook-contents'

function SharedRules({ rules }: Pick<Codebook, 'rules'>) {
  if (rules.length === 0) return null
  return (
    <Section title={words.rules}>
      <ul className="grid max-w-2xl list-disc gap-2 pl-5 marker:text-muted">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </Section>
  )
}

/** The attributes that a code on offer really takes, so that nothing is explained that nobody is asked. */
function usedAttributes(codebook: Codebook) {
  const used = new Set(codebook.codes.filter(({ enabled }) => enabled).flatMap(({ attributeKeys }) => attributeKeys))
  return Object.entries(codebook.attributes).filter(([key, { enabled }]) => enabled && used.has(key))
}

function SwitchedOff({ codebook }: { codebook: Codebook }) {
  const off = codebook.codes.filter(({ enabled }) => !enabled)
  if (off.length === 0) return null
  return (
    <section className="mt-12 text-muted">
      <p>
        {words.switchedOff(off.length)}: {off.map(({ label }) => label).join(', ')}. {words.switchedOffNote}
      </p>
    </section>
  )
}

interface CodebookReaderProps {
  codebook: Codebook
  /** What stands below each code. */
  below?: (code: Code) => ReactNode
}

/** The whole codebook for reading: contents beside it, then every code, the attributes and the rules. */
export function CodebookReader({ codebook, below }: CodebookReaderProps) {
  const codes = codebook.codes.filter(({ enabled }) => enabled)
  const attributes = usedAttributes(codebook)
  return (
    <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <div>
        <CodebookContents codebook={codebook} codes={codes} />
      </div>
      <div>
        {byFamily(codebook, codes).map((family) => (
          <Section key={family.key} title={family.label}>
            <div className="grid gap-10">
              {family.codes.map((code) => (
                <CodeEntry key={code.key} codebook={codebook} code={code}>
                  {below?.(code)}
                </CodeEntry>
              ))}
            </div>
          </Section>
        ))}
        {attributes.length > 0 && (
          <Section title={words.attributes}>
            <div className="grid gap-5">
              {attributes.map(([key, attribute]) => (
                <AttributeEntry key={key} attribute={attribute} />
              ))}
            </div>
          </Section>
        )}
        <SharedRules rules={codebook.rules} />
        <SwitchedOff codebook={codebook} />
      </div>
    </div>
  )
}
