import { counted } from '../../counted.ts'
import type { ChangeWords } from '../../replyWords.ts'

const minutes = (count: number) => counted('fr', count, { one: '# minute', other: '# minutes' })
const verb = (count: number, one: string, several: string) => (count === 1 ? one : several)

export const frenchChanges: ChangeWords = {
  cancel: (about) => `J’ai compris : annuler ${about}. Je le fais ?`,
  postpone: (about) => `J’ai compris : reporter ${about}. Je le fais ?`,
  postponeFrom: (about, from) => `J’ai compris : reporter ${about}, pas avant le ${from}. Je le fais ?`,
  move: {
    plain: (about) => `J’ai compris : déplacer ${about}. Je le fais ?`,
    on: (about, day) => `J’ai compris : déplacer ${about} au ${day}. Je le fais ?`,
    between: (about, from, to) => `J’ai compris : déplacer ${about} à un jour entre le ${from} et ${to}. Je le fais ?`,
    from: (about, from) => `J’ai compris : déplacer ${about} au ${from} ou plus tard. Je le fais ?`,
    until: (about, to) => `J’ai compris : déplacer ${about} au ${to} au plus tard. Je le fais ?`,
    nothingStands: (name) =>
      `Aucun entretien n’est encore fixé pour ${name} : il n’y a rien à déplacer. « status of ${name} » montre où cela en est.`,
  },
  closed: (title, state) => `${title} : ${state}. Plus rien ne peut y être modifié.`,
  nothingSaid:
    'Je ne sais pas quoi modifier. Je peux changer la durée, les modalités, qui participe, les jours et les heures.',
  changed: (about) => `Modifié : ${about}. Aucun e-mail n’est encore parti, donc personne n’est prévenu :`,
  understood: (about) => `J’ai compris, pour ${about} :`,
  changeIt: 'Modifier',
  undoChange: 'Annuler la modification',
  anotherTime: (about) => `Le créneau est convenu pour ${about} ; il faut donc en demander un autre. Je le fais ?`,
  needs: {
    video: (about) => `Pour ${about}, il me faut le lien vidéo.`,
    phone: (about) => `Pour ${about}, il me faut le numéro.`,
    onsite: (about) => `Pour ${about}, il me faut l’adresse.`,
  },
  allGetIt: 'Toutes les personnes invitées reçoivent la modification.',
  busyThen: (name) => `${name} a autre chose à l’agenda à ce moment-là.`,
  lines: {
    duration: (count, before) => `${minutes(count)} au lieu de ${before}`,
    joins: (names, count) => `${names} ${verb(count, 'participe', 'participent')} aussi`,
    without: (names) => `sans ${names}`,
    youJoin: 'vous participez aussi',
    youLeave: 'vous ne participez pas',
    video: (url) => `en visioconférence, ${url}`,
    candidateCalls: (number) => `par téléphone, la personne candidate appelle ${number}`,
    clientCalls: (number) => `par téléphone, le client appelle ${number}`,
    onsite: (address) => `sur place, ${address}`,
    follows: 'modalités à venir',
    days: (from, to) => `du ${from} au ${to}`,
    only: (times) => `seulement ${times} (votre fuseau horaire)`,
    anyTime: 'à toute heure de travail',
  },
  notes: {
    calendarUnknown: (name) => `L’agenda est inconnu pour ${name}, donc pas libre.`,
    severalParts: 'L’entretien a plusieurs parties : je ne sais pas laquelle doit durer plus longtemps.',
    sameLength: (count) => `Il dure déjà ${minutes(count)}.`,
    lengths: 'Un entretien dure de 5 à 480 minutes.',
    sameMode: {
      video: 'La rencontre est déjà prévue en visioconférence.',
      phone: 'La rencontre est déjà prévue par téléphone.',
      onsite: 'La rencontre est déjà prévue sur place.',
    },
    youAreIn: 'Vous participez déjà.',
    youAreOut: 'De toute façon, vous ne participez pas.',
    yourPartIsSet:
      'Votre participation ne peut être modifiée que tant qu’aucun créneau n’est convenu. Vous avez une copie de l’invitation.',
    isIn: (name) => `${name} participe déjà.`,
    whichOne: (written, names) => `« ${written} » peut désigner ${names} ; précisez.`,
    unknownAtClient: (written, client) =>
      `Je ne connais personne du nom « ${written} » chez ${client} ; personne n’a été ajouté.`,
    unknownColleague: (written) =>
      `Je ne connais personne du nom « ${written} » parmi les collègues de ce poste ; personne n’a été ajouté.`,
    iKnow: (names) => `Je connais ${names}.`,
    isNotIn: (written) => `« ${written} » ne participe pas ; personne n’a été retiré.`,
    nobodyLeft: (names, name) =>
      `Sans ${names}, plus personne ne rencontrerait ${name}. Dites-moi qui participe à la place.`,
    nothingRestricted: 'Rien ne limite les horaires : tout est déjà possible.',
    noRule: (written) =>
      `Je ne peux pas retenir « ${written} » comme règle de cette demande ; je n’en ai pas tenu compte.`,
    noHoursLeft: (written) => `« ${written} » ne laisse aucune heure ; j’ai donc gardé les heures.`,
    onlyDaysAndHours: (written) => `Dans « ${written} », je n’ai retenu que les jours et les heures.`,
    tooSoon: (day, hours, first) =>
      `${day} : c’est trop tôt. Avec ${counted('fr', hours, { one: '# heure', other: '# heures' })} de préavis, le premier jour possible est le ${first}.`,
  },
  causes: {
    nobodyInvited: 'Aucune invitation n’est encore partie, donc personne n’est prévenu pour le moment.',
    onlyInvited: (names, count) =>
      `${names} ${verb(count, 'reçoit', 'reçoivent')} une invitation ; personne d’autre n’est contacté.`,
    sameEntry: 'Toutes les personnes invitées reçoivent la modification dans le même événement d’agenda.',
    cancellation: (names, count) => `${names} ${verb(count, 'reçoit', 'reçoivent')} une annulation.`,
    stands: 'L’entretien reste fixé tant qu’un autre créneau n’est pas convenu.',
    searchAnew:
      'Les créneaux proposés jusqu’ici sont retirés et je cherche à nouveau ; un nouvel e-mail part à qui décide.',
    toldByMail: (names, count) =>
      `${names} ${verb(count, 'a déjà reçu la demande et l’apprend', 'ont déjà reçu la demande et l’apprennent')} par e-mail.`,
    toldOfLeaving: (names, count) =>
      `${names} ${verb(count, 'a déjà reçu la demande et apprend', 'ont déjà reçu la demande et apprennent')} ${verb(count, 'que l’entretien se fera sans sa participation', 'que l’entretien se fera sans leur participation')}.`,
    asked: (names, count) =>
      `${verb(count, 'Une demande de disponibilités part', 'Des demandes de disponibilités partent')} pour ${names}.`,
    nobodyTold: 'Personne n’a besoin d’être prévenu.',
    offeredUntil: (name, time) => `${name} n’a proposé des créneaux que jusqu’à ${time}.`,
  },
  decision: {
    closed: (title, state) => `${title} : ${state}. Il n’y a plus rien à décider.`,
    notYours: 'Vous ne participez pas à cette demande et ne pouvez donc pas en décider. Rien n’a été fait.',
    candidateChooses: (name) => `Le choix du créneau revient à ${name}, et à personne d’autre.`,
    notOffered: (about, state) => `Aucun créneau n’est à valider pour ${about} : ${state}.`,
    notApprover: (names) => `La validation revient à ${names}, pas à vous. Rien n’a été fait.`,
    noSuchOption: (options) => `Il n’y a pas d’option ${options}. Voici ce qui est proposé :`,
    whichTime: 'Quel créneau ? Voici ce qui est proposé :',
    approve: (time, about) => `J’ai compris : valider ${time} pour ${about}. Je le fais ?`,
    approveFor: (time, about, names) =>
      `J’ai compris : valider ${time} pour ${about}, avec l’accord donné par ${names}. Je le fais ?`,
    approveTime: 'Valider ce créneau',
    approveButton: 'Valider',
    booked: (name) => `L’entretien avec ${name} est fixé : il ne peut plus être décliné, seulement annulé.`,
    youDecline: (about) => `J’ai compris : vous déclinez ${about}. Je le fais ?`,
    declineButton: 'Décliner l’entretien',
    oneDeclines: (name, about) =>
      `J’ai compris : ${name} décline ${about}. La demande vous attend alors, et les personnes contactées ne l’apprennent que si vous la clôturez. Je le fais ?`,
    somebodyDeclines: (about) =>
      `J’ai compris : quelqu’un décline ${about}. La demande vous attend alors, et les personnes contactées ne l’apprennent que si vous la clôturez. Je le fais ?`,
    saysNo: (name) => `${name} dit non`,
    reason: 'Motif',
  },
}
