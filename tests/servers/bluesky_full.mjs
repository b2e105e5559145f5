// The whole network with its app view. Reads DB_POSTGRES_URL and REDIS_HOST. node bluesky_full.mjs PLC_PORT PDS_PORT BSKY_PORT OZONE_PORT
import { TestNetwork } from '@atproto/dev-env'
const [plcPort, pdsPort, bskyPort, ozonePort] = process.argv.slice(2).map(Number)
const net = await TestNetwork.create({
  dbPostgresSchema: 'theke',
  plc: { port: plcPort },
  pds: { port: pdsPort, hostname: 'localhost', enableDidDocWithSession: true },
  bsky: { port: bskyPort, publicUrl: `http://localhost:${bskyPort}`, dbPostgresSchema: 'bsky_theke' },
  ozone: { port: ozonePort },
})
console.log(JSON.stringify({ plc: net.plc.url, pds: net.pds.url, bsky: net.bsky.url }))
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, async () => { await net.close().catch(() => {}); process.exit(0) })
