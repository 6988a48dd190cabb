import { guessDirection } from '@/lib/text/direction'

test.each([
  ['Latin runs to the right', 'The dam leaked.', 'ltr'],
  ['Arabic runs to the left', 'تسرب السد.', 'rtl'],
  ['Hebrew runs to the left', 'הסכר דלף', 'rtl'],
  ['an Arabic text that opens with a Latin name runs to the left', 'Port Callis: تسرب السد في الليلة الماضية', 'rtl'],
  ['an English text that quotes an Arabic name runs to the right', 'ليلى praised the pilots of the harbour.', 'ltr'],
  ['with as many letters of both the first decides', 'אבגabc', 'rtl'],
  ['with as many letters of both the first decides', 'abcאבג', 'ltr'],
  ['digits and emoji have no say', '123 👍 ٤٠', 'ltr'],
  ['an empty text runs to the right', '', 'ltr'],
])('%s', (_, text, direction) => {
  expect(guessDirection(text)).toBe(direction)
})
