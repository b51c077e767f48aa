// Builds the package that an administrator uploads to Microsoft Teams: npm run teams:app -- --url https://interviews.agency.com
// Reads TEAMS_APP_ID and PARLEY_PUBLIC_URL from the environment or .env; --out names the file, by default parley-teams.zip.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildTeamsApp } from './teamsAppPackage.ts'

const { values } = parseArgs({
  options: {
    id: { type: 'string', default: process.env.TEAMS_APP_ID ?? '' },
    url: { type: 'string', default: process.env.PARLEY_PUBLIC_URL ?? '' },
    name: { type: 'string', default: 'Parley' },
    out: { type: 'string', default: 'parley-teams.zip' },
  },
})

try {
  writeFileSync(values.out, buildTeamsApp({ appId: values.id, url: values.url, name: values.name }))
  process.stdout.write(
    `${values.out} is written. In Teams: Apps, Manage your apps, Upload an app. ` +
      `The bot's messaging endpoint in Azure is ${values.url.replace(/\/+$/, '')}/api/teams/messages\n`,
  )
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
