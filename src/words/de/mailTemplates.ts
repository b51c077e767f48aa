import { forAll, type MailTemplates, type WordFacts } from '../mailWords.ts'

const role = (facts: WordFacts) => `${facts.job} bei ${facts.company}`
const minute = 'Es dauert etwa eine Minute, und Sie brauchen kein Konto.'

export const germanTemplates: MailTemplates = {
  request: {
    candidate: {
      subject: (facts) => `Gespräch für ${role(facts)}: Welche Zeiten passen Ihnen?`,
      heading: (facts) => `Wann können Sie mit ${facts.company} sprechen?`,
      opening: (facts) =>
        `${facts.company} möchte Sie für die Position ${facts.job} kennenlernen. Bitte nennen Sie uns Zeiten, die Ihnen passen. ${minute}`,
    },
    client: {
      subject: (facts) => `Gespräch mit ${facts.candidate}, ${facts.job}: Welche Zeiten passen Ihnen?`,
      heading: (facts) => `Wann passt Ihnen ein Gespräch mit ${facts.candidate}?`,
      opening: (facts) =>
        `Wir möchten ein Gespräch mit ${facts.candidate} für die Position ${facts.job} vereinbaren. Bitte nennen Sie uns Zeiten, die Ihnen passen. ${minute}`,
    },
    recruiter: {
      subject: (facts) => `Gespräch von ${facts.candidate}, ${facts.job}: Welche Zeiten passen Ihnen?`,
      heading: (facts) => `Wann können Sie beim Gespräch von ${facts.candidate} dabei sein?`,
      opening: (facts) =>
        `Für ${facts.candidate} wird ein Gespräch vereinbart (${role(facts)}). Bitte nennen Sie uns Zeiten, die Ihnen passen.`,
    },
  },
  askAnew: {
    candidate: {
      subject: (facts) => `Neuer Termin nötig: Gespräch für ${role(facts)}`,
      heading: (facts) => `Welche anderen Zeiten passen Ihnen für ${facts.company}?`,
      opening: (facts) =>
        `Für das Gespräch mit ${facts.company} suchen wir einen neuen Termin. Bitte nennen Sie uns Zeiten, die Ihnen jetzt passen. ${minute}`,
    },
    client: {
      subject: (facts) => `Neuer Termin nötig: Gespräch mit ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Welche anderen Zeiten passen Ihnen für ${facts.candidate}?`,
      opening: (facts) =>
        `Für das Gespräch mit ${facts.candidate} suchen wir einen neuen Termin. Bitte nennen Sie uns Zeiten, die Ihnen jetzt passen. ${minute}`,
    },
    recruiter: {
      subject: (facts) => `Neuer Termin nötig: Gespräch von ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Welche anderen Zeiten passen Ihnen für das Gespräch von ${facts.candidate}?`,
      opening: (facts) =>
        `Für das Gespräch von ${facts.candidate} suchen wir einen neuen Termin. Bitte nennen Sie uns Zeiten, die Ihnen jetzt passen.`,
    },
  },
  reminder: {
    candidate: {
      subject: (facts) => `Erinnerung: Gespräch für ${role(facts)}`,
      heading: () => 'Welche Zeiten passen Ihnen?',
      opening: (facts) =>
        `Zum Gespräch mit ${facts.company} fehlt uns noch Ihre Antwort. Schon wenige mögliche Zeiten helfen uns weiter.`,
    },
    client: {
      subject: (facts) => `Erinnerung: Gespräch mit ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `${facts.candidate} wartet auf einen Termin`,
      opening: (facts) =>
        `Zum Gespräch mit ${facts.candidate} fehlt uns noch Ihre Antwort. Eine kurze Rückmeldung hilft uns weiter.`,
    },
    recruiter: {
      subject: (facts) => `Erinnerung: Gespräch von ${facts.candidate}, ${facts.job}`,
      heading: () => 'Welche Zeiten passen Ihnen?',
      opening: (facts) => `Ihre Antwort zum Gespräch von ${facts.candidate} fehlt noch.`,
    },
  },
  acknowledgement: forAll({
    subject: (facts) => `Danke für Ihre Zeiten: ${role(facts)}`,
    heading: () => 'Danke, wir haben Ihre Zeiten',
    opening: () =>
      'Das haben Sie uns genannt. Sie können es ändern, bis ein Termin feststeht. Sobald es einen gibt, schreiben wir Ihnen.',
  }),
  choice: {
    candidate: {
      subject: (facts) => `Bitte Termin wählen: ${role(facts)}`,
      heading: () => 'Wählen Sie die Zeit, die Ihnen am besten passt',
      opening: (facts) => `Diese Zeiten sind für Ihr Gespräch mit ${facts.company} möglich. Bitte wählen Sie eine.`,
    },
    client: {
      subject: (facts) => `Bitte Termin wählen: ${facts.candidate}, ${facts.job}`,
      heading: () => 'Wählen Sie die Zeit, die Ihnen am besten passt',
      opening: (facts) => `Diese Zeiten sind für das Gespräch mit ${facts.candidate} möglich. Bitte wählen Sie eine.`,
    },
    recruiter: {
      subject: (facts) => `Bitte Termin wählen: ${facts.candidate}, ${facts.job}`,
      heading: () => 'Wählen Sie die Zeit, die am besten passt',
      opening: (facts) => `Diese Zeiten sind für das Gespräch von ${facts.candidate} möglich.`,
    },
  },
  approval: {
    candidate: {
      subject: (facts) => `Bitte bestätigen: Gespräch für ${role(facts)}`,
      heading: () => 'Passt Ihnen diese Zeit?',
      opening: (facts) =>
        `Diese Zeiten sind für Ihr Gespräch mit ${facts.company} möglich. Bitte bestätigen Sie eine davon.`,
    },
    client: {
      subject: (facts) => `Bitte freigeben: Gespräch mit ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Geben Sie eine Zeit mit ${facts.candidate} frei`,
      opening: (facts) =>
        `Diese Zeiten passen ${facts.candidate}. Geben Sie eine frei, schlagen Sie andere vor oder lehnen Sie ab: Der Knopf öffnet eine Seite, auf der Sie entscheiden.`,
    },
    recruiter: {
      subject: (facts) => `Bitte freigeben: Gespräch von ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Geben Sie eine Zeit für ${facts.candidate} frei`,
      opening: (facts) =>
        `Diese Zeiten passen ${facts.candidate}. Geben Sie eine frei, schlagen Sie andere vor oder lehnen Sie ab.`,
    },
  },
  waiting: forAll({
    subject: (facts) => `Ihr Gespräch wird vereinbart: ${role(facts)}`,
    heading: () => 'Im Moment ist nichts zu tun',
    opening: () => 'Vielen Dank. Wir schreiben Ihnen, sobald der nächste Schritt feststeht.',
  }),
  nothingFits: {
    candidate: {
      subject: (facts) => `Wir brauchen andere Zeiten: Gespräch für ${role(facts)}`,
      heading: () => 'Können Sie andere Zeiten anbieten?',
      opening: (facts) =>
        `Für Ihr Gespräch mit ${facts.company} gibt es noch keine gemeinsame Zeit. Können Sie noch einmal nachsehen und weitere Zeiten anbieten? Andere Tage helfen am meisten.`,
    },
    client: {
      subject: (facts) => `Wir brauchen andere Zeiten: Gespräch mit ${facts.candidate}, ${facts.job}`,
      heading: () => 'Können Sie andere Zeiten anbieten?',
      opening: (facts) =>
        `Für das Gespräch mit ${facts.candidate} gibt es noch keine gemeinsame Zeit. Können Sie noch einmal nachsehen und weitere Zeiten anbieten? Andere Tage helfen am meisten.`,
    },
    recruiter: {
      subject: (facts) => `Wir brauchen andere Zeiten: Gespräch von ${facts.candidate}, ${facts.job}`,
      heading: () => 'Können Sie andere Zeiten anbieten?',
      opening: (facts) => `Für das Gespräch von ${facts.candidate} gibt es noch keine gemeinsame Zeit.`,
    },
  },
  dayOf: {
    candidate: {
      subject: (facts) => `Heute: Gespräch für ${role(facts)}`,
      heading: () => 'Ihr Gespräch ist heute',
      opening: (facts) => `Heute sprechen Sie mit ${facts.company}. Hier ist alles, was Sie brauchen.`,
    },
    client: {
      subject: (facts) => `Heute: Gespräch mit ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Heute sprechen Sie mit ${facts.candidate}`,
      opening: (facts) => `Ihr Gespräch mit ${facts.candidate} ist heute. Hier ist alles, was Sie brauchen.`,
    },
    recruiter: {
      subject: (facts) => `Heute: Gespräch von ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Das Gespräch von ${facts.candidate} ist heute`,
      opening: (facts) => `${facts.candidate} und ${facts.company} sprechen heute miteinander.`,
    },
  },
  timeKept: {
    candidate: {
      subject: (facts) => `Es bleibt beim Termin: Gespräch für ${role(facts)}`,
      heading: () => 'Ihr Gespräch bleibt, wie es war',
      opening: (facts) =>
        `Wir hatten Sie nach anderen Zeiten gefragt. Das ist nicht mehr nötig: Sie sprechen mit ${facts.company} zur bekannten Zeit. Sie brauchen nichts zu tun.`,
    },
    client: {
      subject: (facts) => `Es bleibt beim Termin: Gespräch mit ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Das Gespräch mit ${facts.candidate} bleibt, wie es war`,
      opening: (facts) =>
        `Wir hatten Sie nach anderen Zeiten gefragt. Das ist nicht mehr nötig: Sie sprechen mit ${facts.candidate} zur bekannten Zeit. Sie brauchen nichts zu tun.`,
    },
    recruiter: {
      subject: (facts) => `Es bleibt beim Termin: Gespräch von ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Das Gespräch von ${facts.candidate} bleibt, wie es war`,
      opening: (facts) => `${facts.candidate} und ${facts.company} sprechen zur bisherigen Zeit miteinander.`,
    },
  },
  closing: {
    candidate: {
      subject: (facts) => `Nicht mehr nötig: Gespräch für ${role(facts)}`,
      heading: () => 'Wir suchen keinen Termin mehr',
      opening: (facts) =>
        `Das Gespräch mit ${facts.company} wird nicht weiter vereinbart. Sie brauchen nichts mehr zu tun, die früheren Links gelten nicht mehr. Vielen Dank für Ihre Zeit.`,
    },
    client: {
      subject: (facts) => `Nicht mehr nötig: Gespräch mit ${facts.candidate}, ${facts.job}`,
      heading: () => 'Wir suchen keinen Termin mehr',
      opening: (facts) =>
        `Das Gespräch mit ${facts.candidate} wird nicht weiter vereinbart. Sie brauchen nichts mehr zu tun, die früheren Links gelten nicht mehr. Vielen Dank für Ihre Zeit.`,
    },
    recruiter: {
      subject: (facts) => `Nicht mehr nötig: Gespräch von ${facts.candidate}, ${facts.job}`,
      heading: () => 'Wir suchen keinen Termin mehr',
      opening: (facts) => `Das Gespräch von ${facts.candidate} wird nicht weiter vereinbart.`,
    },
  },
  needsYou: forAll({
    subject: (facts) => `Parley braucht Sie: ${facts.candidate}, ${role(facts)}`,
    heading: () => 'Etwas braucht Ihre Entscheidung',
    opening: () =>
      'Während Sie weg waren, ist Parley an einen Punkt gekommen, an dem ein Mensch entscheiden muss. Öffnen Sie dazu den Chat.',
  }),
  enteredForYou: forAll({
    subject: (facts) => `Wir haben Ihre Zeiten notiert: ${role(facts)}`,
    heading: () => 'Wir haben diese Zeiten für Sie notiert',
    opening: (facts) =>
      `${facts.recruiter} hat diese Zeiten für Sie eingetragen. Stimmen sie, brauchen Sie nichts zu tun. Wenn nicht, ändern Sie sie bitte.`,
  }),
  renewedLink: forAll({
    subject: (facts) => `Ihr neuer Link: ${role(facts)}`,
    heading: () => 'Hier ist Ihr neuer Link',
    opening: () =>
      'Sie haben einen neuen Link angefordert, weil der frühere abgelaufen war. Er führt zu derselben Seite.',
  }),
  readBack: forAll({
    subject: (facts) => `Stimmt das? Gespräch für ${role(facts)}`,
    heading: () => 'Haben wir Sie richtig verstanden?',
    opening: () =>
      'Vielen Dank für Ihre Mail. Ein Programm hat sie gelesen und dies verstanden. Notiert wird erst etwas, wenn Sie sagen, dass es stimmt.',
  }),
  notUnderstood: forAll({
    subject: (facts) => `Ihre Antwort: Gespräch für ${role(facts)}`,
    heading: () => 'Bitte sagen Sie es uns auf der Seite',
    opening: (facts) => `Vielen Dank für Ihre Mail. ${facts.recruiter} kann sie lesen, aber notiert ist noch nichts.`,
  }),
  passedOn: forAll({
    subject: (facts) => `Wir haben Ihre Mail: Gespräch für ${role(facts)}`,
    heading: (facts) => `${facts.recruiter} hat Ihre Mail`,
    opening: (facts) =>
      `Vielen Dank für Ihre Mail. Wir haben sie an ${facts.recruiter} weitergegeben. Von selbst ändert sie nichts; was Sie ändern können, ändern Sie auf Ihrer Seite.`,
  }),
  invitation: {
    candidate: {
      subject: (facts) => `Gespräch bestätigt: ${role(facts)}`,
      heading: () => 'Ihr Gespräch ist bestätigt',
      opening: (facts) => `Alle haben zugesagt: Sie sprechen zu dieser Zeit mit ${facts.company}.`,
    },
    client: {
      subject: (facts) => `Gespräch bestätigt: ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Ihr Gespräch mit ${facts.candidate} ist bestätigt`,
      opening: (facts) => `Alle haben zugesagt: Sie sprechen zu dieser Zeit mit ${facts.candidate}.`,
    },
    recruiter: {
      subject: (facts) => `Gespräch bestätigt: ${facts.candidate}, ${role(facts)}`,
      heading: (facts) => `Das Gespräch von ${facts.candidate} ist bestätigt`,
      opening: (facts) => `${facts.candidate} und ${facts.company} haben dieser Zeit zugestimmt.`,
    },
  },
  change: {
    candidate: {
      subject: (facts) => `Gespräch geändert: ${role(facts)}`,
      heading: () => 'Ihr Gespräch hat sich geändert',
      opening: (facts) => `Für Ihr Gespräch mit ${facts.company} gibt es neue Angaben. Es gelten diese:`,
    },
    client: {
      subject: (facts) => `Gespräch geändert: ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Ihr Gespräch mit ${facts.candidate} hat sich geändert`,
      opening: (facts) => `Für das Gespräch mit ${facts.candidate} gibt es neue Angaben. Es gelten diese:`,
    },
    recruiter: {
      subject: (facts) => `Gespräch geändert: ${facts.candidate}, ${role(facts)}`,
      heading: (facts) => `Das Gespräch von ${facts.candidate} hat sich geändert`,
      opening: (facts) => `Für das Gespräch von ${facts.candidate} mit ${facts.company} gibt es neue Angaben.`,
    },
  },
  cancellation: {
    candidate: {
      subject: (facts) => `Gespräch abgesagt: ${role(facts)}`,
      heading: () => 'Ihr Gespräch ist abgesagt',
      opening: (facts) =>
        `Das Gespräch mit ${facts.company} findet zu dieser Zeit nicht statt. Wir bitten um Verständnis.`,
    },
    client: {
      subject: (facts) => `Gespräch abgesagt: ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Ihr Gespräch mit ${facts.candidate} ist abgesagt`,
      opening: (facts) =>
        `Das Gespräch mit ${facts.candidate} findet zu dieser Zeit nicht statt. Wir bitten um Verständnis.`,
    },
    recruiter: {
      subject: (facts) => `Gespräch abgesagt: ${facts.candidate}, ${role(facts)}`,
      heading: (facts) => `Das Gespräch von ${facts.candidate} ist abgesagt`,
      opening: (facts) => `${facts.candidate} und ${facts.company} sprechen zu dieser Zeit nicht miteinander.`,
    },
  },
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
  late: {
    candidate: {
      subject: (facts) => `Beginnt später: Gespräch für ${role(facts)}`,
      heading: () => 'Ihr Gespräch beginnt etwas später',
      opening: () =>
        'Bitte kommen Sie wie geplant und haben Sie etwas Geduld. Sonst hat sich nichts geändert, Sie brauchen nichts zu tun.',
    },
    client: {
      subject: (facts) => `Beginnt später: Gespräch mit ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Das Gespräch mit ${facts.candidate} beginnt etwas später`,
      opening: () =>
        'Bitte kommen Sie wie geplant und haben Sie etwas Geduld. Sonst hat sich nichts geändert, Sie brauchen nichts zu tun.',
    },
    recruiter: {
      subject: (facts) => `Beginnt später: Gespräch von ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Das Gespräch von ${facts.candidate} beginnt etwas später`,
      opening: () => 'Sonst hat sich nichts geändert.',
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
