import { storeContract } from '../contract/storeContract.ts'
import { openTestStore } from '../fakes/testStore.ts'

storeContract('the store on PGlite', openTestStore)
