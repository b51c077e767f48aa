import { counted } from '../../counted.ts'
import type { TalkWords } from '../../replyWords.ts'

export const spanishTalk: TalkWords = {
  with: (title, name) => `${title} con ${name}`,
  at: (about, client) => `${about} en ${client}`,
  unread: (written) => `No he tenido en cuenta «${written}».`,
  onlyRecruiters: 'Aquí eso solo lo pide selección, así que no he hecho nada.',
  onlyRecruitersOpen: 'Aquí solo selección abre solicitudes de entrevista.',
  nothingDone: {
    confirm: 'Aquí no hay nada pendiente de un sí, así que no he hecho nada.',
    deny: 'Aquí no hay nada pendiente de un no, así que no ha cambiado nada.',
    undo: 'No encuentro en esta conversación nada que pueda deshacer.',
    outOfScope: 'Organizo entrevistas y nada más, así que no he hecho nada al respecto.',
  },
  anyTime: 'A su disposición.',
  hello: (name) => `Hola, ${name}. Esto es lo que sé hacer (escríbame en inglés; sí y no también en español):`,
  canDo: 'Esto es lo que sé hacer (escríbame en inglés; sí y no también en español):',
  whatCanYouDo: '¿Qué sabe hacer?',
  help: {
    opening: (examples) => `abre una solicitud; también: ${examples}`,
    changing: (examples) => `la cambia; o bien: ${examples}`,
    board: (examples) => `muestra cómo va todo; o bien: ${examples}`,
    entering: 'introduce los horarios que le han dicho',
    asking: (examples) => `busca qué encaja; o bien: ${examples}`,
    deciding: (examples, yes, no) =>
      `aprueba; o bien: ${examples}; mi última pregunta se responde con ${yes}, o bien con ${no}`,
    moving: (examples) => `busca otro horario; o bien: ${examples}`,
    ending: (examples) => `cancela; o bien: ${examples}`,
    records: (examples) => `cambia la fase del ATS; o bien: ${examples}`,
    briefings: (examples) => `ajusta su resumen del día; o bien: ${examples}`,
    settings: (examples) => `muestra los ajustes; o bien: ${examples}`,
  },
  notUnderstood: 'No lo he entendido, así que no he hecho nada.',
  tryThis: (first, opening, person, board) => `${first} Pruebe con «${opening}», «${person}» o bien «${board}».`,
  hints: {
    length: 'Es un texto largo. Dígame en una frase qué debo hacer.',
    negated: 'No he hecho nada, porque suena a algo que no hay que hacer.',
    all: 'Nombre a una persona cada vez, por ejemplo: cancel Jane.',
    ownTimes: 'Diga de quién son estos horarios, por ejemplo: Acme can do Tue 2-4.',
    noTimes: 'No he podido leer los horarios. Escríbalos así: Acme can do Tue 24 Nov 14:00-16:00, Thu morning.',
    notFree: 'Diga cuándo pueden, por ejemplo: Acme can do Tue 2-4.',
    confirm: 'Use los botones de la tarjeta para aprobar un horario.',
    reminderForMe: 'Envío recordatorios a personas candidatas y clientes, por ejemplo: nudge Acme.',
    briefing:
      'Escriba por ejemplo «briefing at 7:30», «briefing now», «stop briefings» o bien «briefing 15 minutes before interviews».',
  },
  readAs: 'No tengo plena certeza. Lo entiendo así:',
  nothingBefore: 'No se hace nada hasta que usted lo diga.',
  doIt: 'Sí, hágalo',
  sayJust: (answers) =>
    `Si quiere responder ${answers} a lo de arriba, escriba solo eso o pulse el botón correspondiente.`,
  quoted: (written) => `«${written}»`,
  quote: (written) => `«${written}»`,
  done: (label) => `Hecho: ${label}`,
  saidNo: 'No: no se ha hecho nada.',
  left: 'De acuerdo, lo he dejado como está.',
  severalYes: (labels) => `Aquí un sí puede significar varias cosas: ${labels}. Pulse la que quiera decir.`,
  noSuchAnswer: (count, number) =>
    `${counted('es', count, { one: 'He ofrecido # respuesta', other: 'He ofrecido # respuestas' })}, y ninguna tiene el número ${number}.`,
  shallI: (label) => `He entendido: ${label}. ¿Lo hago?`,
  fillIn: (errors, label) => `${errors} Complételo en «${label}»; aún no se ha hecho nada.`,
  shownOnly: (label) => `«${label}» solo se muestra a quien pulsa el botón.`,
  undo: {
    button: 'Deshacer',
    takeBack: 'Deshacerlo',
    what: {
      undo: 'la apertura de la solicitud',
      undoEdit: 'el cambio de la solicitud',
      undoNote: 'la nota',
      undoSetting: 'el cambio de los ajustes',
    },
    done: (what) => `Deshecho: ${what}.`,
    notLast: (name) => `Lo último que se hizo no se puede deshacer. «cancel ${name}» terminaría la solicitud.`,
    mailsAreOut: (name, title) =>
      `Los primeros correos sobre ${name}, ${title} ya han salido, así que no se puede deshacer sin más. Puedo cancelar y avisar a quienes recibieron la pregunta. ¿Lo hago?`,
    wasUndone: 'Deshecha antes de enviar nada.',
    wasCorrected: 'Corregida antes de enviar nada.',
    older: (what) => `Lo último que se hizo no se puede deshacer. Lo que aún puedo deshacer: ${what}. ¿Lo hago?`,
  },
  people: {
    unclear: (written) => `No sé a quién se refiere con «${written}», así que no he hecho nada.`,
    several: (count, written) =>
      `${counted('es', count, { one: '# persona se llama', other: '# personas se llaman' })} «${written}». ¿A quién se refiere?`,
    known: (count, written) =>
      `Conozco a ${counted('es', count, { one: '# persona', other: '# personas' })} con el nombre «${written}». ¿A quién se refiere?`,
    firstShown: (count) =>
      `${counted('es', count, { one: 'Solo se muestra el primer resultado', other: 'Se muestran los primeros # resultados' })}; con el puesto o el cliente se precisa más.`,
    nobodyNothingDone: (written) => `No conozco a nadie con el nombre «${written}», así que no he hecho nada.`,
    nobody: (written) => `No conozco a nadie con el nombre «${written}».`,
    oneOfThese: '¿Es alguna de estas personas?',
    gone: (name) => `${name} ya no figura en el ATS.`,
    kinds: { candidate: 'Candidatura', contact: 'Contacto del cliente', user: 'Del equipo' },
    who: 'Quién',
    email: 'Correo',
    phone: 'Teléfono',
    application: 'Candidatura',
    record: 'Ficha',
    inStage: (job, stage) => `${job}: ${stage}`,
    ownedBy: (line, owner) => `${line}, a cargo de ${owner}`,
  },
  requests: {
    none: (written) =>
      `No tengo ninguna solicitud abierta para «${written}», así que no he hecho nada. «status» muestra lo que está abierto.`,
    unclear:
      'No sé a qué solicitud se refiere, así que no he hecho nada. Diga el nombre de la persona o escriba en la conversación de la solicitud.',
    several: (count) =>
      `${counted('es', count, { one: '# solicitud encaja', other: '# solicitudes encajan' })}. ¿A cuál se refiere?`,
    severalApplications: (count) =>
      `${counted('es', count, { one: '# candidatura encaja', other: '# candidaturas encajan' })}. ¿A cuál se refiere?`,
    applicationGone: 'Esa candidatura ya no está en el ATS, así que no se ha hecho nada.',
    noApplication: (written) =>
      `No conozco ninguna candidatura de «${written}», así que no he hecho nada. «who is ${written}» busca a la persona.`,
    notArranged: (name) => `No hay ninguna entrevista de ${name} fijada ni en preparación.`,
    inAts: 'En el ATS',
    cardAbove: (name, title) => `La tarjeta de ${name}, ${title}, está más arriba y al día.`,
    elsewhere: (name, title) => `${name}, ${title}, tiene su propia conversación.`,
    openConversation: 'Abrir la conversación',
  },
  tokensSpent:
    'El cupo de hoy para el modelo de lenguaje se ha agotado. Hasta medianoche (UTC) me guío solo por mi propia gramática; las frases cortas y sencillas funcionan mejor.',
  errors: {
    badInput: 'Un dato no se ha podido leer. Revíselo, por favor.',
    notFound: 'Aquello de lo que se trata ya no existe.',
    notAllowed: 'Usted no puede hacer eso aquí.',
    stale: 'Alguien lo ha cambiado en el mismo momento. Mírelo e inténtelo de nuevo.',
    duplicate: 'Eso ya existe.',
    slotTaken: 'Ese horario se acaba de ocupar.',
    linkExpired: 'Este enlace ha caducado.',
    wrongState: 'La solicitud ha avanzado, así que eso ya no es posible.',
    unavailable: 'Un sistema externo no responde en este momento. Inténtelo de nuevo en unos minutos.',
    refused: 'Un sistema externo lo ha rechazado.',
    rateLimited: 'Ha sido demasiado de una vez. Inténtelo de nuevo en unos minutos.',
    notConfigured: 'Eso no está configurado aquí.',
    unknownOutcome: 'No es seguro que se haya hecho. Compruébelo antes de repetirlo.',
    internal: 'Ha habido un problema por nuestra parte. No se ha cambiado nada; inténtelo de nuevo.',
  },
  inItsWords: (sentence, cause) => `${sentence} («${cause}»)`,
}
