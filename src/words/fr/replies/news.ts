import { counted } from '../../counted.ts'
import type { NewsWords } from '../../replyWords.ts'

const verb = (count: number, one: string, several: string) => (count === 1 ? one : several)

export const frenchNews: NewsWords = {
  declined: (name) => `Refus, sans motif : ${name}.`,
  declinedBecause: (name, cause) => `Refus : ${name}, « ${cause} ».`,
  waitsForYou: (about) => `${about} vous attend : la carte ci-dessus montre ce que vous pouvez faire.`,
  goesOn: (about) => `${about} continue avec les autres contacts.`,
  noCommonTime: (name, title) => `Aucun créneau commun pour ${name}, ${title}.`,
  onlyAllowed: (times) => `Vous n’avez autorisé que ceci : ${times}. « any time » lève cette limite.`,
  reasons: {
    wishes: (name) => `${name} a demandé un autre créneau.`,
    newTime: 'Un nouveau créneau est nécessaire.',
    withoutYou: 'L’entretien a lieu sans vous.',
  },
  remedy: {
    moreTimes: (name) => `D’autres créneaux sont demandés à ${name}.`,
    standInAsked: (name, others) => `Des créneaux sont demandés à ${name} : ${name} ou ${others}, peu importe.`,
    standIn: (name, others) => `${name} ou ${others} : une seule personne suffit.`,
    without: (names) => `La présence n’est plus requise : ${names}.`,
    hours: (from, to) => `L’entretien peut désormais avoir lieu entre ${from} et ${to}.`,
    noNotice: 'Aucun préavis n’est plus nécessaire.',
    notice: (count) => `Un préavis de ${counted('fr', count, { one: '# heure', other: '# heures' })} suffit désormais.`,
    laterEnd: (day) => `Le dernier jour possible est désormais le ${day}.`,
    shorter: (count) => `L’entretien dure désormais ${counted('fr', count, { one: '# minute', other: '# minutes' })}.`,
    lookingAgain: 'Je cherche à nouveau des créneaux ; la carte montre le résultat.',
    somebody: 'quelqu’un',
  },
  reminders: {
    stopped: (name, about) =>
      `${name} ne souhaite plus de rappels concernant ${about}. Je n’en envoie plus ; la demande continue, un appel peut aider.`,
    stoppedPhone: (name, about, number) =>
      `${name} ne souhaite plus de rappels concernant ${about}. Je n’en envoie plus ; la demande continue, un appel peut aider (${number}).`,
    resume: 'Reprendre les rappels',
  },
  links: {
    renewed: (name, when) =>
      `${name} n’a pas répondu, et le lien de l’e-mail expire : ${when}. J’en envoie un nouveau ; cela ne se fait de soi-même qu’une fois.`,
    expires: (name, person, title, when) =>
      `${name} n’a pas répondu pour ${person}, ${title}, et le lien renouvelé expire : ${when}. À vous de jouer : un appel peut aider.`,
    expiresPhone: (name, person, title, when, number) =>
      `${name} n’a pas répondu pour ${person}, ${title}, et le lien renouvelé expire : ${when}. À vous de jouer : un appel peut aider (${number}).`,
    soon: 'bientôt',
    fresh: (name) => `Nouveau lien pour ${name}`,
    cancel: 'Annuler la demande',
    cancelConfirm: 'Toutes les personnes contactées apprennent que c’est fini.',
  },
  passed: (name, keep) =>
    `L’entretien avec ${name} devait être déplacé, mais son heure est passée. « ${keep} », sur la carte, indique qu’il a eu lieu ; sinon, reportez-le ou annulez-le là.`,
  outage: {
    gap: (from, to) => `J’étais à l’arrêt du ${from} au ${to}.`,
    late: (count) =>
      `${counted('fr', count, { one: '# action tombait', other: '# actions tombaient' })} dans cet intervalle ; ce qui a encore un sens est fait maintenant.`,
    nothingLate: 'Rien de ce qui devait partir ne tombait dans cet intervalle.',
    skipped: (count) =>
      `${counted('fr', count, { one: '# rappel, devenu inutile, a été omis', other: '# rappels, devenus inutiles, ont été omis' })}.`,
    briefing: 'Le point du jour de cet intervalle a été omis.',
  },
  steps: {
    failed: (step, cause) => `${step} : échec. ${cause}`,
    unknown: (step, cause) => `${step} : ${cause} Appuyez pour renvoyer si rien n’est arrivé.`,
    stopped: 'L’envoi de cet e-mail a été interrompu : il est peut-être parti, ou pas.',
    tryAgain: 'Réessayer',
    what: {
      mail: 'Un e-mail',
      cancellation: 'Une annulation',
      invitation: 'Une invitation',
      atsInterview: 'Entretien à inscrire dans l’ATS',
      atsStage: 'Étape à changer dans l’ATS',
      atsLog: 'Journal ATS',
      chat: 'Un message de conversation',
      briefing: 'Un point du jour',
    },
  },
  mails: {
    noAddress: 'Une personne sans adresse',
    severalWriters: 'Un e-mail de plusieurs expéditeurs',
    automatic: (name, about) => `${name} : une réponse automatique concernant ${about}. Je n’en ai rien fait.`,
    stranger: (who, name, about) =>
      `${who} a écrit à l’adresse prévue pour ${name}, concernant ${about}, sans en faire partie. Je n’en ai rien fait.`,
    unproven: (name, address, about) =>
      `Un e-mail concernant ${about} dit venir de l’adresse ${address} (${name}), mais notre serveur a établi que c’est faux (DMARC). Je n’en ai rien fait. Posez la question à ${name}.`,
    unread: (name, about, cause) =>
      `${name} a écrit concernant ${about}, mais je n’ai pas pu lire l’e-mail : ${cause}. Demandez-le à nouveau, sans pièces jointes.`,
    trouble: {
      tooBig: 'il dépasse 10 Mo',
      tooManyParts: 'il compte plus de 100 parties',
      unreadable: 'il n’est pas construit comme un e-mail',
    },
    shown: (name, about) => `${name} a écrit concernant ${about}. Je ne fais que le montrer.`,
    wrote: (name, about) => `${name} a écrit concernant ${about}.`,
    notAnswered: 'Je n’ai pas répondu : ce serait un e-mail de trop en peu de temps. Merci de regarder vous-même.',
    understood: {
      windows: (name) =>
        `J’ai compris les créneaux ci-dessous et demandé par e-mail à ${name} de les confirmer ; d’ici là, rien n’est noté.`,
      select: (name) =>
        `J’ai compris un choix parmi les créneaux ci-dessous et demandé par e-mail à ${name} de le confirmer.`,
      decline: (name) => `J’ai compris une impossibilité de participer (${name}) et demandé confirmation par e-mail.`,
      unclear: (name) => `Rien n’est noté ; j’ai répondu à ${name} avec le lien vers la page.`,
      passedOn: (name) =>
        `Je n’en ai rien fait et j’ai répondu à ${name} en disant que vous le lisez et comment modifier.`,
    },
    serverTrouble: (name, address, about) =>
      `Un serveur de messagerie signale un problème avec un e-mail à ${name} (${address}) concernant ${about}.`,
    cameBack: (name, address, about, advice) =>
      `L’e-mail à ${name} (${address}) concernant ${about} est revenu. ${advice}`,
    serverSaid: (cause) => `Réponse du serveur : ${cause}`,
    advice: {
      address: 'L’adresse n’existe pas. Demandez la bonne et corrigez la fiche.',
      mailbox: 'La boîte n’accepte pas d’e-mails, car elle est pleine ou désactivée. Écrivez autrement ou appelez.',
      network: 'L’e-mail n’a longtemps pas pu être remis et n’est plus tenté.',
      policy: 'Le destinataire refuse nos e-mails. Écrivez autrement ou appelez, et faites vérifier notre messagerie.',
      other: 'Vérifiez l’adresse, écrivez autrement ou appelez.',
    },
  },
  calendars: {
    stranger: (who, about) =>
      `${who} a répondu à une invitation concernant ${about} qui ne lui était pas destinée. Je n’en ai rien fait.`,
    unproven: (about, name) =>
      `Une réponse à l’invitation concernant ${about} porte le nom ${name}, mais notre serveur a établi que c’est faux (DMARC). Je n’en ai rien fait. Posez la question à ${name}.`,
    answers: {
      accepted: (name, event) => `${name} a accepté l’invitation : ${event}.`,
      declined: (name, event) => `${name} a refusé l’invitation dans l’agenda. L’entretien reste fixé : ${event}.`,
      tentative: (name, event) => `${name} viendra peut-être, sans l’avoir confirmé : ${event}.`,
      delegated: (name, event) =>
        `${name} souhaite envoyer quelqu’un d’autre. L’entretien reste fixé comme convenu : ${event}.`,
      open: (name, event) => `${name} n’a pas encore décidé : ${event}.`,
    },
    counter: (name, when, event) =>
      `${name} préférerait ${when} au créneau convenu : ${event}. Rien n’a encore changé.`,
    counterUnclear: (name, event) =>
      `${name} préférerait un autre créneau que celui convenu : ${event}. L’agenda ne dit pas clairement lequel. Rien n’a encore changé.`,
    cancelInterview: 'Annuler l’entretien',
    askOthers: 'Proposer ce créneau aux autres',
    askOthersConfirm: (name) =>
      `De nouveaux créneaux sont demandés à tout le monde, et celui-ci est noté pour ${name}. L’entretien reste fixé tant qu’un nouveau créneau n’est pas convenu.`,
  },
  panel: {
    cannotCome: (name, about, job, when) =>
      `${name} ne peut pas venir pour ${about} (${job}) : ${when}. Pouvez-vous prendre cette place ?`,
    calendarUnread: 'Je ne peux pas lire votre agenda et ne sais donc pas si vous êtes libre.',
    takeSeat: 'Je la prends',
    passSeat: 'Je ne peux pas',
    told: (name, about, when) => `${name} ne peut pas venir pour ${about}, ${when}.`,
    toldBecause: (name, about, when, cause) => `${name} ne peut pas venir pour ${about}, ${when} : « ${cause} ».`,
    nobodyElse: 'Je n’ai trouvé personne d’autre sur ce poste. L’entretien reste fixé.',
    askedAlready: (names, count) =>
      `${names} ${verb(count, 'a', 'ont')} déjà reçu la question. L’entretien reste fixé jusqu’à ce que quelqu’un prenne la place.`,
    asked: (names) => `J’ai proposé la place à ${names}. D’ici là, l’entretien reste fixé.`,
    takesSeat: (name, other, about) =>
      `${name} prend la place laissée par ${other} dans ${about}. Tout le monde reçoit la modification dans le même événement d’agenda.`,
    thanks: 'Merci de me l’avoir dit.',
    passed: (name, about) => `${name} ne peut pas prendre la place dans ${about}.`,
    late: (name, late, about, when) => `${name} aura environ ${late} minutes de retard pour ${about}, ${when}.`,
    lateNote: (name, late, about, when, remark) =>
      `${name} aura environ ${late} minutes de retard pour ${about}, ${when} : « ${remark} »`,
    tell: (name) => `Prévenir ${name}`,
    reach: (name) => `Ou appeler ${name}`,
    mailed: (names) => `J’ai écrit à ${names}.`,
    mailedEnough: (names) =>
      `Trois e-mails sur des retards à cet entretien sont déjà partis à ${names} ; je n’en ai pas envoyé d’autre. Appelez, s’il vous plaît.`,
    toldOne: (name) => `J’ai prévenu ${name}.`,
    toldAll: (name) => `J’ai prévenu ${name} et vos collègues.`,
    delegated: (name, about, other) => `${name} a transmis ${about} à ${other}, qui reçoit maintenant la question.`,
  },
}
