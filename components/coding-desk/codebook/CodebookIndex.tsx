import { CodeName } from '../codes/CodeName'
import { codebookTexts as texts } from '../texts/codebook-texts'
import type { Desk } from '../use-desk'

/** All codes, and the rules they share. */
export function CodebookIndex({ desk }: { desk: Desk }) {
  const { codebook, tray } = desk
  return (
    <div className="grid gap-3">
      <ul className="grid">
        {codebook.codes
          .filter(({ enabled }) => enabled)
          .map((code) => (
            <li key={code.key}>
              <button
                type="button"
                onClick={() => tray.show(code.key)}
                className="-mx-2 flex min-h-11 w-full items-center gap-2 rounded-md px-2 text-start hover:bg-sunken lg:min-h-9"
              >
                <CodeName code={code} />
                {code.shortcut && <kbd className="font-sans text-muted text-sm">{code.shortcut}</kbd>}
                {code.level === 'document' && <span className="text-muted text-sm">{texts.documentCode}</span>}
              </button>
            </li>
          ))}
      </ul>
      {codebook.rules.length > 0 && (
        <section>
          <h4 className="font-semibold text-sm">{texts.rules}</h4>
          <ul className="mt-1 grid gap-1 text-sm">
            {codebook.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
