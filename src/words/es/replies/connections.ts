import { counted } from '../../counted.ts'
import type { ConnectionWords } from '../../replyWords.ts'

const counts = (n: number, one: string, other: string) => counted('es', n, { one: `# ${one}`, other: `# ${other}` })

export const spanishConnections: ConnectionWords = {
  reading: (name) => `Estoy leyendo ${name}. Puede seguir mientras tanto; le aviso aquí cuando esté todo.`,
  missing: (name, capability, said) => `${name}: por ahora no es posible («${capability}»). ${said}`,
  stillReading: (name, records) => `Sigo leyendo ${name}: ${records} hasta ahora.`,
  connected: (name, records) => `${name} está conectado: ${records}.`,
  writes: {
    on: 'Escribo allí las entrevistas, las fases y el registro.',
    dryRun:
      'La escritura está en ensayo: muestro lo que escribiría y no escribo nada hasta que usted lo active en «Integrations».',
    off: 'No escribo nada allí.',
  },
  goOn: 'Ya puede programar por nombre.',
  worksAgain: (name) => `${name} vuelve a funcionar.`,
  fromBefore: (name) => `Lo que sé de ${name} es de antes.`,
  keyRefused: (name) =>
    `${name} ya no acepta la clave. Introduzca una nueva en «Integrations». Hasta entonces no leo ni escribo allí.`,
  quiet: (name, days) =>
    `${name} responde, pero no muestra ningún cambio desde hace ${days} días, lo que es inusual. Si allí se trabaja, puede que se haya parado una de sus ` +
    'interfaces, o que la clave vea menos que antes: mire en «Integrations».',
  records: {
    candidates: (n) => counts(n, 'candidato', 'candidatos'),
    applications: (n) => counts(n, 'candidatura', 'candidaturas'),
    jobs: (n) => counts(n, 'puesto', 'puestos'),
    contacts: (n) => counts(n, 'contacto', 'contactos'),
    users: (n) => counts(n, 'colega', 'colegas'),
  },
  noRecords: 'ninguna ficha',
  gone: (who, job, system) => `${who} (${job}) ya no está en ${system}. ¿Cancelo la solicitud?`,
  hired: (who, job, system) => `${who} (${job}) consta ahora como contratado en ${system}. ¿Cancelo la solicitud?`,
  rejected: (who, job, system) =>
    `${who} (${job}) consta ahora como descartado o retirado en ${system}. ¿Cancelo la solicitud?`,
  moved: (who, job, from, to, system) =>
    `${who} (${job}) ha pasado de «${from}» a «${to}» en ${system}. La solicitud sigue adelante.`,
  otherAddress: (who, email, system) =>
    `${who} tiene ahora otra dirección de correo en ${system}: ${email}. Los correos de esta solicitud siguen yendo a la dirección del principio.`,
  drift: (system, what, ours, theirs) =>
    `${system} no dice lo acordado: ${what} es el ${ours}, pero ${theirs}. Las invitaciones dicen ${ours}.`,
  driftTime: (at) => `allí figura el ${at}`,
  driftGone: 'allí ya no figura',
  writeAgain: (system) => `Escribirlo otra vez en ${system}`,
  noLongerAhead: 'Esta entrevista ya no está por venir, así que no se ha escrito nada.',
  noDocuments: (name) => `${name} no ha dado los documentos en este momento.`,
  recordIn: (name) => `Ficha en ${name}`,
}
