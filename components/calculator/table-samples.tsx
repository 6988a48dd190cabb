import { intake as words } from '../words/calculator/intake'

const units = `unit_id,doc_id,C01,C02,C03
S1,D1,hero,hero,villain
S2,D1,victim,victim,NA
S3,D2,hero,hero,hero`

const spans = `doc_id,coder,code,start,end
D1,C01,hero,0,14
D1,C02,hero,0,14
D2,C02,,,`

const lengths = `doc_id,length
D1,480
D2,350`

/** The kinds of tables, each with a few rows to copy from. */
export function TableSamples() {
  return (
    <details className="group">
      <summary className="inline-flex min-h-11 list-none items-center before:w-5 before:content-['+'] group-open:before:content-['–'] font-semibold text-accent underline-offset-4 hover:underline">
        {words.how}
      </summary>
      <div className="mt-2 grid gap-6 md:grid-cols-2">
        <Sample text={units} note={`${words.howUnits} ${words.howSets}`} />
        <div className="grid content-start gap-6">
          <Sample text={spans} note={words.howSpans} />
          <Sample text={lengths} note={words.howLengths} />
        </div>
      </div>
    </details>
  )
}

function Sample({ text, note }: { text: string; note: string }) {
  return (
    <figure className="min-w-0">
      <pre className="overflow-x-auto rounded-md bg-sunken px-4 py-3 font-mono text-sm">{text}</pre>
      <figcaption className="mt-2 text-base text-muted">{note}</figcaption>
    </figure>
  )
}
