/** Given names of Greek, Turkish and Hungarian use, as they are written in Latin letters; lines as in givenEnglish.ts. */
export const givenMediterranean = `
achilleas achilles: achi
aikaterini ekaterini katerina catherine: katerina kaiti kate rina katina
alexandros alexander: alekos alexis alex
anastasios anastasius: tasos anastasis sakis
anastasia: tasia tasoula natasa soula
andreas andrew: andrikos
angeliki angelica: kiki angela gelly
antonios antonis anthony: tonis adonis
apostolos: tolis lakis
argyris argyrios
aristotelis aristotle: telis aris
athanasios athanasius: thanasis thanos nasos sakis
athanasia: nasia soula
charalampos haralambos charalambos: babis haris lambis harry lampros
christina: tina
christos hristos chris christoforos: chris kitsos
chrysoula chrysanthi: chrysa
konstantinos constantinos constantine costantinos: kostas costas dinos gus kostis costa ntinos
konstantina: dina nantia constance
despina despoina: depy debbie
dimitrios dimitris demetrios demetrius: mitsos jimmy jim takis dimi mimis dimitrakis
dimitra demetra: dimi mimi roula
dionysios dionysis dennis: nionios
efthymios efthimios: thymios makis
eftychia eftihia: effie
eirini irini irene: rena ira
eleftherios lefteris: terry lefty lefteris
eleni helen elena: lena nitsa elenitsa lenio
emmanouil emmanuel manolis: manos manolis
evangelos vangelis evaggelos: vangelis angelos vagelis lakis
evangelia: litsa lia eva evi vangelio
fotios photios: fotis
fotini: foteini toula
georgios george giorgos yorgos: giorgos yorgos yiorgos george giorgis yiorgis
georgia: gogo gina zeta
gerasimos: makis
grigorios gregory: grigoris
ilias elias
ioannis yannis giannis john: giannis yannis yiannis john jonny giannakis
ioanna: gianna yanna nana
kalliopi: popi kelly pope
kyriakos: kyriakoulis
kyriaki: kiki
leonidas: leo
loukas luke
maria: marika mary roula maro
marios
michail mihalis michalis michael: mihalis michalis mike mixalis
nektarios: aris
nikolaos nicholas nikos: nikos nick niko nikolas nikolis
nikoletta: nicol
panagiotis panayiotis panagiotes: panos takis pete notis panais
panagiota panayiota: giota yiota pota
paraskevi: voula vivi evi
paraskevas: paris
pavlos paul
petros peter
savvas
sofia: sofoula
sotirios sotiris: sotos
sotiria: roula
spyridon spiridon: spyros spiros
stamatios: stamatis
stavros
stefanos stephen: stef
stylianos stelios: stelios stel
stylianí styliani: stella
theodoros theodore thodoris: thodoris theo doros teddy
theodora: dora
theofilos theophilos
vasileios vasilios basil: vasilis vassilis bill vasos billy
vasiliki: vicky vaso vasoula
zoi zoe
abdullah abdulla abdallah abdoullah: abdi apo abdo
abdurrahman abdulrahman abdelrahman abderrahmane: abdi rahman
abdulkadir abdelkader abdulqadir: kadir
ahmet ahmed ahmad ahmat achmed: ahmo amo hamada midou
alaaddin aladdin alaeddin: alaa ala
ali aly
asuman
ayse aisha aysha aicha aiesha ayesha aishah: ays aysecik eyse
aysegul
baris
bekir bakr bakir
berat
burak
cemal jamal djamal gamal
cem djem
cemil jamil gamil djamil
cihan jihan
dilara
ebru
elif
emine amina aminah ameena: emo
emir amir ameer emre
emre
erdogan
fatih fateh
fatma fatima fatimah fatema fatime: fatos fato fati batool tima
ferhat farhad
gokhan: goko
gulsen: gul
gulsum
hakan
halil khalil khaleel halil
hasan hassan hasen: haso
hatice khadija khadijah hadija hadidja khadeeja: hatos dija
huseyin hussein husain hussain hossein husayn hosein: huso
ibrahim ebrahim abraham braham: ibo brahim ibra
ilhan
irfan erfan
ismail ishmael esmail ismael esmaeil: ismo smail
kemal kamal
kerem karim kareem
leyla layla leila laila leyli
mahmut mahmoud mahmud mahmood: mahmo hoda
mehmet muhammad mohammed mohamed mehmed muhammet mohammad muhammed mohamad mouhamed mamadou mahamed mohd: memo mamo mohsen mo
melike malika
meryem maryam mariam miriam maria
mesut masoud masud
metin matin
murat mourad murad
musa moussa mousa moses mussa
mustafa mostafa moustafa mustapha mostapha moustapha: musti mus safa
nazim nadhim
nur noor nour nura noura
omer omar umar oumar omar omar
orhan
osman othman uthman usman ousmane
ozlem
ramazan ramadan ramzan ramdane
recep rajab
sait said saeed sayid saied saïd
salih saleh salah
selim salim saleem
sinan
sukru shukri
suleyman suleiman sulaiman soliman solomon slimane sulayman: sulo slim
serkan
tarik tariq tarek tareq
tayfun
tolga
ugur
umit omid
veli wali
yasemin yasmin yasmine jasmin
yasin yassin yassine yaseen
yunus younes yunis jonah younus
yusuf youssef yousef joseph yusof yousuf yosef josef iosif jusuf yossef: yusa joe
zeynep zainab zaynab zeinab zineb zaineb: zeyno
agnes agnesz: agi agica
akos
aladar
andras andrew andreas: andris bandi
anna: panni annus panka ancsa annuska
antal anthony: toni tonci
aranka
arpad
attila: ati attis
balazs: bazsi
balint valentin valentine
bela adalbert
bence vincent
benedek benedict: bence beni
borbala barbara: bori boris borka
csaba
daniel: dani
david: davidka
dora dorothea: dori
edit edith: edo
eleonora: nora
elemer
emese
endre andrew: bandi
ernő erno ernest
erzsebet elizabeth elisabeth: erzsi bozsi zsoka bobe erzsike bella boske
eszter esther: eszti
eva: evi evike vica
ferenc francis franz: feri ferko ferike
gabor gabriel: gabi
gabriella: gabi
gergely gregory: geri gergo
geza
gizella: gizi
gyorgy george: gyuri gyurka
gyula julius: gyuszi
ildiko: ildi
ilona helen: ili ica ilonka ilka
imre emeric: imi
istvan stephen stefan: pista pisti isti pityu istu
ivan
janos john johann: jani jancsi janika
jozsef joseph: joska jocó joci jozsi
judit judith: jutka juci
julianna julia: juli julcsi juliska
kalman coloman
karoly charles karl: karcsi
katalin catherine katharina: kati kata katinka katica
kinga
klara clara: klari
krisztian christian: krisz
krisztina christina: kriszti kriszta
krisztof christopher: krisz
lajos louis ludwig: lali
laszlo ladislaus ladislav: laci lacko laca
levente: levi
lilla
lorand roland
lorinc lawrence: lori
magdolna magdalena: magdi magda
margit margaret: manci gitta
maria: mari marika marcsi mariska
marta: marti
marton martin: marci
mate matthew matthias
matyas matthias: matyi
mihaly michael: misi miska mishka
miklos nicholas nikolaus: miki mik
mona
monika: moni
norbert: norbi
orsolya ursula: orsi
otto
pal paul: pali palko
peter: peti petike
piroska
reka
robert: robi
roland: roli
rozalia: rozi rozsa
sandor alexander: sanyi sanci
sara: sari sarolta
sarolta charlotte: sari saci
szabolcs: szabi
szilvia silvia: szilvi
tamas thomas: tomi tamaska
terez theresa terezia: teri
tibor: tibi
timea: timi
tunde
veronika: vera veri vica
viktor: viki
viktoria: viki
vilmos william wilhelm: vili
zoltan: zoli
zsigmond sigismund: zsiga
zsofia sophia: zsofi
zsolt: zsoltika
zsuzsanna susanna: zsuzsi zsuzsa zsu
`
