import { counted } from '../../counted.ts'
import type { ConnectionWords } from '../../replyWords.ts'

const counts = (count: number, one: string, other: string) =>
  counted('es', count, { one: `# ${one}`, other: `# ${other}` })

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
    candidates: (count) => counts(count, 'persona candidata', 'personas candidatas'),
    applications: (count) => counts(count, 'candidatura', 'candidaturas'),
    jobs: (count) => counts(count, 'puesto', 'puestos'),
    contacts: (count) => counts(count, 'contacto', 'contactos'),
    users: (count) => counts(count, 'colega', 'colegas'),
  },
  noRecords: 'ninguna ficha',
  gone: (who, job, system) => `${who} (${job}) ya no está en ${system}. ¿Cancelo la solicitud?`,
  hired: (who, job, system) => `${who} (${job}) figura ahora como contratación en ${system}. ¿Cancelo la solicitud?`,
  rejected: (who, job, system) =>
    `${who} (${job}) figura ahora como descarte o retirada en ${system}. ¿Cancelo la solicitud?`,
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
  needs: {
    connection: (system) =>
      `${system} no está conectado ahora: de esta solicitud no se escribe nada allí hasta que se introduzca de nuevo la clave.`,
    manager: (system) =>
      `Este puesto no tiene responsable de contratación en ${system}. Mientras no se indique a nadie, la entrevista aparece sin responsable; indíquelo en el equipo del puesto.`,
    managerTakingPart: (manager, system) =>
      `${system} indica a ${manager} como responsable de contratación de este puesto, y no participa. La entrevista se escribirá allí, pero aparecerá sin responsable. «Add ${manager}» lo cambia.`,
    client: (system) =>
      `Las personas de su cliente no tienen cuenta en ${system}: la entrevista no muestra allí a nadie como responsable; quién participa consta en el texto.`,
  },
  noDocuments: (name) => `${name} no ha dado los documentos en este momento.`,
  recordIn: (name) => `Ficha en ${name}`,
  states: {
    connecting: 'Primera lectura en curso',
    connected: 'Conexión activa',
    failing: 'Necesita atención',
    revoked: 'Clave no aceptada',
  },
  stands: (state, more) => `${state}: ${more}`,
  asked: {
    forAll: (name) => `${name} se puede conectar para toda la organización o solo para usted.`,
    forMe: (name) => `Usted puede conectar ${name} para sí; para todo el equipo lo conecta la administración.`,
    noKeyHere: 'La página explica dónde está la clave; por favor, no la escriba aquí.',
    connect: (name) => `Conectar ${name}`,
    connectAnother: (name) => `Conectar ${name} una vez más`,
    notListed: (written) => `«${written}» no figura en la lista por sí mismo.`,
    these: (names) => `Se pueden conectar: ${names}.`,
    none: 'Aquí no se puede conectar ningún ATS externo.',
    unified: (name) => `${name} aporta unos 70 más con una sola conexión.`,
    files: 'Candidaturas, contactos y puestos de cualquier sistema se pueden importar como archivos CSV.',
    listed: 'Conexiones actuales',
    possible: 'Lo que se puede conectar',
    systems: (count) =>
      counts(
        count,
        'sistema de selección, en la página Integrations',
        'sistemas de selección, en la página Integrations',
      ),
    chats: { label: 'Mensajería', detail: 'Slack y Microsoft Teams, mediante ajustes en el archivo .env' },
    pages: { integrations: 'Página Integrations', add: 'Añadir un ATS' },
  },
}
