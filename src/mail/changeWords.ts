import type { SideWords, WordFacts } from './words.ts'

/** Mails about a request that somebody changed while it went on, and the one that asks for feedback afterwards. */
export type ChangeTemplate = 'changed' | 'released' | 'feedback'
type ChangeWords = Record<ChangeTemplate, SideWords>
type RoleWords = (facts: WordFacts) => string

export function englishChanges(role: RoleWords): ChangeWords {
  return {
    changed: {
      candidate: {
        subject: (facts) => `Changed: interview for ${role(facts)}`,
        heading: () => 'Something about your interview has changed',
        opening: (facts) =>
          `The interview with ${facts.company} is being arranged on other terms; this is how it stands now. Please look whether the times you give still suit.`,
      },
      client: {
        subject: (facts) => `Changed: interview with ${facts.candidate}, ${facts.job}`,
        heading: (facts) => `The interview with ${facts.candidate} has changed`,
        opening: (facts) =>
          `The interview with ${facts.candidate} is being arranged on other terms; this is how it stands now. Please look whether the times you give still suit.`,
      },
      recruiter: {
        subject: (facts) => `Changed: interview of ${facts.candidate}, ${facts.job}`,
        heading: (facts) => `The interview of ${facts.candidate} has changed`,
        opening: (facts) => `The interview of ${facts.candidate} is being arranged on other terms.`,
      },
    },
    released: {
      candidate: {
        subject: (facts) => `You are not needed: interview for ${role(facts)}`,
        heading: () => 'You need not take part',
        opening: (facts) => `The interview with ${facts.company} goes on without you. You need do nothing more.`,
      },
      client: {
        subject: (facts) => `You are not needed: interview with ${facts.candidate}, ${facts.job}`,
        heading: (facts) => `The interview with ${facts.candidate} goes on without you`,
        opening: (facts) =>
          `We had asked you about the interview with ${facts.candidate}. It is now arranged with somebody else, so you need do nothing more. Thank you.`,
      },
      recruiter: {
        subject: (facts) => `You are not needed: interview of ${facts.candidate}, ${facts.job}`,
        heading: () => 'You need not take part',
        opening: (facts) => `The interview of ${facts.candidate} goes on without you.`,
      },
    },
    feedback: {
      candidate: {
        subject: (facts) => `How was your interview for ${role(facts)}?`,
        heading: (facts) => `How was the interview with ${facts.company}?`,
        opening: (facts) => `You met ${facts.company}. How was it? A few words are enough: just reply to this mail.`,
      },
      client: {
        subject: (facts) => `Your feedback please: ${facts.candidate}, ${facts.job}`,
        heading: (facts) => `How was ${facts.candidate}?`,
        opening: (facts) =>
          `You met ${facts.candidate} for the position ${facts.job}. What is your impression, and shall we go on? A few words are enough: just reply to this mail.`,
      },
      recruiter: {
        subject: (facts) => `Your feedback please: ${facts.candidate}, ${facts.job}`,
        heading: (facts) => `How was ${facts.candidate}?`,
        opening: (facts) => `You met ${facts.candidate}. What is your impression? Just reply to this mail.`,
      },
    },
  }
}

export function germanChanges(role: RoleWords): ChangeWords {
  return {
    changed: {
      candidate: {
        subject: (facts) => `Geändert: Gespräch für ${role(facts)}`,
        heading: () => 'An Ihrem Gespräch hat sich etwas geändert',
        opening: (facts) =>
          `Das Gespräch mit ${facts.company} wird zu anderen Bedingungen vereinbart; so sieht es jetzt aus. Bitte sehen Sie nach, ob Ihre Zeiten noch passen.`,
      },
      client: {
        subject: (facts) => `Geändert: Gespräch mit ${facts.candidate}, ${facts.job}`,
        heading: (facts) => `Am Gespräch mit ${facts.candidate} hat sich etwas geändert`,
        opening: (facts) =>
          `Das Gespräch mit ${facts.candidate} wird zu anderen Bedingungen vereinbart; so sieht es jetzt aus. Bitte sehen Sie nach, ob Ihre Zeiten noch passen.`,
      },
      recruiter: {
        subject: (facts) => `Geändert: Gespräch von ${facts.candidate}, ${facts.job}`,
        heading: (facts) => `Am Gespräch von ${facts.candidate} hat sich etwas geändert`,
        opening: (facts) => `Das Gespräch von ${facts.candidate} wird zu anderen Bedingungen vereinbart.`,
      },
    },
    released: {
      candidate: {
        subject: (facts) => `Sie werden nicht gebraucht: Gespräch für ${role(facts)}`,
        heading: () => 'Sie brauchen nicht teilzunehmen',
        opening: (facts) =>
          `Das Gespräch mit ${facts.company} wird ohne Sie vereinbart. Sie brauchen nichts mehr zu tun.`,
      },
      client: {
        subject: (facts) => `Sie werden nicht gebraucht: Gespräch mit ${facts.candidate}, ${facts.job}`,
        heading: (facts) => `Das Gespräch mit ${facts.candidate} findet ohne Sie statt`,
        opening: (facts) =>
          `Wir hatten Sie wegen des Gesprächs mit ${facts.candidate} gefragt. Es wird jetzt mit jemand anderem vereinbart, Sie brauchen nichts mehr zu tun. Vielen Dank.`,
      },
      recruiter: {
        subject: (facts) => `Sie werden nicht gebraucht: Gespräch von ${facts.candidate}, ${facts.job}`,
        heading: () => 'Sie brauchen nicht teilzunehmen',
        opening: (facts) => `Das Gespräch von ${facts.candidate} findet ohne Sie statt.`,
      },
    },
    feedback: {
      candidate: {
        subject: (facts) => `Wie war Ihr Gespräch für ${role(facts)}?`,
        heading: (facts) => `Wie war das Gespräch mit ${facts.company}?`,
        opening: (facts) =>
          `Sie haben mit ${facts.company} gesprochen. Wie war es? Ein paar Worte genügen: Antworten Sie einfach auf diese Mail.`,
      },
      client: {
        subject: (facts) => `Ihre Rückmeldung bitte: ${facts.candidate}, ${facts.job}`,
        heading: (facts) => `Wie war das Gespräch mit ${facts.candidate}?`,
        opening: (facts) =>
          `Sie haben mit ${facts.candidate} über die Position ${facts.job} gesprochen. Wie ist Ihr Eindruck, und soll es weitergehen? Ein paar Worte genügen: Antworten Sie einfach auf diese Mail.`,
      },
      recruiter: {
        subject: (facts) => `Ihre Rückmeldung bitte: ${facts.candidate}, ${facts.job}`,
        heading: (facts) => `Wie war das Gespräch mit ${facts.candidate}?`,
        opening: (facts) =>
          `Sie haben mit ${facts.candidate} gesprochen. Wie ist Ihr Eindruck? Antworten Sie einfach auf diese Mail.`,
      },
    },
  }
}
