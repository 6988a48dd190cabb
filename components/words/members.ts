import type { MemberRole } from '@/lib/policy'

/** Words about the people of a study and what they may do. */
export const members = {
  role: { lead: 'Lead', coder: 'Coder', adjudicator: 'Adjudicator', viewer: 'Viewer' } satisfies Record<
    MemberRole,
    string
  >,
  roleMeans: {
    lead: 'runs the study: people, documents, codebook, names, report',
    coder: 'codes documents, and sees only their own work',
    adjudicator: 'decides disagreements in the review, and reads documents and the report',
    viewer: 'reads documents and the report, changes nothing',
  } satisfies Record<MemberRole, string>,

  title: 'Members',
  lead: 'Roles combine. In exports everybody appears by pseudonym only.',
  inviteTitle: 'Invite by link',
  inviteNote: 'One link for one person. It is shown once, here: copy it and send it yourself.',
  as: 'Invite as',
  note: 'For whom',
  noteHint: 'A reminder for you, for example a name.',
  days: 'Days it is valid',
  create: 'Create invitation link',
  creating: 'Creating link…',
  linkLabel: 'Invitation link',
  linkReady: (days: string) => `Send this link to one person. It works once, within ${days} days.`,

  open: 'Open invitations',
  openFor: 'For',
  openAs: 'As',
  openUntil: 'Valid until',
  openBy: 'Made by',
  revoke: 'Take back',
  nobodyNamed: 'nobody named',

  people: 'People',
  person: 'Person',
  pseudonym: 'Pseudonym',
  roles: 'Roles',
  joined: 'Joined',
  you: 'you',
  left: (date: string) => `Left on ${date}; the work stays`,
  remove: 'Remove',
  removeTitle: (name: string) => `Remove ${name} from the study?`,
  removeNote: (name: string) =>
    `${name} can no longer open the study. Everything they coded stays, under their pseudonym. Documents they have not opened are taken back.`,
  removeConfirm: 'Remove from study',
  saving: 'Saving…',
}
