import { counted } from '../../counted.ts'
import type { ErrandWords } from '../../replyWords.ts'

const verb = (count: number, one: string, several: string) => (count === 1 ? one : several)

export const frenchErrands: ErrandWords = {
  nudge: {
    done: (names, title) => `Relance envoyée pour ${title} : ${names}. Elle contient un nouveau lien.`,
    answered: (names, others) =>
      `Il n’y a rien à répondre pour le moment du côté suivant : ${names}. Je n’ai donc relancé personne. J’attends ${others}.`,
    button: (names) => `Relancer ${names}`,
    nobody: (name) => `Aucune réponse n’est attendue pour ${name} en ce moment ; je n’ai donc relancé personne.`,
    tooSoon: 'La dernière relance date de moins d’une heure ; je n’ai donc rien renvoyé.',
    oneStopped: (name) =>
      `${name} ne souhaite plus de rappels ; je n’ai donc rien envoyé à ${name}. À vous de décider.`,
    stopped: (names) => `${names} ne souhaitent plus de rappels ; je n’ai donc rien envoyé. À vous de décider.`,
  },
  ask: {
    nobody: (written) =>
      `Je n’ai aucune demande en cours pour « ${written} » ; je n’ai donc contacté personne. « status » montre ce qui est en cours.`,
    opens: (name) =>
      `Aucun entretien n’est encore en préparation pour ${name}. Demander des disponibilités suppose de dire pourquoi : j’ouvre une demande et je contacte d’abord ${name} :`,
    agreed: (about) =>
      `Le créneau est convenu pour ${about}. Demander d’autres créneaux revient à déplacer l’entretien. Je le fais ?`,
    agreedAt: (about, when) =>
      `Le créneau est convenu pour ${about} : ${when}. Demander d’autres créneaux revient à déplacer l’entretien. Je le fais ?`,
    fitsNobody: (about) => `Pour ${about}, ces mots ne désignent personne ; je n’ai donc contacté personne.`,
    inChat: (names, count) =>
      `${verb(count, 'La question est posée', 'Les questions sont posées')} dans la conversation à ${names}, et j’attends la réponse.`,
    goesOut: (names, when) => `La question à ${names} partira d’elle-même : ${when}.`,
    haveGiven: (names, count) => `${names} ${verb(count, 'a', 'ont')} déjà donné des disponibilités.`,
    declined: (names) => `Refus : ${names}.`,
    laterTurn: (names) => `À contacter après l’autre partie : ${names}.`,
    calendarRead: (names) => `Je lis déjà l’agenda : ${names}. Aucune question n’est nécessaire.`,
    askNow: (names) => `Demander des créneaux à ${names} maintenant`,
    askOthers: (names) => `Demander d’autres créneaux à ${names}`,
    shallI: (names, about) => `J’ai compris : demander des disponibilités à ${names} pour ${about}. Je le fais ?`,
  },
  link: {
    closed: (title) =>
      `${title} : la demande est close, ses liens ne mènent plus qu’à une page de fin. Je n’en ai pas créé.`,
    nobody: 'Pour cette demande, personne n’a encore de page : il n’y a pas de lien à transmettre.',
    one: (name, title) => `Un bouton affiche un lien pour ${name}, ${title}.`,
    whose: 'Le lien de quelle personne voulez-vous transmettre ?',
    goesOn: 'Les liens déjà envoyés restent valables. « Nouveau lien », sur la carte, les désactive tous.',
    inChat: (names, count) =>
      `${names} ${verb(count, 'répond ici, dans la conversation, et n’a', 'répondent ici, dans la conversation, et n’ont')} pas de page : il n’y a pas de lien à transmettre.`,
    notAsked: (names, count) =>
      `${names} ${verb(count, 'n’a', 'n’ont')} pas encore reçu de demande : il n’y a pas de lien à transmettre.`,
    join: (url) => `Pour rejoindre l’entretien : ${url}`,
    shown: (name, url, days) =>
      `Un lien à copier pour ${name}, affiché cette fois seulement : ${url} Quiconque l’a peut répondre à la place indiquée (${name}). Il expire après ${days} jours.`,
  },
  times: {
    nobodyWaits: (written, times) =>
      `J’ai compris pour « ${written} » : ${times}. Mais aucune demande en cours ne les attend ; je n’ai donc rien saisi.`,
    understood: (written) => `Disponibilités comprises pour ${written} :`,
    copy: 'Une copie part par e-mail, et elles restent modifiables tant qu’aucun créneau n’est convenu.',
    enter: (name, person, job) => `Saisir pour ${name} (${person}, ${job})`,
    ownNotWanted: 'Personne n’attend vos disponibilités ici ; je n’ai donc rien saisi.',
    own: (name) => `Vos disponibilités, telles que je les ai comprises, pour rencontrer ${name} :`,
    send: 'Envoyer ces créneaux',
    entered: (name) => `Saisi pour ${name} :`,
    them: 'cette personne',
    noted: 'C’est noté, merci. J’ai compris :',
    changeable: 'Vous pouvez les modifier sur la carte tant qu’aucun créneau n’est convenu.',
  },
  slots: {
    nothingKnown: (names) =>
      `Je ne connais encore aucune disponibilité pour ${names} : tout créneau serait une supposition. Personne n’a été contacté.`,
    basis: (names, others, count) =>
      `${names} seulement ; ${verb(count, 'inconnu, donc pas libre', 'inconnus, donc pas libres')} : ${others}`,
    notIn: (written) => `« ${written} » ne participe pas à cette demande ; je n’ai donc pas regardé.`,
    nothingFits: (about, basis) => `Rien ne convient pour le moment pour ${about} (base : ${basis}).`,
    fit: (about, basis) =>
      `Ces créneaux conviennent pour le moment pour ${about} (base : ${basis}). Personne n’a été contacté et rien n’est réservé.`,
  },
  stage: {
    cannotWrite:
      'Parley ne peut pas changer les étapes dans cet ATS ; rien n’a été déplacé. Faites-le directement dans l’ATS.',
    several: (written, count) =>
      `« ${written} » peut désigner ${counted('fr', count, { one: '# étape', other: '# étapes' })} de ce poste.`,
    none: (written) => `Ce poste n’a pas d’étape « ${written} ».`,
    whereTo: (who, stage) => `${who} : étape actuelle « ${stage} ». Vers laquelle ?`,
    isThere: (who, stage) => `${who} est déjà à l’étape « ${stage} » ; rien n’a été déplacé.`,
    shallI: (who, stage, next) =>
      `J’ai compris : faire passer ${who} de l’étape « ${stage} » à l’étape « ${next} ». Je le fais ?`,
    staysOpen: (title) => `${title} reste en cours jusqu’à son annulation.`,
    button: (next) => `Passer à ${next}`,
    moved: (who, stage, next) => `${who} : passage de l’étape « ${stage} » à « ${next} »`,
    beingWritten: (moved) => `${moved} : en cours d’écriture. Je vous préviens dès que c’est dans l’ATS.`,
    inAts: (moved) => `${moved}, enregistré dans l’ATS.`,
    movedByOthers: (stage) =>
      `Quelqu’un d’autre a fait passer la candidature à l’étape « ${stage} » ; je n’y ai donc pas touché.`,
  },
  noShow: {
    noInterview: (about) => `${about} n’a pas d’entretien : personne n’a pu le manquer.`,
    notYet: (name, when) =>
      `L’entretien avec ${name} n’a lieu que le ${when} : personne ne l’a manqué. « cancel ${name} » l’annule.`,
    who: (title, when) => `Qui n’est pas venu pour ${title}, le ${when} ?`,
    shallI: (names, title, when) =>
      `J’ai compris : absence pour ${title}, le ${when} : ${names}. Je le note dans l’ATS et clôture la demande ; aucun e-mail ne part. Je le fais ?`,
    button: (names) => `Absence : ${names}`,
    noted: (names) => `Noté : absence à l’entretien : ${names}.`,
    happened: (names) => `Absence à l’entretien : ${names}.`,
    closed: 'La demande est close.',
    anotherTime: 'Chercher un autre créneau',
  },
  feedback: {
    noInterview: (about) => `${about} n’a pas encore d’entretien : il n’y a pas d’avis à demander.`,
    notThere: (names, name, others) =>
      `À l’entretien avec ${name} n’étaient pas présents : ${names}. Y étaient : ${others}. Personne n’a été contacté.`,
    shallI: (names, name, when) =>
      `J’ai compris : demander à ${names} un avis sur ${name}, après l’entretien du ${when}. La réponse se fait par e-mail. Je le fais ?`,
    shallILater: (names, name, when) =>
      `J’ai compris : demander à ${names} un avis sur ${name}, une fois l’entretien terminé, le ${when}. La réponse se fait par e-mail. Je le fais ?`,
    button: (names) => `Demander à ${names}`,
  },
  note: {
    what: (example) => `Que dois-je noter ? Par exemple : ${example}`,
    cannotWrite: 'Parley ne peut pas écrire dans cet ATS ; rien n’a été noté.',
    noted: (who) => `Noté pour ${who} :`,
    goesIn: (count) =>
      `Cela entre dans le journal ATS dans ${counted('fr', count, { one: '# seconde', other: '# secondes' })} ; d’ici là, vous pouvez l’annuler.`,
  },
}
