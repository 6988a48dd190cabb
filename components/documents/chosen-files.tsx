import { Button } from '../ui/button'
import { documents as words } from '../words/documents'

interface ChosenFilesProps {
  files: File[]
  onTakeOut: (file: File) => void
}

function size(bytes: number): string {
  return bytes < 10_000 ? `${bytes.toLocaleString('en')} B` : `${Math.round(bytes / 1024).toLocaleString('en')} KiB`
}

/** The files chosen so far; each can be taken out again. */
export function ChosenFiles({ files, onTakeOut }: ChosenFilesProps) {
  return (
    <ul className="max-h-64 overflow-y-auto border-line border-t">
      {files.map((file) => (
        <li
          key={`${file.name} ${file.size} ${file.lastModified}`}
          className="flex items-center justify-between gap-4 border-line border-b "
        >
          <span className="min-w-0 break-words">{file.name}</span>
          <span className="flex shrink-0 items-center gap-4 text-muted tabular-nums">
            {size(file.size)}
            <Button kind="quiet" onClick={() => onTakeOut(file)} aria-label={`${words.takeOut}: ${file.name}`}>
              {words.takeOut}
            </Button>
          </span>
        </li>
      ))}
    </ul>
  )
}
