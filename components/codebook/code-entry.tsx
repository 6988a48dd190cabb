import type { ReactNode } from 'react'
import type { Code, Codebook } from '@/lib/coding/codebook'
import { attributesOf } from '@/lib/coding/codes'
import { codebook as words } from '../words/codebook'
import { CodeLine, KeyCap } from './code-swatch'
import { ExampleText } from './example-text'

function Rules({ title, rules }: { title: string; rules: string[] }) {
  if (rules.length === 0) return null
  return (
    <div>
      <h4 className="font-semibold text-muted">{title}</h4>
      <ul className="mt-1 grid list-disc gap-1 pl-5 marker:text-muted">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </div>
  )
}

function Examples({ code }: { code: Code }) {
  if (code.examples.length === 0) return null
  return (
    <div>
      <h4 className="font-semibold text-muted">{words.examples}</h4>
      <ul className="mt-1 grid gap-3">
        {code.examples.map((example) => (
          <ExampleText key={example.text} code={code} example={example} />
        ))}
      </ul>
    </div>
  )
}

function NearMisses({ nearMisses }: Pick<Code, 'nearMisses'>) {
  if (nearMisses.length === 0) return null
  return (
    <div>
      <h4 className="font-semibold text-muted">{words.nearMisses}</h4>
      <ul className="mt-1 grid gap-3">
        {nearMisses.map(({ text, why }) => (
          <li key={text}>
            <p className="font-serif leading-relaxed" dir="auto">
              {text}
            </p>
            {why && <p className="text-muted">{why}</p>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Asks({ codebook, code }: { codebook: Codebook; code: Code }) {
  const attributes = attributesOf(codebook, code)
  if (attributes.length === 0) return null
  return (
    <p className="text-muted">
      {words.asks}: {attributes.map(({ attribute }) => attribute.label.toLowerCase()).join(', ')}
    </p>
  )
}

/** The address of a code within the page. */
export function codeAnchor(key: string): string {
  return `code-${key}`
}

/** One code for reading: what it means, what belongs to it and what does not, with examples. */
export function CodeEntry({ codebook, code, children }: { codebook: Codebook; code: Code; children?: ReactNode }) {
  return (
    <article id={codeAnchor(code.key)} className="scroll-mt-6 border-line border-t pt-6">
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 className="font-semibold font-serif text-2xl">
          <CodeLine code={code}>{code.label}</CodeLine>
        </h3>
        {code.shortcut && (
          <span className="text-muted">
            <span className="sr-only">{words.shortcut} </span>
            <KeyCap shortcut={code.shortcut} />
          </span>
        )}
        {code.level === 'document' && <span className="text-muted">{words.documentLevel}</span>}
      </header>
      <p className="mt-3 max-w-2xl text-lg">{code.definition}</p>
      <div className="mt-4 grid gap-x-10 gap-y-5 md:grid-cols-2">
        <Rules title={words.include} rules={code.include} />
        <Rules title={words.exclude} rules={code.exclude} />
        <Examples code={code} />
        <NearMisses nearMisses={code.nearMisses} />
      </div>
      <div className="mt-4">
        <Asks codebook={codebook} code={code} />
      </div>
      {children}
    </article>
  )
}
