import { openAppHost } from './electron/api/open-app-host.ts';
import { listMembers } from './electron/features/members/list-members.ts';
import { membersContract } from './shared/contract/members.contract.ts';
const host = openAppHost({ kind: 'browser', version: 'x', dataFolder: '/tmp/shots/lists/big' });
const store = host.openStore();
const ask = (i) => listMembers(store, membersContract.list.input.parse(i), Date.now());
let lag=0, last=performance.now(); const loop=()=>{ const n=performance.now(); lag=Math.max(lag,n-last); last=n; setImmediate(loop); }; loop();
const qs = { default:{}, balance:{sort:'balancePoints'}, net:{sort:'netMinor'}, name:{sort:'name',descending:false}, enrolled:{sort:'enrolledAtMs'},
 gold:{where:[{field:'tier',is:'any-of',values:['gold']}]}, lapsed:{where:[{field:'lastVisit',is:'more-than-days-ago',days:90}]}, bal:{where:[{field:'balance',is:'at-least',value:50},{field:'consent',is:'given',purpose:'marketing-sms'}]},
 bday:{where:[{field:'birthday',is:'this-month'},{field:'hasPhone',is:'yes'}]}, q:{q:'王'}, q1:{q:'w'}, q2:{q:'zhang'}, qf:{q:'13800000000'} };
for (const [n,q] of Object.entries(qs)) { const ts=[]; let r; for(let i=0;i<8;i++){ lag=0; const s=performance.now(); r=await ask({...q, descending: i%2===0}); ts.push(performance.now()-s); if(!q.where) q.where=[]; q.where=[...q.where.filter(c=>c.field!=='purchases'),{field:'purchases',is:'at-least',value:-i}]; }
 const s=performance.now(); await ask({...q,offset:Math.max(0,r.total-100), descending:false}); console.log(n.padEnd(10), r.total, ts.map(x=>x.toFixed(0)).join(' '), 'lag', lag.toFixed(0), 'end', (performance.now()-s).toFixed(1)); }
host.close(); process.exit();
