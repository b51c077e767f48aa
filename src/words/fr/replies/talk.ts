import { counted } from '../../counted.ts'
import type { TalkWords } from '../../replyWords.ts'

// As in pages.ts: no-break spaces before ? ! ; : and within « », and no name behind "de" or "que".

export const frenchTalk: TalkWords = {
  with: (title, name) => `${title} avec ${name}`,
  at: (about, client) => `${about} chez ${client}`,
  unread: (written) => `Je n’ai pas tenu compte de ceci : « ${written} ».`,
  onlyRecruiters: 'Ici, seul le recrutement peut le demander ; je n’ai donc rien fait.',
  onlyRecruitersOpen: 'Ici, seul le recrutement ouvre des demandes d’entretien.',
  nothingDone: {
    confirm: 'Aucune question n’attend de oui ici ; je n’ai donc rien fait.',
    deny: 'Aucune question n’attend de non ici ; rien n’a donc changé.',
    undo: 'Je ne trouve rien dans cette conversation que je puisse annuler.',
    outOfScope: 'J’organise des entretiens et rien d’autre ; je n’ai donc rien fait à ce sujet.',
  },
  judge: { right: 'Bien compris', wrong: 'Mal compris', thanks: 'Merci, c’est noté. Cela reste ici.' },
  anyTime: 'Avec plaisir.',
  hello: (name) =>
    `Bonjour ${name}. Voici ce que je sais faire (écrivez-moi en anglais ; oui et non se disent aussi en français) :`,
  canDo: 'Voici ce que je sais faire (écrivez-moi en anglais ; oui et non se disent aussi en français) :',
  whatCanYouDo: 'Que savez-vous faire ?',
  help: {
    opening: (examples) => `ouvre une demande ; aussi : ${examples}`,
    changing: (examples) => `la modifie ; ou : ${examples}`,
    board: (examples) => `montre où en sont les demandes ; ou : ${examples}`,
    entering: 'saisit les disponibilités que l’on vous a données',
    asking: (examples) => `cherche ce qui conviendrait ; ou : ${examples}`,
    deciding: (examples, yes, no) => `valide ; ou : ${examples} ; ${yes} et ${no} répondent à ma dernière question`,
    moving: (examples) => `cherche un autre créneau ; ou : ${examples}`,
    ending: (examples) => `annule ; ou : ${examples}`,
    records: (examples) => `change l’étape ATS ; ou : ${examples}`,
    briefings: (examples) => `règle votre point du jour ; ou : ${examples}`,
    settings: (examples) => `affiche les paramètres ; ou : ${examples}`,
  },
  notUnderstood: 'Je n’ai pas compris ; je n’ai donc rien fait.',
  tryThis: (first, opening, person, board) => `${first} Essayez « ${opening} », « ${person} » ou « ${board} ».`,
  hints: {
    length: 'Ce texte est long. Dites-moi en une phrase ce que je dois faire.',
    negated: 'Je n’ai rien fait, car cela ressemble à quelque chose à ne pas faire.',
    all: 'Citez une personne à la fois, par exemple : cancel Jane.',
    ownTimes: 'Précisez de qui sont ces disponibilités, par exemple : Acme can do Tue 2-4.',
    noTimes:
      'Je n’ai pas pu lire ces disponibilités. Écrivez-les ainsi : Acme can do Tue 24 Nov 14:00-16:00, Thu morning.',
    notFree: 'Précisez quand c’est possible, par exemple : Acme can do Tue 2-4.',
    confirm: 'Utilisez les boutons de la carte pour valider un créneau.',
    reminderForMe: 'Je relance les personnes candidates et les clients, par exemple : nudge Acme.',
    briefing:
      'Écrivez par exemple « briefing at 7:30 », « briefing now », « stop briefings » ou « briefing 15 minutes before interviews ».',
  },
  readAs: 'Je n’ai pas de certitude. Voici ce que je comprends :',
  nothingBefore: 'Rien ne se fait sans votre accord.',
  doIt: 'Oui, allez-y',
  sayJust: (answers) =>
    `Si vous répondez ${answers} à ce qui précède, écrivez seulement cela ou appuyez sur le bouton correspondant.`,
  quoted: (written) => `« ${written} »`,
  quote: (written) => `« ${written} »`,
  done: (label) => `Fait : ${label}`,
  saidNo: 'Non : rien n’a été fait.',
  left: 'Très bien, j’ai tout laissé en l’état.',
  severalYes: (labels) => `Ici, un oui peut vouloir dire plusieurs choses : ${labels}. Appuyez sur le bon bouton.`,
  noSuchAnswer: (count, number) =>
    `${counted('fr', count, { one: 'J’ai proposé # réponse', other: 'J’ai proposé # réponses' })}, aucune ne porte le numéro ${number}.`,
  shallI: (label) => `J’ai compris : ${label}. Je le fais ?`,
  fillIn: (errors, label) => `${errors} Complétez sous « ${label} » ; rien n’a encore été fait.`,
  shownOnly: (label) => `« ${label} » ne s’affiche que pour la personne qui appuie sur le bouton.`,
  undo: {
    button: 'Annuler',
    takeBack: 'Revenir en arrière',
    what: {
      undo: 'l’ouverture de la demande',
      undoEdit: 'la modification de la demande',
      undoNote: 'la note',
      undoSetting: 'la modification des paramètres',
    },
    done: (what) => `Annulé : ${what}.`,
    notLast: (name) => `La dernière action ne peut pas être annulée. « cancel ${name} » mettrait fin à la demande.`,
    mailsAreOut: (name, title) =>
      `Les premiers e-mails pour ${name}, ${title} sont partis : impossible de revenir en arrière sans bruit. Je peux annuler et prévenir toutes les personnes contactées. Je le fais ?`,
    wasUndone: 'Annulée avant tout envoi.',
    wasCorrected: 'Corrigée avant tout envoi.',
    older: (what) =>
      `La dernière action ne peut pas être annulée. Ce que je peux encore annuler : ${what}. Je le fais ?`,
  },
  people: {
    unclear: (written) => `Je ne sais pas qui vous désignez par « ${written} » ; je n’ai donc rien fait.`,
    several: (count, written) =>
      `${counted('fr', count, { one: '# personne s’appelle', other: '# personnes s’appellent' })} « ${written} ». Laquelle ?`,
    known: (count, written) =>
      `Je connais ${counted('fr', count, { one: '# personne', other: '# personnes' })} du nom « ${written} ». Laquelle ?`,
    firstShown: (count) =>
      `${counted('fr', count, { one: 'Seul # résultat est affiché', other: 'Les # premiers résultats sont affichés' })} ; le poste ou le client permet de préciser.`,
    nobodyNothingDone: (written) => `Je ne connais personne du nom « ${written} » ; je n’ai donc rien fait.`,
    nobody: (written) => `Je ne connais personne du nom « ${written} ».`,
    oneOfThese: 'Est-ce l’une de ces personnes ?',
    gone: (name) => `${name} ne figure plus dans l’ATS.`,
    kinds: { candidate: 'Candidature', contact: 'Contact chez le client', user: 'Collègue' },
    who: 'Qui',
    email: 'E-mail',
    phone: 'Téléphone',
    application: 'Candidature',
    record: 'Fiche',
    inStage: (job, stage) => `${job} : ${stage}`,
    ownedBy: (line, owner) => `${line}, suivi par ${owner}`,
  },
  requests: {
    none: (written) =>
      `Je n’ai aucune demande en cours pour « ${written} » ; je n’ai donc rien fait. « status » montre ce qui est en cours.`,
    unclear:
      'Je ne sais pas de quelle demande il s’agit ; je n’ai donc rien fait. Donnez le nom de la personne, ou écrivez dans la conversation de la demande.',
    several: (count) =>
      `${counted('fr', count, { one: '# demande correspond', other: '# demandes correspondent' })}. Laquelle ?`,
    severalApplications: (count) =>
      `${counted('fr', count, { one: '# candidature correspond', other: '# candidatures correspondent' })}. Laquelle ?`,
    applicationGone: 'Cette candidature ne figure plus dans l’ATS ; rien n’a été fait.',
    noApplication: (written) =>
      `Je ne connais aucune candidature au nom « ${written} » ; je n’ai donc rien fait. « who is ${written} » cherche la personne.`,
    notArranged: (name) => `Aucun entretien n’est prévu ni en préparation pour ${name}.`,
    inAts: 'Dans l’ATS',
    cardAbove: (name, title) => `La carte ${name}, ${title}, se trouve plus haut et est à jour.`,
    elsewhere: (name, title) => `${name}, ${title}, a sa propre conversation.`,
    openConversation: 'Ouvrir la conversation',
  },
  tokensSpent:
    'Le quota du jour pour le modèle de langage est épuisé. Jusqu’à minuit (UTC), je m’en tiens à ma propre grammaire : des phrases courtes et simples fonctionnent le mieux.',
  errors: {
    badInput: 'Une indication n’a pas pu être lue. Merci de la vérifier.',
    notFound: 'L’élément concerné n’existe plus.',
    notAllowed: 'Vous ne pouvez pas faire cela ici.',
    stale: 'Quelqu’un a modifié ceci au même moment. Vérifiez, puis réessayez.',
    duplicate: 'Cela existe déjà.',
    slotTaken: 'Ce créneau vient d’être pris.',
    linkExpired: 'Ce lien a expiré.',
    wrongState: 'La demande a avancé entre-temps ; ce n’est plus possible.',
    unavailable: 'Un système externe ne répond pas pour le moment. Réessayez dans quelques minutes.',
    refused: 'Un système externe a refusé.',
    rateLimited: 'C’était trop à la fois. Réessayez dans quelques minutes.',
    notConfigured: 'Cela n’est pas configuré ici.',
    unknownOutcome: 'Il n’est pas certain que ce soit fait. Vérifiez avant de recommencer.',
    internal: 'Une erreur s’est produite de notre côté. Rien n’a été modifié ; merci de réessayer.',
  },
  inItsWords: (sentence, cause) => `${sentence} (« ${cause} »)`,
}
