/** Family names of East Asia, the Arabic world, India and Slavic countries that Latin letters spell in several ways; see surnameSpellings.ts. */
export const surnameSpellingsEastern = `
cai tsai choi
cao tsao
deng teng
gao kao
guo kuo kwok
he ho
jiang chiang
lin lam
liu lau liou
luo lo law
qiu chiu
song soong sung
sun suen
tang thang
tian tien
xiao hsiao
yang yeung young
yu yue
zeng tseng tsang
zheng cheng tseng jeng
baek paik back baeg
cho jo
choe choi
gang kang
geon gun
go ko koh
gu koo ku
gwak kwak
gwon kwon
han hahn
hong houng
hwang wang
jang chang
jeon chun jun
ju joo chu
min minn
moon mun
ryu yoo yu
seo suh so
shin sin
sim shim
son sohn
yang ryang
yi lee rhee ri
an ahn
sato satou satoh
ito itou itoh
kato katou katoh
saito saitou saitoh
goto gotou gotoh
kudo kudou kudoh
ono oono ohno
ota oota ohta
okubo ookubo ohkubo
endo endou endoh
kondo kondou kondoh
inoue inouye
shinichi sinichi shinnichi
tsuda tuda
abdallah abdullah
ahmed ahmad ahmet
ali aly
aziz azeez
bakr baker
fahd fahad
farouk farooq faruk
hakim hakeem
haddad hadad
hamdan hamden
hassan hasan
hussein hussain husain
ibrahim ebrahim
ismail ismael esmail
khalil khaleel
mahmoud mahmood mahmud
mansour mansoor mansur
mohammed muhammad mohamed mohammad
mustafa mostafa
nasser naser nasir
omar umar omer
othman osman usman
qasim kassem kasim qassem kassim ghasem
rahman rehman
salah saleh salih
salim saleem selim
shaikh sheikh shaik sheik cheikh
siddiqui siddiqi siddique
sulaiman suleiman
yousef youssef yusuf yousuf
agarwal aggarwal agrawal
banerjee bannerjee banerji
bhattacharya bhattacharjee bhattacharyya
chakraborty chakravarty chakrabarti
chatterjee chatterji
chaudhary chowdhury choudhury chaudhry choudhary chaudhuri
das dass
deshpande despande
dutta datta dutt
ghosh ghose
gupta guptha
iyer aiyar ayyar
iyengar ayyangar
joshi jossi
kumar coomar kumaar
mehta meta
mishra misra
mukherjee mukerjee mookerjee
nair nayar
pathak patak
patil patill
rao row
reddy reddi
roy rai ray
shah sha
sharma sarma
shukla sukla
thakur tagore
trivedi trivedy
varma verma
bielski belsky belski
chernov tchernov cernov
dmitriev dmitriyev
fedorov fyodorov fiodorov
gorbachev gorbachov gorbaciov
ivanov iwanow ivanoff
kovalev kovalyov kowaljow
kovalenko kowalenko
kravchenko krawchenko krawtschenko
kuznetsov kuznecov kusnezow kuznetsoff
lebedev lebedeff
mikhailov michailov mihailov michajlow
popov popoff popow
petrov petroff petrow
semyonov semenov semionov
shevchenko schewtschenko szewczenko sevcenko
shcherbakov scherbakov schtscherbakow
solovyov soloviev solovjev
sokolov sokoloff sokolow
tchaikovsky chaikovsky tschaikowski
vasiliev vasilyev vassiliev wassiljew
yakovlev jakovlev iakovlev jakowlew
yeltsin eltsin jelzin
yushchenko juschtschenko iushchenko
zaitsev zaytsev zajcev saizew
zhukov jukov zukov schukow
dimitriou demetriou
georgiou yeorgiou
ioannou yiannou
nikolaou nicolaou
papadopoulos papadopulos papadopoulou
vasiliou vassiliou
`
