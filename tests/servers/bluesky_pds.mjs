// The account server and the directory alone: SQLite and memory. node bluesky_pds.mjs PLC_PORT PDS_PORT
import { TestNetworkNoAppView } from '@atproto/dev-env'
const [plcPort, pdsPort] = process.argv.slice(2).map(Number)
const net = await TestNetworkNoAppView.create({
  plc: { port: plcPort },
  pds: { port: pdsPort, hostname: 'localhost', enableDidDocWithSession: true },
})
console.log(JSON.stringify({ plc: net.plc.url, pds: net.pds.url }))
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, async () => { await net.close().catch(() => {}); process.exit(0) })
