import type { LegalWords } from '../legalWords.ts'

export const germanLegal: LegalWords = {
  link: { privacy: 'Datenschutz', terms: 'Bedingungen' },
  privacy: {
    heading: 'Was über Sie gespeichert wird',
    intro:
      'Die Agentur oder das Unternehmen, das Ihnen geschrieben hat, vereinbart Gespräche mit dieser Software, Parley. Dort wird entschieden, was mit Ihren Daten geschieht, und dort erhalten Sie Auskunft.',
    sections: {
      kept: {
        heading: 'Was gespeichert wird',
        text: 'Ihr Name, Ihre E-Mail-Adresse und Telefonnummer, Ihre Zeitzone und Sprache. Was Sie uns hier oder per Mail mitteilen: Zeiten, Bemerkungen, Gründe, ein Ja oder ein Nein. Die Mails, die hinausgingen, und die Antworten darauf. Das Gespräch selbst: wann, wie und mit wem. Und zu jedem Schritt, wann und von wem er kam.',
      },
      seen: {
        heading: 'Wer es sieht',
        text: 'Die Personalberatung und die Kolleginnen und Kollegen, die teilnehmen. Ein Kundenunternehmen erfährt Ihren Namen, die vereinbarte Zeit und findet, wenn die Agentur einen hat, einen Link zu Ihrem Lebenslauf; nicht Ihre E-Mail-Adresse, Ihre Telefonnummer oder die Zeiten, die Sie angekreuzt haben.',
      },
      passedOn: {
        heading: 'Wohin es geht',
        text: 'Über die Dienste für Mail, Chat und Kalender, die die Agentur nutzt. Wo die Agentur ein Sprachmodell eingerichtet hat, kann ihm eine schwer lesbare Antwort per Mail geschickt werden, um die Zeiten darin zu finden. Verkauft wird nichts.',
      },
      howLong: {
        heading: 'Wie lange',
        text: (days) =>
          `Diese Software löscht von sich aus nichts: Ihre Daten bleiben, bis die Agentur sie löscht. Der persönliche Link in einer Mail gilt ${days}; danach bietet er einen neuen an.`,
      },
      pages: {
        heading: 'Was diese Seiten tun',
        text: 'Sie setzen keine Cookies, verfolgen niemanden, laden nichts von anderswo und bitten Suchmaschinen, sie nicht aufzunehmen. Ist ein Link falsch, wird die Netzadresse, von der er geöffnet wurde, eine Minute lang gezählt, damit niemand Links erraten kann.',
      },
      rights: {
        heading: 'Was Sie verlangen können',
        text: 'Um Ihre Daten zu sehen, berichtigen oder löschen zu lassen, schreiben Sie an die Person, deren Adresse in Ihrer Mail steht. Sie können sich auch an Ihre Datenschutzbehörde wenden.',
      },
    },
  },
  terms: {
    heading: 'Wozu diese Seiten da sind',
    intro: 'Sie kosten nichts und brauchen kein Konto.',
    sections: {
      use: {
        heading: 'Was Sie tun können',
        text: 'Zeiten nennen, eine auswählen oder bestätigen und ein Gespräch verschieben, absagen oder ablehnen.',
      },
      link: {
        heading: 'Ihr Link',
        text: 'Er gehört nur Ihnen: Wer ihn hat, kann für Sie antworten. Bitte geben Sie ihn nicht weiter.',
      },
      answer: {
        heading: 'Was eine Antwort bedeutet',
        text: 'Was Sie senden, geht an die Agentur oder das Unternehmen, das Ihnen geschrieben hat, so als hätten Sie es dort gesagt. Eine vereinbarte Zeit ist ein Termin und kein Angebot einer Anstellung.',
      },
      people: {
        heading: 'Ein Programm vereinbart, Menschen entscheiden',
        text: 'Ein Programm sammelt Zeiten und verschickt Mails. Wer eingestellt wird, entscheiden Menschen. Wenn Sie lieber mit jemandem sprechen, antworten Sie auf Ihre Mail oder rufen Sie an.',
      },
      failing: {
        heading: 'Wenn etwas nicht geht',
        text: 'Diese Seiten können eine Weile nicht erreichbar sein. Antworten Sie dann auf Ihre Mail: Das gilt genauso.',
      },
    },
  },
}
