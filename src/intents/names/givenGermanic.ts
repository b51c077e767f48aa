/** Given names of German, Dutch, Nordic and Baltic use; lines as in givenEnglish.ts. */
export const givenGermanic = `
adelheid: heidi adel alida
adolf adolph: dolf adi
adriaan adrian adrianus ad: ad adri arie
agneta agnetha agnes: neta
albert albertus albrecht: bert albi bertus ab
albertine: tine bertine
alexander: alex sascha lex xander sander ali
alexandra: alex sandra xandra sascha
alfred: fredi alf
aloisius alois aloysius: lois loisl luis alo
andreas andries anders anderas: andi andy andre dres anders dries andres
angelika: geli angi
anja anya
annegret: anne gret
anneliese annelise annelies: anne liese anni
annemarie annemarieke: anne mieke ami
anna anne: anni anneke antje anke anninka annelie annika
antje anna
anton antoon antonius: toni ton tonnie teun theun
arend arnold arnoud: arno noud
arne arnulf
arthur: art turi
astrid: assi
august: gustl gust
axel absalon
balthasar baltasar: balzer hauser
barbara: babsi bärbel baerbel barbl babette babs uschi
bartholomeus bartholomaeus: bart bartel meeuwis
bastian sebastian: basti
beate beata: bea
benedikt: bene ben
benjamin: benni ben benny
bernd bernhard bernt
bernhard bernard: bernd berni bert hardy ben bennie
berthold bertold: bert
birgit birgitta brigitte: biggi gitti gitta britt britta bibi
birte birthe birgit
bjorn bjarne: bjossi
bo bosse
boudewijn baldwin balduin: bo
brigitte: gitti gitte biggi
burkhard burkhart burghard: burki
carl karl: kalle kalli carli
carsten karsten christian
cathrin katrin kathrin: kathi
charlotte charlotta: lotte lotta lotti charly
christel christa christine: chris
christian kristian: chris krischan christel
christiane: chris jane
christina christine kristina: tina tine chris stine christel
christoph kristof: chris stoffel toffi
claudia: claudi
clemens klemens clement clemente: clem
constanze konstanze: conny stanzi
cornelia: conny nele nelli corry lia
cornelis cornelius: cor kees cees nelis corneel kris
dagmar: daggi
daniel: dani danny
daniela: dani dany
david: dave
detlef detlev: det
dieter dietrich dietmar
dietrich diederik dirk: dieter dirk derk rik
dirk dietrich diederik
dominik dominicus: domi nik
dorothea doortje: doro dorle thea dora doortje dörte doerte
eberhard everhard evert: ebi hardy eb
eckhard eckart eckehard: ecki
edeltraud edeltraut: traudl edel
eduard: edi ede
egbert: bert
egon
eleonore: lore nora ella
elfriede: friedl elfi
elisabeth elsbeth elisabet: lisa elli else elsa lisbeth liesel sissi sisi betti liesl ilse elsbeth lies bettina lise liesbeth lijsbeth elly bets
elke adelheid
ellen
elvira: elvi
emil: emu
engelbert: bert engel
erhard: hardy
erich erik eric: ricki
erika: erl rika
erna ernestine
ernst: ernie
erwin
esther: esti
eugen: geni
eva: evi evchen ev
evelyn: evi
felix
ferdinand: ferdi ferdl nando
florian: flo flori
frank
franz frans: franzl franky
franziska: franzi fran sissi ziska
frauke
frederik fredrik friedrich: fred freek frits rik fredde
friedhelm: fried
friederike: rike fritzi rieke friedel
friedrich frederik: fritz fred fiete friedel frieder frits
fritz friedrich
gabriele gabriela: gabi gaby
georg jorg jurgen george: schorsch jorg girgl joerg
gerald: gerry
gerard gerrit gerhard: gerrit ger geert gert
gerda
gerhard gerhart: gerd gert hardy gerdi
gerlinde: linde
gertrud gertrude geertruida: gerti trude traudl trudi gert truus geertje
gisela: gisi gila
gottfried gotfrid: friedl gottlieb
gregor: grisu greg
greta margareta margarete
gudrun: gudi
gunther guenther gunnar gunter: gunni
gustav gustaf: gustl gusti gus
hannelore johanna: hanne lore
hans johannes johann: hansi hannes hansel
hans_dieter: hadi
hans_georg: hansgeorg
hans_joachim: hajo hans_jochen
hans_jurgen: hansi
hans_peter: hape hans
harald: harri haral
hartmut helmut: hardy hasi
heidemarie heidrun heide: heidi
heinrich hendrik heiner: heinz heiner heini hinrich hein henk
heinz heinrich karlheinz
helena helene: lena leni helen lene
helga
hellmuth helmut helmuth: helle heli mutz
hendrik hendrikus henrik: henk hein rik driekus henny
hendrika hendrikje henrike: rika henny riek drika
henning henrik
herbert heribert: herb hebbe
hermann herman: herm manni harm
hermine: mine hermi
hertha herta
hilde hildegard mathilde brunhilde: hilde hildi gard
hildegard: hilde hildi hilla
holger: holle
horst: hotte
hubert hubertus huibert: hubi hub bert huib
hugo: huug
ilona: ilo
ilse elisabeth
ingeborg: inge inka ingi
ingrid: inge inga
irmgard: irmi irma
isabella isabel: isa bella
jacob jakob jacobus: jaap koos co kobus jack
jakob: jockel jagl köbi
jan johannes: jannes janneman
jannik jannek yannick yannik
jens johannes
joachim joakim jochem: jochen achim jo kim jockel
jochen joachim
johann johan johannes: hans hannes jo johnny jan joop han jens jannis henne
johanna: hanna hanni jo hanne johanneke joke annika hannie
johannes: hannes hans jan jo joop jens han johan
jorgen jurgen georg: jorn jogi
josef jozef joseph: sepp sepperl jupp jos jef joop beppi seppl pepi jost sef
josefine josephine: josi pepi fini
josepha jozefa josefa
julia: jule juli julchen
julius: jule
jurgen juergen: jogi jurg
justus: just
jutta judith
karin karen katharina: kari
karl karel: kalle kalli charly
karl_heinz karlheinz: kalle heinz
karoline: karo line lina
karsten carsten
kaspar caspar casper jasper gaspar gaspard: kasper
katharina katarina katrin catharina: kathi kati käthe kaethe trine nina katja trina tineke catrien karin ina kaatje rina
kerstin kirsten kristin
kirsten kristin christina
klaus claus nikolaus: klausi
klemens: klem
konrad conrad koenraad kurt: conny kurt radi koen conni con
kristian christian: kris krille
kristoffer christopher: stoffer krille toffe
kunigunde: kuni gundi
kurt konrad
lambert lambertus: bert lammert
lars laurentius laurits: lasse
lasse lars
laura: lauri
leendert leonard: leen
leonhard lennart leonard: leo leon hardl lenny hartl
leopold: poldi leo
liesbeth elisabeth elizabeth: lies
lieselotte liselotte: lilo lotte liesl
linnea
lorenz laurenz laurens lourens: lenz lenzi rens lau laurie
lothar luther: lotti
lucas lukas luuk: luki
ludger rutger
ludwig lodewijk ludvig: lutz wiggerl luggi lu lode luddi ludde
lutz ludwig
lydia
magdalena magdalene: lena leni magda madlen
magnus måns: manne
manfred: mani manni fred manny
manuela: ela manu
marc markus marcus mark
margarete margareta margaretha margret margriet: grete gretel greta gretchen gitta marga margit griet grietje gretl meta margot
margit margareta
maria marie mia: mitzi mizzi ria mieke marieke mia miep marijke maaike mie maike marike meike rieke marja riet mimi
marianne mariana: janne nanne
marie_luise marieluise: marlies malu
marieke maria
marion
mark markus
markus marcus: mark maxl kusi
marlies marlis marielies
marlene: lene
martha: marti
martin maarten martijn: martl maart tinus mart marten
martina: tina martl
mathias matthias matthijs mathijs: matze matthes hias thies mats mattis thijs matti
mathilde mechthild: hilde tilde tilda thilde
matthaus matthaeus matteus
mats matthias matts
maximilian: max maxl maxi
mechthild: mecki
melanie: mel melli
melchior: melk
michael mikael michiel mikkel: michi michel mike micha mischa mikke giel micky much
michaela: michi ela michi
mikael: micke mikke
mikkel michael
monika: moni mona
moritz maurits mauritz: mo maus
nicole: nicki nici niki
nikolaus nicolaas niklas nils nikolaj: klaus nick niko niki nils claas klaas nico nicolai niels niclas nikki
nils niels nikolaus nicholas: nisse nille
norbert: nobbi norb bert
olaf olav olof oluf ole: olle ole olli
olga
oliver: olli
oskar: ossi
oswald: ossi waldi
otto: ottl
patrick: pat
paul: pauli paulchen pauwel paule
paula pauline: pauli line
peer peter per
pernille petronella
peter pieter petrus petter per: piet peti pit peterle piter pelle pier
petra: peti
petronella: nel nelly pieternel
philipp filip: flip fips lipp philippus pip
rainer reiner reinhard reinier: rei
raimund: raimi
rebecca rebekka: becki
regina regine: gina gini
reinhard reinhardt reinhart: hardy reini
reinhold: reini holdi
renate: reni nate natti
rene renatus
richard: rick richi rikard riekus
robert robrecht: bob rob robbie robi röbi
roland: roli rolli
rolf rudolf ralf: rolle
roman: romi
rosa rosemarie roswitha: rosi
rosemarie rosmarie: rosi romy
rudiger ruediger rutger: rudi
rudolf rudolph: rudi rolf dolf ruedi ruud
rupert ruprecht robert: rupp bertl
sabine: bine sabi bina
samuel: sam sämi samu
sandra: sandi
saskia: sas
sebastian: basti bastian seb wastl bas
siegfried sigfrid: sigi siggi fried
sieglinde: sigi linde
sigrid siegrid: siri sigi
sigurd: siggi sigge
silke cecilie cacilie
silvia: silvi
simon: simi siem
simone: moni
sofie sophie: fieke soph fia
sonja sophia: soni
stefan stephan steffen stefaan: steff steve stef steven
stefanie stephanie: steffi fanny steff stefi
stijn augustijn constantijn
susanne susanna: susi sanne suse suzi sanna
sven svend svein swen
tanja tatjana
theodor theo theodorus: theo teo door dorus
theresa therese theresia: resi tessa thea resl threserl
thomas: tom tommy tomi
thorben torben torbjorn thorbjorn
thorsten torsten: totti
tilmann tillmann tilman: till tim
timo timotheus
tobias: tobi tobbe
torbjorn thorbjorn: tobbe
ulrich ulrik: uli ulli ulle
ulrike ulrika: uli rike ulla ulli rieke
ursula: ursel uschi ulla ursi ule
ute uta
uwe uve ove
valentin: valli velten
veronika: vroni vera vreni
verena: vreni vera
viktor: vicki
viktoria: vicky
vinzenz vincent: vinz zenz
volker volkmar folker
walburga: burgi wally
waldemar valdemar: waldi
walter walther wouter: walti wout
waltraud waltraut: traudl wally traudi
werner verner: wern
wiebke wibke
wilfried: willi friedl fried
wilhelm willem: willi wim willy helmi helm pim wil
wilhelmina wilhelmine: mina minna willy mien wil willemijn mientje helma
willemien wilhelmina: mien
winfried: win fried
wolfgang: wolf wolfi gangerl wolfie
wolfram: wolf
yvonne: vonni
zacharias: zach
aino anna
aleksi alexander
annukka annika anna: anu anni
antti andreas andrew anders
eero erik
eetu edward
eija
esa isaiah
hannu johannes hans
heikki henrik henry
helmi
ilkka
ilmari: ilkka
inkeri ingrid: inka
jaakko jacob jakob jaako: jaska
janne johannes jan
jari jalmari: jalo
jorma jeremias
jouko
jouni johannes
juha johannes juhani: jussi juhis
juhani johannes: juha jussi
jukka johannes
jussi johannes
kaarina katarina: kaija riina
kalevi
katri katariina: kati kaisa
kirsi kristiina
kristiina: tiina kirsti
lauri laurentius lars
leena helena
liisa elisabet: lissu
marjatta maria: marja
marjo marjaana
markku markus mark
matti matthew matias
mikko michael mikael: miku
niilo nicholas
olli olavi oliver
paavo paul
pekka peter
pentti benedict
pertti bertil albert: pera
petteri peter: pete
pirkko birgitta brigitte
pirjo birgit
raimo raymond
reijo gregorius
riitta margareta brita
risto christopher kristoffer
seppo joseph: sepi
sirpa
tapani stephen stefan: tapsa
tapio
teppo stephen
timo timothy
tuomas thomas: tumppi tuomo
veikko
vesa
anders andreas: ante
anna_karin: ankan
barbro barbara
bengt benedikt: bengan
bertil bertel: berra
bjorn: nalle
borje birger: birre
elin helena
fredrik: figge fredde frekan
goran georg jorgen
gosta gustaf gustav
gunilla gunhild
hakan haakon hakon
henrik: henke rik
inger ingegerd
jan_erik: janne
jesper kasper
johan: jojje
jonas jonah
josefin: josse
kaj kai
karin katarina: kajsa
kerstin kristina
kjell kjetil
knut knud canute
lennart: lelle
linus
magnus: mange
malin magdalena
margareta: maggan greta
maria: maja mia
mattias: matte
mikael: micke
mona
morten martin
oskar: ogge
pal paul poul
patrik: patte
per peter peder: pelle
rasmus erasmus
roger: rogge
soren severin
staffan stefan stephen
stefan: steffe
stig
susanne: sussi sanna
tomas: tompa
torkel torkil
ulf: uffe
ulrika: ulla
andris andrejs andrius
aivars
dainis
edgars
gintaras
inese agnese
janis john johannes: janka
jonas jonatan
juris jurgis george
karlis charles
kestutis
marta martha
mindaugas
peteris petras peter
ruta ruth
tomas
ilze ilse elizabeth
vytautas: vytas
`
