/** Given names of Spanish, Portuguese, Catalan, Italian, French and Romanian use; lines as in givenEnglish.ts. */
export const givenRomance = `
adelina adela adele: adelita lina
adolfo adolphe adolf: fito dolfo dolf
adriana: adri nana
agostino agustin agostinho augustin: tino agus guti
alberto: beto berto tito
alejandro: ale alex jandro alejo cano
alfonso alphonse alonso afonso alfons: fonso poncho alf fons
alfredo: fredo fede
alicia: licha ali
alvaro
amelie amelia: ame
americo amerigo
ana anna: anita anita nana aninha
ana_maria anamaria: ana
andre andres andrea: andresito dede
angel angelo: angelito lito
angela angeles angelica: gela angelita angie
antonella: nella anto
antonia: tonia toni antonita
antonio antonin antoine: toni tono tonio tonito nino totò toninho tonho toti
armando: mando mandi
arnaldo arnau: naldo
arturo: turo arturito
aurelio aurelien: lelo
aurora: aura rora
barbara: barbarita babs
bartolome: bartolo
beatriz beatrice: bea bety bia betty tiz
begona: bego
belen: bele
benito benedetto benoit benedicto bento: beni
bernardo bernard: berni nardo
bertrand: bert
bianca bia
augusto agosto: guto gus
eduarda: duda dudinha edu
rafaela raffaella: rafa ela fafa
roberta: beta robi
paulo: paulinho
pedro: pedrinho
fernando: fernandinho nandinho
luciana: lu lucianinha
leandro: lele
rodrigo: digo rodriguinho
thiago tiago: thi titi
vinicius: vini
gustavo: guga guto
marcelo: marcelinho celo
isabela isabella: isa bela belinha
mariana: mari nana
carolina: carol lina
anderson: andinho
wellington: well
blanca bianca branca blanche: blanqui
caetano cayetano gaetano: tano caito
camila: cami mila
candelaria candela: cande
caridad: cari cachita
carla carlota carlotta: carlita
carlos: carlitos charly calin carlinhos caloca cadu kadu cacau
carmela carmen: carmelita carmencita menchu mela carmina maricarmen
carolina caroline: caro lina carol
catalina caterina catarina: cata lina cati kata
cecilia: ceci chila cecilita
celestino celestin: tino
cesar cesare: cesarin
charles: charlot charlie
christelle cristelle
christian cristian: cris chris
christophe: chris tophe
claire clara chiara: clarita
claudio claude: claudinho
concepcion concetta conceicao: concha conchita connie conchi tina
consuelo: chelo consue
cristina: cris tina cristi
cristobal: tobal cris
cristovao cristoforo: cris
daniel daniele: dani danilo
daniela: dani
david: davi
diego santiago: dieguito
dionisio denis: nisio
dolores: lola loles lolita dolo
domingo domenico dominique domingos: mingo mimmo mico chomin
dominique: dom domi
eduardo: edu lalo edi duda guayo dudu
elena helena: lena nena leni ele
eliana eliane: eli
elisa elisabetta elisabeth: eli betta lisa ely elis
emanuele emmanuel manuel: manu lele
emilia: emi
emilio emile: milo emi
enrique enrico henrique henri: quique kike rico enri rique
enzo vincenzo lorenzo
ernesto: neto erne nesto
esperanza speranza: espe lancha
estefania stephanie stefania: estefi fani fania
esteban estevan estevao etienne: teban
eugenia: uge gena
eugenio: geno
eulalia: lali eula laia
evaristo: varisto
fabiana: fabi
fabrice fabrizio fabricio: fab bice
federico frederico frederic: fede fico lico fred
felicidad: feli
felipe filippo philippe filipe: pipe feli lipe pippo phil
felix felice
fernanda: fer nanda ferni
fernando fernand: nando fer ferni fernan
filomena: mena filo
florencia florence: flor flo
florentino florent fiorentino: tino flo
francesca francisca francoise francine: fran franca paca paquita francy cesca chica kika
francesc francisco francesco francois: cesc paco pancho fran curro kiko quico frasco paquito chico franco cisco ciccio checco franck
gabriel gabriele: gabi gabo biel lele
gabriela gabriella gabrielle: gabi gaby gabry
genevieve genoveva ginevra: ginette gigi veva viva
gerardo gerard: gera
gervasio: gerva
giacomo: giaco mino como
gianluca: gian luca
gianfranco: gianni franco
gianluigi: gigi
giovanna: gianna vanna nanna
giovanni juan jean joao: gianni nanni vanni gian
giuseppe jose joseph: beppe peppe pino peppino geppo bepi beppino
giuseppina: pina peppina giusy
gonzalo goncalo: gonza gon zalo
graciela: chela grace
grazia graziella: graz
gregorio gregoire: goyo greg gori
guadalupe: lupe lupita pita
guillaume: guigui guy will
guillermina: mina guille
guillermo guglielmo guilherme: memo guille gui willy
gustavo gustave: gus tavo guga gusti
hector ettore heitor: tito
hernan hernando: nan
hortensia hortense ortensia: tencha
hugo ugo: huguito
humberto umberto: beto berto
ignacio ignazio inacio: nacho nachito igna
ildefonso: poncho fonso
imelda: mela
ines agnes: nesa inesita
inmaculada immaculata: inma macu
irene: ire
isabel isabella elisabeth isabelle: isa chabela chabe bela belita bel isabelita
isidro isidoro: isi chilo
ismael: isma
jacinto giacinto: chinto
jacobo jacques jaime jaume santiago: jacobito jimmy
javier xavier: javi xavi
jean: jeannot
jeanne juana: jeannette
jeronimo: jero momo
jesus: chucho chus chuy suso jesusito
jesusa: chusa susa
joana juana: juanita jana
joaquin joaquim: quino joaco quim chimo
jordi jorge
jorge giorgio georges: coque jorgito yoyo
jose josep: pepe chepe pepito ze zeca cheo pepin zezinho josito pep
jose_antonio: josean
jose_luis: joselu pepelu
jose_manuel: josema
jose_maria: chema josemari
josefa josefina: pepa pepita fina josefita chepa
juan jean joan: juanito juancho juanjo juani nito
juan_carlos: juanca
juan_jose: juanjo
juan_manuel: juanma
juan_pablo: juampi
julia julieta: juli julita
julio julien giulio: yulo
laura: lauri laurita lala
lazaro lazare: lacho
leandro leandre: lea lean
leonardo: leo nardo leon
leonor eleonora leonora: leo nora
leticia: leti
lionel leonel: leo
liliana: lili
lorenzo laurent lorenc lourenco: renzo loren lolo chencho enzo
lourdes: lulu lurdes
lucas luca luc: luquitas
lucia luce: luci chia lu
luciano lucien: chano lucio
luis luigi louis luiz: lucho luisito gigi gino lulu luisinho
luisa louise luiza: lu luisita lulu
magdalena madeleine maddalena madalena: magda lena madi malena leni
manuel: manolo manu manolito lolo manel maneco nelo
manuela: manoli manola lola manu
marcela marcella marcelle: chela marce
marcelo marcel marcello: chelo marce
marcos marco marc: marquitos
margarita margherita marguerite margarida: marga rita maga margot mague daisy ghita
maria marie: mari mariquita maruja marichu mariuca marita maruxa
maria_angeles marian: angeles marian
maria_cristina: maricris
maria_del_carmen: maricarmen mamen
maria_del_mar: marimar mar
maria_del_pilar: pili
maria_eugenia: maru maruxa
maria_fernanda: mafe mafer
maria_isabel: maribel marisa
maria_jesus: chus
maria_jose marie_jose: majo cote josefa
maria_luisa: marisa malu
maria_teresa: maite marite mayte
mariana: mari
mario: mayo
marisol: mari sol
martin: tincho martincho
matias mateo matthieu: mati matu teo
mauricio maurizio maurice: mau mauri momo
maximo massimo maximiliano: max maxi mino
mercedes: merche meche chedes merceditas
michel michele miquel: micho lino
miguel michel michele miquel: migue miki mique miguelito micky
miguel_angel: miguelan
milagros: mila mili milagritos
monica monique: moni
montserrat: montse
narciso narcisse: chicho
natalia: nati talia nata
nicolas nicola nicolau: nico colas
nicolasa: nica
nieves neus: nievi
norberto: beto
octavio octave ottavio: tavo
olivier: oli
orlando: lando
osvaldo: valdo
pablo paulo paolo: pablito pol
paloma
pascal pasquale pascual: pasqui lino
patricia: patri paty pati
patricio: pato patito
paula paola: pauli pau
pedro pere pierre pietro: perico pedrito pedrin pello pierrot piero
pierre: pierrot pierrick
pilar: pili piluca pilarica
primitivo
purificacion: puri
rafael raffaele raphael: rafa raf rafinha rafi fael fallo lello
raimundo ramon: mundo moncho
ramiro: rami
ramon: moncho mon monchi
raquel rachel: raque
raul raoul: rulo
refugio: cuca
regina: gina
remedios: reme
renato rene: nato
ricardo riccardo richard: ricky rica cardo richi
roberto robert: beto robe tito berto
rocio: chio roci
rodolfo: fito rodo dolfo
rodrigo: rodri rorro
rogelio: rogel roge
rolando orlando: lando rolo
rosa rose: rosita rosi
rosalia: lia rosi
rosario: charo chayo chari sarito
ruben: rube
salome: salo
salvador salvatore: salva chava toto turi totò sal
samuel: samu
sandro alessandro
santiago: santi tiago chago diego yago
santos: santi
sara: sarita
sebastian sebastien sebastiano: seba bastian sebas seb tiao
sergio serge sergi: checo sergito
severino: nino
silvia: silvi chiva
simon simone: simoncito
socorro: coco soco
sofia: sofi chofi
soledad: sole chole
stephane stefano esteban: steph
susana susanna suzanne: susi susanita suzon
tatiana: tati
teodoro: teo doro
teresa therese: tere teresita maite terita teta
thierry teodorico
tomas thomas tommaso: tomi tomasito maso tommy
trinidad: trini
valentin valentino: vale tino
valentina: vale tina
valeria: vale
vanesa vanessa: vane
vera
vicenta vincenza: enza
vicente vincent vincenzo vicenc: chente vice cente enzo
victor vittorio: vic vito toi
victoria vittoria: vicky toya vito
virginia: vir gina
viviana: vivi
xavier xabier: xavi xabi
yolanda yolande: yoli yola
zacarias zacharie
alain alan
anne_marie annemarie: anne
aurelie aurelia: lilie
baptiste giambattista battista bautista batista: bapt titi tita
benjamin beniamino: ben benji
brigitte: bri
catherine: cathy cath
celine celina marceline: cece
corinne corina korinna: coco
delphine delfina: del fina
dorothee dorotea: doro
edouard: ed doudou
eloise heloise eloisa
francoise: fanfan soise
frederique federica frederica: fred fede
gerard: gege
gilles egidio gil
jacqueline: jackie line
jerome girolamo: jeje
julie giulia: juju giuly
laetitia: titia
laurence lorenza: lolo
lucie lucia: lulu
madeleine: mado
marguerite: margot
marjolaine
mathilde matilde: tilde
maxence massenzio: max
nathalie: nath
nicole nicoletta: nini
odile odilia
pascale pasqualina: lina
philippe: phil fifi
raymond raimondo: momon
rene renato: nene
robert: bob
roselyne: rose
sandrine alessandrina: sandra
severine severina
solange
stephanie: steph fanny
sylvain silvano
sylvie silvia: syl
thibault thibaut tibaldo theobald thibaud tebaldo: thib thibs titi tibo
valerie: val
veronique: vero
yann jean yannick
yves ivo ives
alexandra alessandra alexandre alessandro: alex xande xandinho ale sandrina sandro
andreea andrada: deea
bogdan: bobo
catalin
constantin: costel dinu costin titi
cristian: cristi
dumitru demetrio dimitri: mitica mitu
elena: ileana lenuta
florin florian: flo
gheorghe: gigi ghita gica george
ioan ion: ionut ionel nelu
ioana: oana
liviu livio
mihai: misu mihaita
mihaela: miha ela
nicolae: nicu nelu
petru: petrica
radu
stefan: fane
vasile: lica vasilica
viorel: vio
`
