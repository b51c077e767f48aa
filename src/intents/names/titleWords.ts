/** Said around the name of a company or a job rather than in it. */
export const titleFillers = `
the a an and of for our role position job opening opening vacancy req requisition
inc incorporated corp corporation co company llc llp lp ltd limited plc gmbh mbh ag kg kgaa ohg ug ev se sa sas sarl srl spa snc bv nv vof ab asa
oy oyj aps kk pty pte sdn bhd spzoo kft zrt doo sro com io www
m w d f x mwd mfd wmd fmd mfx remote hybrid onsite
`

/** Words that people write as one or as two. */
export const titleCompounds = `
back end
front end
full stack
dev ops
dev sec ops
data base
help desk
e commerce
start up
block chain
cyber security
`

/** What is short for what in the titles of jobs; several meanings are parted by strokes. */
export const titleShortForms = `
be: backend
fe: frontend
fs: fullstack
sr: senior
snr: senior
jr: junior
jnr: junior
mid: midlevel
eng: engineer / engineering
engr: engineer
engg: engineering
engs: engineer
dev: developer / development
devs: developer
swe: software engineer
sde: software development engineer
sdet: software development engineer in test
se: software engineer / sales engineer
sse: senior software engineer
sre: site reliability engineer
mle: machine learning engineer
ml: machine learning
ai: artificial intelligence
nlp: natural language processing
de: data engineer
ds: data scientist / data science
da: data analyst
ba: business analyst
bi: business intelligence
dba: database administrator
pm: product manager / project manager / program manager
tpm: technical program manager / technical product manager / technical project manager
gpm: group product manager
apm: associate product manager
ppm: principal product manager
pmm: product marketing manager
po: product owner
sm: scrum master
em: engineering manager
tl: tech lead / team lead
qa: quality assurance
qe: quality engineer
qc: quality control
ux: user experience
ui: user interface
uxd: ux designer
uxr: ux researcher
pd: product designer
gd: graphic designer
it: information technology
hr: human resources
hrbp: hr business partner
ta: talent acquisition
pr: public relations
rd: research and development
cs: customer success / customer service / customer support
csm: customer success manager
csr: customer service representative
am: account manager / area manager
kam: key account manager
ae: account executive
sdr: sales development representative
bdr: business development representative
bdm: business development manager
bd: business development
bizdev: business development
biz: business
rep: representative
mgr: manager
mgmt: management
mngr: manager
dir: director
vp: vice president
svp: senior vice president
avp: assistant vice president
evp: executive vice president
ceo: chief executive officer
cto: chief technology officer / chief technical officer
cfo: chief financial officer
coo: chief operating officer
cmo: chief marketing officer
cpo: chief product officer / chief people officer
cio: chief information officer
ciso: chief information security officer
cro: chief revenue officer
ea: executive assistant
pa: personal assistant
va: virtual assistant
asst: assistant
assoc: associate
exec: executive
admin: administrator / administration / administrative
sysadmin: system administrator / systems administrator
sys: system / systems
coord: coordinator
spec: specialist
tech: technician / technical / technology
arch: architect
infra: infrastructure
sec: security
appsec: application security
infosec: information security
ops: operations
secops: security operations
mktg: marketing
mkt: marketing
mktng: marketing
acct: accountant / account / accounting
acc: accountant / account
fin: finance / financial
fpa: financial planning and analysis
cpa: certified public accountant
comms: communications
comm: communications / commercial
gov: government
intl: international
natl: national
reg: regional
mech: mechanical
elec: electrical
ee: electrical engineer
me: mechanical engineer
civ: civil
chem: chemical
mfg: manufacturing
prod: product / production
proj: project
prog: program / programmer
cust: customer
svc: service
svcs: services
supp: support
sup: supervisor / support
anal: analyst
analyt: analytics
des: designer
res: research
sci: scientist
stat: statistician
consult: consultant
conslt: consultant
rn: registered nurse
np: nurse practitioner
gp: general practitioner
lpn: licensed practical nurse
cna: certified nursing assistant
ot: occupational therapist
pt: physical therapist / part time
hca: healthcare assistant
ft: full time
hgv: heavy goods vehicle
js: javascript
ts: typescript
py: python
golang: go
rails: ruby on rails
ror: ruby on rails
k8s: kubernetes
dotnet: net
cpp: c++
csharp: c#
ios: iphone
mob: mobile
emb: embedded
fw: firmware
hw: hardware
sw: software
`
