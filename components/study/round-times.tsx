import { Section } from '../ui/page-header'
import { Table } from '../ui/table'
import { study as words } from '../words/study'

interface RoundTime {
  number: number
  title: string
  codings: number
  totalSeconds: number
  medianSeconds: number
}

/** How long coding takes, by round and for all coders together. */
export function RoundTimes({ rounds }: { rounds: RoundTime[] }) {
  if (rounds.length === 0) return null
  return (
    <Section title={words.time} note={words.timeNote}>
      <div className="max-w-2xl">
        <Table caption={words.time}>
          <thead>
            <tr>
              <th scope="col">{words.timeRound}</th>
              <th scope="col" className="text-right">
                {words.timeCodings}
              </th>
              <th scope="col" className="text-right">
                {words.timeMedian}
              </th>
              <th scope="col" className="text-right">
                {words.timeTotal}
              </th>
            </tr>
          </thead>
          <tbody>
            {rounds.map(({ number, title, codings, medianSeconds, totalSeconds }) => (
              <tr key={number}>
                <th scope="row" className="font-normal" dir="auto">
                  {title}
                </th>
                <td className="text-right">{codings.toLocaleString('en')}</td>
                <td className="whitespace-nowrap text-right">{words.duration(medianSeconds)}</td>
                <td className="whitespace-nowrap text-right">{words.duration(totalSeconds)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </Section>
  )
}
