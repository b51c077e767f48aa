import { defineConfig } from 'prisma/config'

// Only `prisma generate` reads this. Parley applies its migrations itself at start-up, so there is no address here.
export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } })
