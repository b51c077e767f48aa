export interface LegalSection {
  heading: string
  text: string
}

/** The two pages that every guest page leads to: what is kept of somebody, and what these pages are for. */
export interface LegalWords {
  link: { privacy: string; terms: string }
  privacy: {
    heading: string
    intro: string
    sections: {
      kept: LegalSection
      seen: LegalSection
      passedOn: LegalSection
      howLong: { heading: string; text: (days: string) => string }
      pages: LegalSection
      rights: LegalSection
    }
  }
  terms: {
    heading: string
    intro: string
    sections: {
      use: LegalSection
      link: LegalSection
      answer: LegalSection
      people: LegalSection
      failing: LegalSection
    }
  }
}
