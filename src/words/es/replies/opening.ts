import { counted } from '../../counted.ts'
import type { OpeningWords } from '../../replyWords.ts'

export const spanishOpening: OpeningWords = {
  isThere: (about, state) => `${about} ya está aquí: ${state}. No se ha abierto nada nuevo.`,
  isBooked: (name, title) => `${name} ya tiene una entrevista para este puesto: ${title}. No se ha abierto nada nuevo.`,
  anInterview: 'una entrevista',
  openIt: 'Abrir',
  anotherRound: 'Otra ronda',
  whom: (example) => `¿Para quién organizo una entrevista? Por ejemplo: ${example}`,
  applicationGone: 'Esa candidatura ya no está en el ATS, así que no se ha abierto nada.',
  applications: (count) =>
    `He encontrado ${counted('es', count, { one: '# candidatura que encaja', other: '# candidaturas que encajan' })}. ¿A cuál se refiere?`,
  noCandidate: (written) => `No conozco ninguna candidatura con el nombre «${written}».`,
  noCounterpart: (written) => `No conozco ningún cliente, contacto o colega con el nombre «${written}».`,
  noJob: (written) => `No conozco ningún puesto llamado «${written}».`,
  notJoined: (names) => `He encontrado ${names}, pero ninguna candidatura que los una.`,
  nothingOpened: 'No se ha abierto nada.',
  nearCandidate: (name) => `Candidatura: ${name}`,
  nearClient: (name) => `Con: ${name}`,
  nearJob: (name) => `Puesto: ${name}`,
  add: {
    candidate: (name) => `Añadir a ${name}`,
    aCandidate: 'Añadir a una persona',
    forward: (name) => `Proponer a ${name} para el puesto`,
    forwardTheCandidate: 'Proponer a la persona para el puesto',
    goOn: 'Añadir y seguir',
    aJob: 'Añadir un puesto',
    theJob: 'Añadir el puesto',
    contact: (client) => `Añadir un contacto en ${client}`,
    name: 'Nombre',
    email: 'Correo',
    phone: 'Teléfono',
    job: 'Puesto',
    jobTitle: 'Nombre del puesto',
    client: 'Cliente',
    clientHint: 'Déjelo vacío si el puesto es de su propia empresa',
  },
  missing: {
    candidateName: 'Indique el nombre de la persona.',
    contactName: 'Indique el nombre del contacto.',
    job: 'Indique de qué puesto se trata.',
    jobTitle: 'Indique el nombre del puesto.',
    address: 'Escriba la dirección como nombre@empresa.com.',
    cannotAdd: 'Añádalo en su ATS; esta conexión no puede crear fichas.',
  },
  noAddress: (name) =>
    `${name} no tiene correo en el ATS, así que no puedo preguntar. Añádalo a la ficha y después pulse el botón. No se ha abierto nada.`,
  tryAgain: 'Intentarlo de nuevo',
  theClient: 'el cliente',
  noContact: (client) => `Aún no conozco a nadie en ${client}. ¿A quién le pido horarios?`,
  contacts: (client, count) =>
    `En ${client} hay ${counted('es', count, { one: '# contacto', other: '# contactos' })}. ¿Quién participa?`,
  allTogether: 'Todas las personas juntas',
  anyOne: 'Basta una persona',
  noTeam: (job, name) =>
    `El puesto ${job} no tiene cliente, responsable ni entrevistador, así que no sé quién se reúne con ${name}. Complete el equipo del puesto y pídamelo de nuevo.`,
  instead: (name) => `Organizar mejor con ${name}`,
  insteadWith: (name, client) => `Organizar mejor ${name} con ${client}`,
  writtenAlready: (about) =>
    `Ya se ha escrito a personas sobre ${about}, así que no puede convertirse en otra. Puedo cancelarla, lo que les avisa, y abrir la correcta. Aún no se ha hecho nada.`,
}
