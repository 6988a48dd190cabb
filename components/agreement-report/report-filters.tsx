import { presenceLevels } from '@/lib/agreement/report/document-statistics'
import type { StudyAgreement } from '@/lib/coding/agreement-request'
import { Button } from '../ui/button'
import { SelectField, TextField } from '../ui/field'
import { CheckList } from './check-list'
import { filterWords as words } from './filter-words'
import { pageAddress } from './report-files'
import { levelNames, setNames } from './report-words'

type Asked = Pick<StudyAgreement, 'study' | 'filters' | 'choices' | 'header'>

/** What the report is about, as a form that sends an address: it works without a script and can be shared. */
export function ReportFilters({ report }: { report: Asked }) {
  const { study, filters } = report
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  return (
    <div className="my-4">
      <p className="hidden print:block">{`${words.title}: ${asked(report)}`}</p>
      <details className="group rounded-md border border-line bg-surface px-4 print:hidden">
        <summary className="flex min-h-11 list-none flex-wrap items-center gap-x-3 before:w-3 before:content-['+'] group-open:before:content-['–']">
          <span className="font-semibold">{words.title}</span>
          <span className="text-muted">{asked(report)}</span>
        </summary>
        <form method="get" action={pageAddress(study.id, {})} className="grid gap-6 border-line border-t py-4">
          <Choices report={report} />
          <Lists report={report} />
          <p>
            <Button type="submit" kind="primary">
              {words.show}
            </Button>
          </p>
        </form>
      </details>
      {isFiltered && (
        <a href={pageAddress(study.id, {})} className="inline-block py-2 underline underline-offset-4 print:hidden">
          {words.reset}
        </a>
      )}
    </div>
  )
}

/** Sentence; round 2; C01, C03. */
function asked({ filters, header }: Asked): string {
  const { round, version, set, coders, codes, targets } = filters
  return [
    words.unitOf(levelNames[header.unit]),
    round === undefined ? '' : words.roundOf(round),
    version === undefined ? '' : words.versionOf(version),
    set === undefined ? '' : setNames[set],
    coders ? coders.join(', ') : words.allCoders,
    codes ? words.codesOf(codes.length) : words.allCodes,
    targets ? targets.join(', ') : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

function Choices({ report: { filters, choices, header } }: { report: Asked }) {
  const { rounds, versions, sets } = choices
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <SelectField label={words.unit} name="unit" defaultValue={header.unit}>
        {presenceLevels.map((level) => (
          <option key={level} value={level}>
            {levelNames[level]}
          </option>
        ))}
      </SelectField>
      <SelectField label={words.round} name="round" defaultValue={filters.round ?? ''}>
        <option value="">{words.mainRounds}</option>
        {rounds.map(({ number, title, version }) => (
          <option key={number} value={number}>
            {words.roundChoice(number, title, version)}
          </option>
        ))}
      </SelectField>
      <SelectField label={words.version} name="version" defaultValue={filters.version ?? ''}>
        <option value="">{words.lastVersion}</option>
        {versions.map((version) => (
          <option key={version}>{version}</option>
        ))}
      </SelectField>
      <SelectField label={words.set} name="set" defaultValue={filters.set ?? ''}>
        <option value="">{words.allSets}</option>
        {sets.map((set) => (
          <option key={set} value={set}>
            {setNames[set]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={words.seed}
        name="seed"
        inputMode="numeric"
        pattern="[0-9]*"
        placeholder={String(header.seed)}
        defaultValue={filters.seed ?? ''}
      />
      <TextField
        label={words.replicates}
        name="replicates"
        inputMode="numeric"
        pattern="[0-9]*"
        placeholder="2000"
        defaultValue={filters.replicates ?? ''}
      />
    </div>
  )
}

function Lists({ report }: { report: Asked }) {
  const { filters, choices } = report
  return (
    <>
      <CheckList
        title={words.coders}
        name="coders"
        chosen={filters.coders}
        options={choices.coders.map((coder) => ({ value: coder, label: coder }))}
      />
      <CheckList
        title={words.codes}
        name="codes"
        chosen={filters.codes}
        options={choices.codes.map(({ key, label }) => ({ value: key, label }))}
      />
      <CheckList
        title={words.targets}
        hint={words.targetsHint(Math.min(mostTargets, report.choices.targets.length), report.choices.targets.length)}
        name="targets"
        chosen={filters.targets}
        options={offeredTargets(report).map((target) => ({ value: target, label: target }))}
      />
    </>
  )
}

/** Targets are an open list: the most frequent are offered, and what was asked for. */
const mostTargets = 100

function offeredTargets({ filters, choices }: Asked): string[] {
  return [...new Set([...choices.targets.slice(0, mostTargets), ...(filters.targets ?? [])])]
}
