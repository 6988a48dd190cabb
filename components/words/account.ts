/** Words of the screens about people: first account, sign-in, account, invitation. */
export const account = {
  email: 'E-mail',
  name: 'Name',
  password: 'Password',
  passwordHint: 'At least 12 characters. Three or four words make a good one.',

  product: 'Code how news texts frame people and events, together, and show that your coders agree.',

  welcomeTitle: 'Welcome to Framewise',
  welcomeFirst: 'This server is new. Create the first account: yours, as the lead of the first study.',
  welcomeNext: 'Then: give the study a title, import texts, and invite coders by link.',
  createAccount: 'Create account',
  creatingAccount: 'Creating account…',

  signInTitle: 'Sign in',
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  noAccount: 'No account? Ask the lead of your study for an invitation link.',
  calculator: 'Agreement calculator',
  calculatorNote: 'needs no account.',
  tooManyAttempts: 'Too many attempts. Try again in 15 minutes; after very many attempts, in an hour.',
  wrongPassword: 'E-mail or password is wrong.',
  unreachable: 'The server cannot be reached. Check the connection and try again.',

  accountTitle: 'Account',
  changePassword: 'Change password',
  changingPassword: 'Changing password…',
  changePasswordNote: 'All other sessions end; here you stay signed in.',
  passwordChanged: 'The password is changed. All other sessions have ended.',
  currentPassword: 'Current password',
  newPassword: 'New password',
  sessions: 'Sessions',
  sessionsNote:
    'If a device was lost, or you forgot to sign out somewhere, end all sessions. You sign in again here, too.',
  endAll: 'End all sessions',
  signOut: 'Sign out',

  joinTitle: 'Join a study',
  invitedTitle: (study: string) => `Join “${study}”`,
  invitedBy: (person: string) => `${person} invites you to this study as`,
  joinAs: (name: string) => `Join as ${name}`,
  joining: 'Joining…',
  createAndJoin: 'Create account and join',
  haveAccount: 'I have an account already: sign in first',
  notYou: 'Not you? Sign out first, then open the link again.',
  linkClosedTitle: 'This link cannot be used any more',
  linkClosed: {
    expired: 'It was not used in time. Ask the lead of the study for a new one.',
    accepted: 'Somebody has joined with it already. If that was you, sign in. Otherwise ask the lead for a new one.',
    revoked: 'The lead of the study took it back. Ask for a new one.',
  },
  toSignIn: 'Go to sign-in',
}
