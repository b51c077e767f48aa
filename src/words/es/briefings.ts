import type { BriefingWords } from '../briefingWords.ts'
import { counted } from '../counted.ts'

export const spanishBriefings: BriefingWords = {
  daily: { heading: (weekday) => `Su ${weekday}`, opening: (name) => `Hola, ${name}:` },
  meeting: { heading: (candidate, time) => `${candidate}, ${time}`, opening: (name) => `Hola, ${name}:` },
  subjectDaily: (interviews, first, waiting) =>
    [
      interviews > 0
        ? `Hoy ${spanishBriefings.interviewCount(interviews)}${first ? `, primera hora: ${first}` : ''}`
        : null,
      waiting > 0 ? spanishBriefings.waitingCount(waiting) : null,
    ]
      .filter(Boolean)
      .join('; '),
  subjectMeeting: (time, candidate, job) => `En breve, ${time}: ${candidate}, ${job}`,
  interviewCount: (count) => counted('es', count, { one: '# entrevista', other: '# entrevistas' }),
  waitingCount: (count) => counted('es', count, { one: '# asunto le espera', other: '# asuntos le esperan' }),
  roleAt: (job, company) => (company ? `${job} en ${company}` : job),
  section: { interviews: 'Entrevistas de hoy', waiting: 'Pendiente de usted', conflicts: 'Conflictos' },
  label: {
    with: 'Con',
    stage: 'Fase',
    place: 'Lugar',
    join: 'Unirse',
    number: 'Número',
    candidate: 'Perfil',
    note: 'Nota de la candidatura',
    job: 'Sobre el puesto',
    record: 'Ficha del ATS',
    documents: 'Documentos',
    conversation: 'Conversación',
    attention: 'Atención',
  },
  button: { join: 'Unirse a la llamada' },
  party: {
    candidate: 'candidatura',
    client: 'cliente',
    hiringManager: 'responsable del puesto',
    interviewer: 'entrevista',
    recruiter: 'selección',
  },
  beingMoved: 'Se busca un nuevo horario; este sigue en pie mientras no se acuerde otro.',
  unattended: 'Usted no participa.',
  recordUnknown:
    'El ATS no ha respondido sobre esta candidatura, por lo que aquí faltan la fase, la ficha y los documentos.',
  more: (count) => `y ${count} más`,
  waiting: {
    times: ({ who }) => `${who}: indique su disponibilidad`,
    approval: ({ who, detail }) =>
      `${who}: ${detail === '1' ? 'apruebe el horario propuesto' : `apruebe uno de los ${detail} horarios propuestos`}`,
    noOverlap: ({ who, detail }) => `${who}: sin horario común${detail ? `. ${detail}` : ''}`,
    declined: ({ who, detail }) => `${who}: rechazada${detail ? `. ${detail}` : ''}`,
    agreed: ({ who }) => `${who}: el horario está acordado, indique la modalidad`,
    passed: ({ who }) => `${who}: el horario anterior pasó mientras se buscaba otro. ¿Se celebró la entrevista?`,
    failed: ({ who, detail }) => `${who}: ha fallado un paso${detail ? `. ${detail}` : ''}`,
    linkExpiring: ({ who, detail, when }) => `${who}: el enlace de ${detail} caduca pronto, ${when}`,
    linkExpired: ({ who, detail, when }) => `${who}: el enlace de ${detail} ha caducado, ${when}`,
  },
  overlap: (person, first, second) => `${person} tiene dos citas a la vez: ${first}; ${second}.`,
  tooClose: (person, first, second, minutes, gap) =>
    `${person} ${minutes === 0 ? 'no tiene ninguna pausa' : `solo tiene ${minutes} min`} entre estas citas: ${first}; ${second}. Lo habitual son ${gap} min.`,
  busy: (what, busy) => `En su calendario hay otra cosa (${busy}) que coincide con ${what}.`,
  held: (what) => `${what} (reservada, sin confirmar)`,
  today: (time) => `hoy, ${time}`,
  allTimesIn: (zone) => `Todas las horas: ${zone}.`,
  settingsHint: {
    daily: 'En el chat, «briefing at 7:30» cambia la hora y «stop briefings» los detiene.',
    meeting: 'Se envía poco antes de cada entrevista en la que participa.',
  },
  nothing: 'Hoy no hay entrevistas, y nada está pendiente de usted.',
}
