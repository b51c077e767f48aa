/**
 * Family names that sound alike and are spelled in several ways, and names that other scripts bring into Latin letters in several ways.
 * A line holds the spellings of one name. What the rules of `soundKey.ts` find by themselves need not stand here.
 */
export const surnameSpellings = `
koenig konig
white whyte
koch kock
cook cooke
abbot abbott
adams addams adam
aitken aitkin aiken
alexander aleksander aleksandr alexandre
allan allen alan
anderson andersen andersson
andrews andrew
antony anthony
armstrong armstrang
atkins adkins
bailey bayley baily baillie
becker backer bekker
barnes barns
barrett barret
bauer baur
bayer beyer baier beier
beck bek
berger burger
bergmann bergman
boehm bohm bohme boehme
braun brown browne
brooks brookes brook
bruhn brun
burke bourke burk
burns byrnes byrne burnes
campbell cambell
carey cary
carlson carlsson karlsson carlsen karlsen
carr kerr
cartwright kartwright
chan chen
chang cheung zhang
chapman shapman
choi choe chwe
christensen christiansen kristensen christenson
clarke clark clerk
cohen cohn kohn cohan kohen
cole coles
colins collins
connelly connolly conneally
connor connors oconnor
cooper kooper cuper
cox coxe
craig kraig
crane krane
davies davis davys
davidson davison davisson
dickson dixon
donaldson donelson
doherty dougherty daugherty docherty
douglas douglass
doyle doyal
dunn dunne
dyer dier
eaton eton
edwards edwardes
elliott eliot elliot eliott
ellis elis
erickson eriksson ericsson ericson eriksen erikson
evans evens
faulkner falkner falconer
fischer fisher fiser
fitzgerald fitzgerrald
foster forster
francis frances
fraser frazer frasier frazier
freedman friedman friedmann freidman
fry frye
gallagher gallager galagher
gardner gardiner gardener gartner gaertner
garcia garsia
geiger gieger
gibbs gibs
gonzalez gonzales gonsales
goodman gutmann guttman
graham grahame graeme
gray grey
green greene
griffith griffiths
gross grosse grosz
haas hass haase
hall halle
hansen hanson hansson
harman hartmann hartman
harris harries
hayes hays haze
heard hurd
heinrich henrich
henderson hendersen
herrmann herman hermann
hess hesse
hicks hix
higgins higgens
hoffmann hofmann hoffman hofman hoffmann
holmes homes
holt hold
howe how
hughes hughs
jacobs jakobs
jacobsen jacobson jakobsen jacobsson
jaeger jager yeager
janssen jansen janson jansson
jenkins jenkyns
jensen jenson jenssen
johansson johansen johanson
johnson jonson johnston johnsen johnstone johnsson
jones joness
jordan jorden
jorgensen jorgenson
jung young yung
jeong jung chung
kaiser keiser kayser
kaufmann kaufman coffman
keller kellar
kelly kelley
kennedy kenedy
khan kahn
kim gim
klein kline cline
kramer kraemer cramer
kraus krauss krause kraushaar
krueger kruger kreuger
kuhn kuehn koon
lambert lampert
lang lange
larsen larson larsson
lawson lowson
leary oleary
lee li lea leigh
lehmann lehman layman
lewis louis
lim im
lindsay lindsey
lloyd loyd
lopez lopes
lowe low
lynch linch
mackenzie mckenzie
macdonald mcdonald macdonnell
macleod mcleod mccloud
maguire mcguire
maier mayer meier meyer mayr myer majer meir myers meyers
malone maloney
marks marx
marsh marsch
marshall marshal marschall
martin marten martyn
martinez martines
matthews mathews
maurer mauer
may mai
mccarthy mccarty
mclaughlin mclaughlan mcloughlin
mendez mendes
metzger mezger
michaels michel
mueller muller
mitchell michell
moeller moller moler
monroe munro munroe
moore more moor
morris maurice
morrison morison
moss mosse
murphy murphey
neal neil neill oneill oneal
nelson nielsen nilsson nielson nilson neilson
newman neumann neuman naumann
nguyen nguyenn nguen
nichols nicholls nickels
nicolas nicholas nikolas nicholls
nicholson nicolson
nolan nowlan
nowak novak novack nowack
obrien obryan obrian
olsen olson olsson olesen
owens owen
page paige
park pak bak bag
parker barker
parsons persons
patterson paterson pattison
pearce pierce pearse peirce
pearson peirson
pedersen peterson petersen petersson pettersson pederson
perez peres
perry parry
peters pieters
philips phillips philipps
pope poppe
porter potter
powell powel
price pryce preis
pritchard prichard
quinn quin
rasmussen rasmusen
raymond raimond
reed reid read reade
reynolds renolds
rhodes rodes
rice reiss
richards richard
richardson richardsen
richter rychter
riley reilly oreilly
ritter ridder
robertson robinson robison
rodgers rogers
rodriguez rodrigues
rosenberg rosenburg
ross roth
rowe roe
ruiz ruis
russell russel
ryan rian
sanchez sanches
sanders saunders
schaefer schafer schaeffer shaffer shaefer scheffer
schmidt schmitt schmid schmitz
schneider snyder snider schnider
scholz schultz schulz schulze scholtz shultz shulz
schroeder schroder schroter schroeter
schubert shubert
schumacher schuhmacher
schuster shuster
schwartz schwarz swartz schwarze
scott scot
sharp sharpe
shaw schau
shepherd sheppard shepard
sherman schermann scherman
silva sylva
simmons simons simonds
simpson simson
sinclair saintclair
singh sing
smith smyth smythe smit
solomon salomon
sorensen sorenson
souza sousa
spencer spenser
stein stine
steiner stiner
stephens stevens
stephenson stevenson
stewart stuart steward
stokes stoakes
strauss straus strausz
sullivan osullivan
svensson swenson svenson
taylor tailor tayler
teixeira texeira
thomas tomas
thompson thomson tompson tomson thomsen
thorne thorn
tucker tooker
tyler tiler
turner terner
vaughan vaughn
vogel fogel
volkov wolkow
vazquez vasquez vasques
wagner wagener waggoner
walker walkar
wallace wallis
walsh walshe welsh welch
walters walther walter
wang wong huang hwang
ward warde
warner werner
waters watters
watt watts
weber webber
webster webbster
weiss weisz weis wise
wells welles
west weste
wheeler wheler
whitaker whittaker
wiley wylie willey
wilkins wilkens
willis wyllis
wilson willson
winter winther
wolf wolff wolfe woolf wulf
wood woods woode
woodward woodard
wright right rite
wu woo
xu hsu hsieh xie
yates yeates
yilmaz ilmaz
yoon yun youn
zhang chang cheung jang
zhao chao chiu
zhou chou chow
zhu chu choo
zimmermann zimmerman
jonsson johnson jonson
magnusson magnussen magnuson
petersson peterson
sjoberg seberg
lindquist lindqvist lindkvist
berquist bergqvist bergkvist bergquist
blomqvist blomquist
dahl dal
hogberg hoegberg
nyquist nyqvist nykvist
almquist almqvist
sandquist sandqvist
haapala hapala
kristofferson kristoffersen christofferson
knudsen knutsen knudson knutson
madsen matsen
mikkelsen michelsen michaelsen
mortensen mortenson
paulsen poulsen paulson
dijk dyk dijck
dijkstra dykstra
bruijn bruin bruyn
visser fisher
smit smid
hendriks hendrix hendricks
jacobse jacobsen
tuinman tuynman
kuiper kuyper cuyper
meijer meyer meijers
muijs muys
rijk ryck rijck
zwart swart
shields schields
castillo castilo
cortes cortez
chavez chaves
cruz crus
diaz dias
gomez gomes
gimenez jimenez ximenez
giner jiner
ibanez ybanez
mejia mexia
munoz munos
nunez nunes
ortiz ortis
valdes valdez
velasquez velazquez velasques
ybarra ibarra
yanez ianez
zapata sapata
zuniga suniga
cavalcanti cavalcante
correia correa
henriques henriquez enriquez
lima lyma
luis luiz
moraes morais
neves neves
queiroz queiros
resende rezende
tavares tavarez
vieira viera
wanderley vanderlei
baptista batista
bianchi bianci
bernardi bernardy
ferrari ferary
marchetti marketti
martini martiny
pellegrini pelegrini
rizzo riso
russo rosso
santoro santori
aubry aubrey
baudoin baudouin
bertrand bertran
blanchard blanshard
dubois duboys
dupont dupond
durand durant
faure favre
gauthier gautier gaultier
girard girrard
guerin guerrin
henry henri
hubert humbert
lefevre lefebvre lefeuvre
michaud micheau
morel maurel
perrin perin
renaud renault reynaud
roussel rousselle
simon simmon
thibault thibaut
vidal vidalle
`
