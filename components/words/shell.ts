/** Words of the frame around the screens. */
export const shell = {
  product: 'Framewise',
  description: 'Code how news texts frame people and events, together, and show that your coders agree.',
  skip: 'Skip to the content',
  studies: 'My studies',
  calculator: 'Calculator',
  account: 'Account',
  signIn: 'Sign in',
  notFoundTitle: 'There is nothing here',
  notFound: 'The page does not exist, or it belongs to a study you are not a member of.',
  toStudies: 'Go to my studies',
  leadOnly: 'Only the lead of the study can do this. Ask the lead for another role.',
  refusedTitle: 'Not for you, or not yet',
  failedTitle: 'Something went wrong',
  failed:
    'The server could not finish this page. Nothing you did is lost. Try again; if it stays, tell whoever runs this server.',
  retry: 'Try again',
  studyNavigation: 'Parts of the study',
  signedInAs: (name: string) => `Signed in as ${name}`,
}
