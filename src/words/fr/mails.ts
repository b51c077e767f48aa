import { counted } from '../counted.ts'
import type { MailWords } from '../mailWords.ts'
import { frenchTemplates } from './mailTemplates.ts'

export const frenchMails: MailWords = {
  templates: frenchTemplates,
  greeting: (name) => `Bonjour ${name},`,
  colon: ' : ',
  button: {
    times: 'Indiquer mes disponibilités',
    changeTimes: 'Modifier mes disponibilités',
    choose: 'Choisir un créneau',
    review: 'Examiner et décider',
    look: 'Voir où en est l’entretien',
    record: 'Ouvrir le dossier',
    manage: 'Voir ou modifier l’entretien',
    confirm: 'Vérifier et confirmer',
  },
  label: {
    position: 'Poste',
    candidate: 'Candidature',
    company: 'Entreprise',
    with: 'Vous rencontrez',
    participants: 'Participation',
    title: 'Entretien',
    duration: 'Durée',
    format: 'Modalités',
    when: 'Quand',
    now: 'Nouveau créneau',
    was: 'Auparavant',
    cancelledTime: 'Créneau annulé',
    join: 'Rejoindre ici',
    number: 'Numéro à appeler',
    address: 'Adresse',
    reason: 'Motif',
    note: 'Votre remarque',
    days: 'Jours possibles',
    answerBy: 'Réponse souhaitée avant le',
    linkUntil: 'Lien valable jusqu’au',
    yourTimes: 'Vos disponibilités',
    offers: 'Créneaux possibles',
  },
  format: {
    video: 'Visioconférence',
    phoneYouCall: (name) => `Téléphone : vous appelez ${name}`,
    phoneCallsYou: (name) => `Téléphone : ${name} vous appelle`,
    phoneBetween: (from, to) => `Téléphone : ${from} appelle ${to}`,
    onsite: 'Sur place',
    follows: 'Détails à venir',
  },
  waitsFor: {
    otherSide: (facts) =>
      `Nous attendons les disponibilités côté ${facts.side === 'candidate' ? facts.company : facts.candidate}, puis nous cherchons un créneau qui convienne à tout le monde.`,
    approval: (facts) =>
      facts.side === 'candidate'
        ? `${facts.company} doit maintenant valider le créneau.`
        : `Nous attendons maintenant la décision sur le créneau de l’entretien avec ${facts.candidate}.`,
    details: () => 'Le créneau est convenu. Les modalités sont en cours de définition ; l’invitation suivra.',
  },
  late: (name, delay) => `${name} est en route et aura environ ${delay} de retard.`,
  ifNeedBe: 'si nécessaire',
  noTimes: 'Aucun des jours demandés',
  allTimesIn: (zone) => `Toutes les heures sont données dans votre fuseau horaire : ${zone}.`,
  inBrackets: (zone) => `Entre parenthèses : ${zone}.`,
  more: (count) => counted('fr', count, { one: 'et # autre créneau', other: 'et # autres créneaux' }),
  count: (count, first) => `${counted('fr', count, { one: '# créneau', other: '# créneaux' })}, le premier ${first}`,
  until: (first, last) => `du ${first} au ${last}`,
  calendarHint: {
    REQUEST: 'L’événement d’agenda est joint à cet e-mail. Acceptez-le directement, ou ouvrez le fichier joint.',
    CANCEL: 'Cet e-mail retire aussi l’événement de votre agenda.',
  },
  understoodNo: 'Nous avons compris : vous ne pouvez pas participer.',
  ifNotRight: 'Si ce n’est pas exact, vous pouvez le corriger sur la même page, ou simplement nous écrire de nouveau.',
  unclear: {
    words: 'Notre programme n’a pas su à quels créneaux vous pensez. Merci de les choisir sur la page.',
    busy: 'Nous avons compris quand vous n’êtes pas disponible. Merci de nous indiquer sur la page quand vous l’êtes.',
    none: 'Nous avons compris qu’aucun de ces créneaux ne vous convient. Merci d’en proposer d’autres sur la page.',
    short:
      'Les créneaux que nous avons compris sont trop courts, trop proches ou en dehors des jours concernés. Merci d’en choisir d’autres sur la page.',
  },
  orAnswer: {
    times:
      'Ou répondez à cet e-mail avec vos propres mots (en anglais ou en allemand), par exemple : Tuesday 2 to 4 pm, or Thursday morning.',
    choice:
      'Ou répondez à cet e-mail avec vos propres mots (en anglais ou en allemand), par exemple : the second one works.',
  },
  noneSuits: 'Aucun ne vous convient ? Sur la même page, vous pouvez proposer d’autres créneaux.',
  stopReminders:
    'Si vous préférez ne plus recevoir de rappels, vous pouvez les arrêter au bas de cette page. Cela n’annule rien.',
  privateLink: 'Ce lien vous est réservé : merci de ne pas transférer cet e-mail.',
  regards: 'Cordialement',
  assistant: (agency) => `Cet e-mail a été envoyé par un assistant logiciel pour ${agency}.`,
  human: (recruiter, phone) =>
    `Pour joindre une personne, répondez à cet e-mail : ${recruiter} lit la réponse${phone ? `. Ou appelez le ${phone}` : ''}.`,
  humanAfterProgram: (recruiter, email, phone) =>
    `Vous pouvez répondre à cet e-mail : un programme le lit d’abord, et ${recruiter} le voit. Pour joindre directement une personne, écrivez à ${email}${phone ? ` ou appelez le ${phone}` : ''}.`,
  addressHint: 'Si le bouton ne fonctionne pas, ouvrez cette adresse :',
}
