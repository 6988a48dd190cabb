import { Button } from '../ui/button'
import { documents as words } from '../words/documents'
import { isPasted, shownName } from './pasted-text'

interface ChosenFilesProps {
  files: File[]
  onTakeOut: (file: File) => void
}

function size(bytes: number): string {
  return bytes < 10_000 ? `${bytes.toLocaleString('en')} B` : `${Math.round(bytes / 1024).toLocaleString('en')} KiB`
}

/** So many files are listed; all are imported. */
const shown = 100

function ChosenFile({ file, onTakeOut }: { file: File; onTakeOut: (file: File) => void }) {
  const name = shownName(file.name)
  return (
    <li className="flex items-center justify-between gap-4 border-line border-b">
      <span className="min-w-0 break-words">{name}</span>
      <span className="flex shrink-0 items-center gap-4 text-muted tabular-nums">
        {!isPasted(file.name) && size(file.size)}
        <Button kind="quiet" onClick={() => onTakeOut(file)} aria-label={`${words.takeOut}: ${name}`}>
          {words.takeOut}
        </Button>
      </span>
    </li>
  )
}

/** The files chosen so far; each can be taken out again. */
export function ChosenFiles({ files, onTakeOut }: ChosenFilesProps) {
  return (
    <>
      <ul className="border-line border-t">
        {files.slice(0, shown).map((file) => (
          <ChosenFile key={`${file.name} ${file.size} ${file.lastModified}`} file={file} onTakeOut={onTakeOut} />
        ))}
      </ul>
      {files.length > shown && <p className="mt-2 text-muted">{words.andMore(files.length - shown)}</p>}
    </>
  )
}
