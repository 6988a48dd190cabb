import type { Code } from '@/lib/coding/codebook'
import { CodeName } from '../CodeName'
import { deskTexts } from '../texts'
import { DeskDialog } from './DeskDialog'

const { keys: texts } = deskTexts

/** All keys of the desk. */
export function KeysDialog({ codes, onClose }: { codes: readonly Code[]; onClose(): void }) {
  return (
    <DeskDialog title={texts.title} onClose={onClose}>
      <dl className="grid grid-cols-[minmax(7rem,auto)_1fr] gap-x-5 gap-y-2">
        {texts.rows.map(([key, does]) => (
          <div key={key} className="contents">
            <dt className="font-semibold">{key}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <h3 className="mt-5 mb-2 text-muted text-sm">{texts.codes}</h3>
      <dl className="grid grid-cols-[minmax(7rem,auto)_1fr] gap-x-5 gap-y-2">
        {codes
          .filter((code) => code.shortcut)
          .map((code) => (
            <div key={code.key} className="contents">
              <dt className="font-semibold">{code.shortcut}</dt>
              <dd>
                <CodeName code={code} />
              </dd>
            </div>
          ))}
      </dl>
    </DeskDialog>
  )
}
