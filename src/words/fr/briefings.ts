import type { BriefingWords } from '../briefingWords.ts'
import { counted } from '../counted.ts'

export const frenchBriefings: BriefingWords = {
  daily: { heading: (weekday) => `Votre ${weekday}`, opening: (name) => `Bonjour ${name},` },
  meeting: { heading: (candidate, time) => `${candidate} à ${time}`, opening: (name) => `Bonjour ${name},` },
  subjectDaily: (interviews, first, waiting) =>
    [
      interviews > 0
        ? `${frenchBriefings.interviewCount(interviews)} aujourd’hui${first ? `, le premier à ${first}` : ''}`
        : null,
      waiting > 0 ? frenchBriefings.waitingCount(waiting) : null,
    ]
      .filter(Boolean)
      .join(' ; '),
  subjectMeeting: (time, candidate, job) => `Bientôt, ${time} : ${candidate}, ${job}`,
  interviewCount: (count) => counted('fr', count, { one: '# entretien', other: '# entretiens' }),
  waitingCount: (count) => counted('fr', count, { one: '# point vous attend', other: '# points vous attendent' }),
  roleAt: (job, company) => (company ? `${job} chez ${company}` : job),
  section: { interviews: 'Entretiens du jour', waiting: 'En attente de vous', conflicts: 'Conflits' },
  label: {
    with: 'Avec',
    stage: 'Étape',
    place: 'Lieu',
    join: 'Rejoindre',
    number: 'Numéro',
    candidate: 'Profil',
    note: 'Remarque jointe à la candidature',
    job: 'Le poste',
    record: 'Fiche ATS',
    documents: 'Documents',
    conversation: 'Conversation',
    attention: 'Attention',
  },
  button: { join: 'Rejoindre l’appel' },
  party: {
    candidate: 'candidature',
    client: 'côté client',
    hiringManager: 'responsable du recrutement',
    interviewer: 'entretien',
    recruiter: 'recrutement',
  },
  beingMoved: 'Un nouveau créneau est recherché ; celui-ci reste valable tant qu’il n’est pas convenu.',
  unattended: 'Vous ne participez pas.',
  recordUnknown: 'L’ATS n’a pas répondu pour cette candidature : l’étape, la fiche et les documents manquent donc ici.',
  more: (count) => counted('fr', count, { one: 'et # autre', other: 'et # autres' }),
  waiting: {
    times: ({ who }) => `${who} : indiquez vos disponibilités`,
    approval: ({ who, detail }) =>
      `${who} : ${detail === '1' ? 'validez le créneau proposé' : `validez l’un des ${detail} créneaux proposés`}`,
    noOverlap: ({ who, detail }) => `${who} : aucun créneau commun${detail ? `. ${detail}` : ''}`,
    declined: ({ who, detail }) => `${who} : refus${detail ? `. ${detail}` : ''}`,
    agreed: ({ who }) => `${who} : le créneau est convenu, précisez les modalités`,
    passed: ({ who }) =>
      `${who} : l’ancien créneau est passé pendant la recherche d’un nouveau. L’entretien a-t-il eu lieu ?`,
    failed: ({ who, detail }) => `${who} : une étape a échoué${detail ? `. ${detail}` : ''}`,
    linkExpiring: ({ who, detail, when }) => `${who} : le lien pour ${detail} expire bientôt, ${when}`,
    linkExpired: ({ who, detail, when }) => `${who} : le lien pour ${detail} a expiré, ${when}`,
  },
  overlap: (person, first, second) => `${person} a deux rendez-vous en même temps : ${first} et ${second}.`,
  tooClose: (person, first, second, minutes, gap) =>
    `${person} ${minutes === 0 ? 'n’a aucune pause' : `n’a que ${minutes} min`} entre ${first} et ${second} ; l’usage est de ${gap} min.`,
  busy: (what, busy) => `Votre agenda est déjà occupé ${busy}, ce qui empiète sur l’entretien suivant : ${what}.`,
  held: (what) => `${what} (réservé, non confirmé)`,
  today: (time) => `aujourd’hui à ${time}`,
  allTimesIn: (zone) => `Toutes les heures : ${zone}.`,
  settingsHint: {
    daily: 'Dans la conversation, « briefing at 7:30 » change l’heure et « stop briefings » y met fin.',
    meeting: 'Envoyé peu avant chaque entretien auquel vous participez.',
  },
  nothing: 'Aucun entretien aujourd’hui, et rien ne vous attend.',
}
