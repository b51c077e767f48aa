/**
 * Given names of Hebrew, Arabic, Persian, Indian, Armenian and Georgian use, as they are written in Latin letters; lines as in
 * givenEnglish.ts.
 */
export const givenEastern = `
avraham abraham ibrahim avram avrum: avi avrum abe abie
adina
aharon aaron haroun: ari roni
akiva akiba: kiva
amnon
amos
ariel: ari arik
aryeh arieh: arik leib ari
asher: ash
avigail abigail: avi abby gali
avner abner
avital: tali avi
ayelet
baruch barukh: boruch
batsheva bathsheba: bat sheva
ben_tzion bentzion: benzi
benyamin benjamin binyamin: beni benny bibi yami
chaim haim hayim chayim haym: haimke
chana hanna channah hannah: hani
chava hava eve
dan daniel
david dovid: dudi dudu dave dovi
devorah deborah dvora: dvori debbie
dov: dubi
eitan ethan etan
efraim ephraim efrayim: effi efi
elazar eleazar eliezer lazar: elie
eliezer: eli lazer
eliyahu elijah: eli elie
elisheva elisabeth: eli sheva shevi
ester esther: esti etty
ezra
gavriel gabriel: gabi
gershon
gideon gidon: gidi
gilad: gil
hadassah hadas
hillel
ilan
itamar: ita
itzhak yitzhak isaac itzchak yitzchak: itzik izik yitz tzachi itsik ike
jonathan yonatan: yoni joni
leah lea
levi levy
malka
meir meyer meier
menachem menahem: mendy mendel
michal
mordechai mordecai: motti moti mordy morty
moshe moses: moishe moshik moshiko
nachum nahum
naftali naphtali
natan nathan nosson: nati
netanel nathaniel: nati
nissim
noam
ofer
omri
oren
rachel rahel: racheli rochel
reuven reuben ruben: ruvi ruby
rivka rebecca rebekah: rivi rikki
sarah sara: sari surie
shaul saul: shuli
shimon simon simeon: shimi shimmy
shlomo solomon: shloimi shlomi
shmuel samuel: shmulik muli shmuly sam
shoshana susanna: shosh shoshi
shulamit shulamith: shula shuli
tal
tamar tamara: tami
tova tovah
tzvi zvi tsvi: tzvika zvika hersh
uri
uriel: uri
yaakov jacob yakov yaacov: kobi koby yanki yankel
yael jael
yehoshua joshua: shuki hoshea shua
yehuda judah yehudah jehuda: yudi udi yuda
yehudit judith: yudit dita judy
yisrael israel: srulik sruli izzy
yochanan yohanan john: yochi
yosef joseph yossef: yossi yosi sefi
yuval
zahava: zehava
zalman solomon
zeev ze_ev wolf: zevi wolfie
abdulaziz abdelaziz: aziz azouz
abdelhamid abdulhamid: hamid
abdelkarim abdulkarim: karim
abdulmajid abdelmajid: majid
adel adil
adnan
aida ayda
alaa ala
amal
amani
amin ameen
amina aminah ameena
amr amro
anas
anwar
asma asmaa esma
ayman aymen aiman
aziz
bilal belal billal
dina deena
faisal faysal feisal fayçal
farid fareed
faris fares
faten
fayez faiz fayiz
fouad fuad fouad
ghassan gassan
habib
hadi
haitham haytham
hamid hameed
hamza hamzah
hana hanaa
hani hany
haroon harun haroun
hassan hasan
hayat
haider haydar hyder
hicham hisham hesham
huda houda hoda
iman eman imane
imad emad
imran emran
issa isa eisa essa
iyad eyad
jaber jabir
jafar jaafar djaafar
jalal djalal galal
jamila djamila gamila
jawad jaouad
kamel kamil
khadija: dija
khaled khalid khalad halid
lamia lamya
latifa lateefa
lubna loubna
maha
maher mahir
majid majed maged
malik malek
mansour mansur mansoor
marwan marouane
maysa maissa
mounir munir muneer
mukhtar mokhtar
muna mona mouna
nabil nabeel
nadia nadiya
nadim nadeem
naim naeem
najib nagib najeeb
nasser nasir naser nasr
nawal
nizar
rachid rashid rasheed
rafiq rafik rafic
rania raniya
raouf rauf
reem rim
riad riyad riyadh
rida reda ridha reza
rima reema
saad sad
sabah
sadiq sadek sadik
safa safaa
saif sayf seif
samer samir
samir sameer
samira sameera
sana sanaa
sara sarah
shadi chadi
sharif sherif cherif shareef
sofiane sufyan soufiane
suad souad
suhail souheil suheil
taha
talal
tawfiq tawfik toufik taoufik
wael wail
walid waleed oualid
wasim waseem
yacine yassine yasin
yahya yahia
yaqub yacoub yaqoub jacob
yasser yasir yassir
youssef yusuf: youss jo
zaid zayd zeid
zakaria zakariya zachary zakariah
ziad ziyad
ali_reza alireza: ali
mohammad_reza mohammadreza: mamreza
amir_hossein amirhossein: amir
fariba
farzaneh: farzan
javad jawad
kamran
maryam
mehdi mahdi
mehrdad
nasrin nasreen
parisa
reza rida
shirin shireen
soheil
zahra zahraa zohra
aravind arvind
akshay akshai
amit amith
anand ananda
anil
anjali
arjun arjuna
ashok asok
aishwarya aiswarya: aish ash
bharat bharath
deepak dipak: deepu
deepika dipika: deepu deepi
dinesh
ganesh
girish
gopal gopala
govind govinda
harish: hari
jagdish jagadish: jaggu
jayesh: jay
karthik kartik karthick
krishna krishnan kishan: kris
krishnamurthy krishnamurti
lakshmi laxmi
lakshman laxman
mahesh: mahi
manish: mani
manoj: manu
meena mina
mohan
mukesh
murali
nandini
naveen navin
neha
nikhil: nik
nilesh neelesh
nitin: nit
padma
pooja puja
prakash
pradeep pradip: pradi
prasad
praveen pravin
priya: priyu
priyanka: pinky priya
radha
raghavendra: raghu raghav
rahul
rajendra: raj raju rajen
rajesh: raj raju
rajiv rajeev
rakesh
ramesh: ram
ramachandran: ram chandran
ravi ravindra ravinder: ravi
rohit
sandeep sandip: sandy
sanjay sanjai: sanju
sanjeev sanjiv
satish sathish
shankar sankar
shiva siva
siddharth siddhartha: sid
sita seetha seeta
sridhar shridhar
srinivas srinivasan sreenivas: srini vasu
subramaniam subramanian subramanyam subrahmanyam: subbu mani subra
sudhir sudheer
sunil suneel
suresh: suri
swati swathi
uday udai
usha
vaishnavi: vaishu
venkatesh venkat venkatesan: venky venkat
vidya
vijay vijai: viju
vikram: vicky vik
vinay vinai
vinod: vinu
vishal: vish
vishnu
vivek: viv
yogesh: yogi
hakob hagop jacob: hako
hovhannes john: hovo hovik
harutyun: harut
karapet garabed: karo
sargis sarkis: saro
vardan vartan
armen: armo
tigran dikran
giorgi george: gio gia goga
davit david: dato
nikoloz nicholas: nika niko
levan: leo
tamar: tako tamuna
nino: ninutsa
ekaterine: eka keti
mikheil michael: misho
zaza
xiaoming: ming
nguyen nguyễn
`
