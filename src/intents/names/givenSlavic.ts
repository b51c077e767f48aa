/** Given names of Slavic use, as their letters are written in Latin ones; lines as in givenEnglish.ts. */
export const givenSlavic = `
adam: adas adamek
agata agatha: agatka
agnieszka agnes: aga agusia agniesia
albert: alek
aleksander aleksandr alexander alexandr oleksandr aleksandar alexandru olexandr: sasha sascha sasza saša alex aleks olek aleksy alik shura sania sanya oles aca aco leks ales lesha oleg
aleksandra alexandra oleksandra: ola olka sasha sasza sascha ala olenka shura saska lesya alex sanja ksandra
aleksei alexei aleksey aleksej alexey oleksii oleksiy aleksy oleksij: lyosha alyosha lesha lyokha alosha olexa oleksa ljosa
alena olena helena elena: alenka lena
alicja alice: ala alka
alina: alya
alzbeta elzbieta elizabeta elizaveta yelizaveta lizaveta: betka eliska liza ela elka bozka elusia lizka
anastasia anastasiia anastasiya anastazja nastasya: nastya nastia nastja asya stasya nastka stasia tasia
anatoly anatoli anatoliy anatolij anatolii: tolya tolik
andrei andrey andrij andriy andrzej andrej ondrej andrii andrew: andrusha andryusha andrzejek jedrek jedrus jendrek ondra andro andrejko dyusha drey
angelika angela anzhelika anzela
anna hanna ganna: anya ania anka anicka hania anusia andzia aneta nyura annushka hanka asya aneczka anuska anja nusha
antoni antonin anton antonij: antek tonda tosha antos tonik toni tosiek
antonina: tonya tosia
arkadiusz arkadi arkady arkadiy: arek arkasha
artem artyom artemy artemij artemiy: tyoma tema
artur arthur: artek
barbara barbora varvara: basia baska bara barca varya barka barunka basienka varenka
bartlomiej bartosz bartolomej: bartek bartus barto
bartosz bartek
beata: beatka
bedrich frederick fridrich: beda
blazej blazhej: blazek
bogdan bohdan bozidar: bodya boguś danek bogus bodia
bogumil bohumil: bohus mila
boguslaw bohuslav: bogus boguś slavek
boleslaw boleslav: bolek
boris borys: borya bor borka borek
bozena: bozenka bozka
bronislaw bronislav: bronek slavek
cecylia cecilie: cila cesia
cezary cezar: czarek
czeslaw ceslav: czesiek slawek
dagmar: dasa
damian: damianek
daniel danil danylo danila daniil: danek dan danya danilka danko danik
danuta: danka danusia
darya daria darja dariia: dasha daska darka darunia dariusia dasa dashka
dariusz darius: darek
david dawid davyd: dawidek davidek dava
denis denys deniss: deniska den
diana: dianka
dimitri dmitry dmitri dmytro dmitrij dimitrij dmitriy dimitar dmytrii dmitrii: dima mitya dimka mitja dmitrik mitko mito dimko dmitro
dominik dominika: domino dodo nika domca
dorota dorothy: dorotka dosia
dragan draga
dusan: dule dusko
edita edyta edith
eduard edward: edek eda edik
elena jelena yelena olena helena ilona: lena lenka lenochka alena alyona alona elenka jelka ela olenka lenusya helenka jela
elzbieta elizabeth: ela elka elunia
emil: emilek mila
emilia emilija emilie: emilka mila milka
eva ewa yeva: evka ewka evicka ewunia evca
evgeni evgeny yevgeny evgeniy yevhen yevgeni jevgenij eugene eugeniusz evgenii yevgen ievgen yevgenii: zhenya zhenia gena genek gienek zenya jenya eugen evgen
evgenia yevgenia evgeniya eugenia yevheniia: zhenya zhenia gena genia jenya
fedor fyodor fedir theodor teodor: fedya fedja
filip philip: filipek fil fila
frantisek franciszek frantiszek francis: franta fanda franek ferko fero frantik franio ferda
franciszka frantiska: frania franka
gabriela: gabi gabrysia gaba gabika
galina halyna halina galyna: galya halinka galka galia hala halka halya
genady gennady gennadiy gennadi hennadii: gena genya gesha
georgi georgy georgij heorhii heorhiy jiri jerzy juraj jurij yuri yuriy george: gosha zhora jirka jurek yura gogi zorik jura jurko juro georgiy goshka yurko
grazyna: grazynka
grigory grigori hryhorii hryhoriy grzegorz grigoriy gregor grigorij hryhoryi: grisha grzesiek grzes hrysha gregorek grisa hryts gres
gustav gustaw: gutek gusta
hana hanna: hanka hanicka haninka
halina: hala halinka
hedvika jadwiga hedwig: jadzia hedva jadwinia
helena: hela helenka lenka halszka
henryk henrik jindrich henry: heniek henio jindra heinrich
hubert: hubi hubercik
ignacy ignac: ignas
igor ihor: igorek gosha igorko
ilya illia ilja illya ilia elijah: ilyusha ilyukha ilko iljusa
inna
ireneusz irenej: irek
irina iryna irena irene: ira irka irenka irisha irinka irochka
ivan jan john iwan: vanya vania ivanko vanka ivo vanja wania ivica jano
ivana iwona ivona: ivanka ivka iwonka
izabela isabella: iza izka belka izunia
jacek jacenty hyacinth
jadwiga: jadzia jaga
jakub yakov yakiv jakov jacob: kuba kubus jakubek kubo yasha jasa kubik
jan john: janek honza jasiek jasio janko jenda johnny jano hanus jaś jas honzik
jana joanna: janka janicka jaja
janusz: januszek
jarmila: jarka jarca mila
jaromir: jarek mirek jara
jaroslav yaroslav jaroslaw iaroslav: jarek jarda jaro slava yarik slavik yaryk jarous slavko jardic slawek
jaroslava yaroslava: jarka slava yara
jerzy jiri: jurek jirka jirik
jindrich jindriska henry: jindra jenda
jiri: jirka jura jirik
jitka judith
joanna johana ioanna: asia joasia joaska aska johanka
jolanta yolanda: jola jolka
josef jozef iosif joseph josip: pepa jozek josko jozko jozin osya jozo pepik joza jozefek jole joso
jozefina josefina: jozka pepina jozia
julia yulia yuliya juliia iuliia yuliia julija: yulya yula julka julcia julya ulya julusia juliana
juliusz julius: julek
jurij juraj yuri jury yury iurii yurii george: yura jurko duro yurik jurek
justyna justina: justynka justysia
kamil kamila: kamilek kamca kamilka
karel karol charles: karlik kaja karolek kaj karlicek kaja karcoo
karolina carolina: karola karolcia kaja linka
katarzyna katerina kateryna ekaterina yekaterina katarina jekaterina catherine katharina: kasia katka kaska katya katia kata kacka kasienka katyusha katrusya katinka katusa kaca kate kati
kazimierz kazimir casimir: kazik kazek kazio mirek
kinga kunegunda: kinia
kirill kyrylo kiril cyril cyryl: kirya kyrya cyrek kiryusha
klaudia klavdia: klaudyna klava klaudka
klara clara: klarka
konrad: kondzio
konstantin kostiantyn konstanty kostyantyn constantine: kostya kostia kostek kostik kotya
kristina krystyna christina krystyna khrystyna: krysia krystka tina kika krista kristinka
krystian christian kristian: krystek kris
krzysztof christopher kristof krystof khrystofor: krzysiek krzys krzychu kristofek kris
ksenia kseniya xenia oksana aksinya: ksyusha ksenya oksanka ksyukha
ladislav wladyslaw vladislav ladislaus: lada laco ladik wladek vladek
larisa larysa: lara lora larka
lech leszek: lesiu leszko
leonid leonard leonidas: lyonya lenya lenia lonya leoś
leopold: poldek
lev leo lew: lyova leva
lidia lydia lidija lidiya lidmila: lida lidka lidunka lidziu lidochka
liliana lilia liliya: lilka lila lilya lili
lubomir ljubomir liubomyr: lubos lubo mirek lubek
ludmila lyudmila ludmyla lyudmyla liudmyla: lida mila lyuda luda ludka lyusya liuda lyudka lusia
ludwik ludvik louis: ludek lutek
lukasz lukas luke lukash: lukaszek luky luki lukasek lukasik
lucie lucja lucia lucy: lucka lucinka luca
lyubov ljubov liubov lubov: lyuba luba
maciej matthias matej matyas: maciek maciuś matousek mates mata matejko
magdalena: magda madzia magdusia majda lena magdalenka magdička
maksim maxim maksym maksymilian maximilian: max maks maksik maksimka
malgorzata marketa margareta margarita margaret: gosia malgosia maggie meg gosienka maca markyta rita
marcel marceli: marcelek
marcin martin martyn: marcinek marcino martinek mato marcinek
marek mark marko markiyan: mareczek marecek mara marik
margarita: rita margo margosha
maria marija mariya marya mariia marie mary: masha marysia maruska majka mania manya maruša mariska marusia marichka marusya mařka marenka maja maca mara mica
marian mariusz: maniek marianek
mariana: maryana
marina maryna: marinka marysya marisha
mariusz: mario mariuszek
marta martha: martusia martinka marticka
martina: martinka tina
mateusz matous matthew matvei matvey matviy matvii: mati mateuszek matus motya matyusha
matyas matthias: mates maty
michal mikhail mykhailo mihail michael mihajlo mykhaylo mihajl: misha misa michas miso michalek misko mykhas misza mysko mishka misja
mieczyslaw mechislav: mietek mieciu
mikolaj mikulas nikolai nicholas: miki mikulasek mikolajek
milan: milanek milos milda
milos milosh miloslav: milda
milena: milka mila
miloslav miloslava: mila milda miloš
miroslav miroslaw myroslav: mirek miro slava mira slavko mirko mirda
miroslava myroslava: mirka mira slava
monika monica: monia monca monisia
nadezhda nadiya nadia nadiia nadija nadzieja: nadya nadia nadenka nadka
natalia natalya nataliia natalija natasza natalie nataliya: natasha natasa natka nata talia natalka natusia tasha natalcia
nikita mykyta: nik nikitka
nikola nikolai nikolay mykola nikolaj nicholas nikolaus mikolaj mikalai nikolas: kolya kolja niko nikolka kolia mykolka nik nikolasha kola
nina
norbert: nobert
oksana xenia ksenia: ksana oksanka
oldrich ulrich: olda oldrisek
oleg oleh: olezhka olegs olezha
olga olha: olya olia olka olenka olgica
olympia
ondrej andrew: ondra ondro ondrasek
otakar ottokar: ota otik
patrycja patricia: patka pati pata
patryk patrik patrick: patrycek paty pato
pavel pavlo pawel paul paweł: pasha pavlik pawelek pavlusha palko pasa palo pavlus
pavla paula paulina: pavlinka pavka
petr pyotr petro piotr peter petar piotrek: petya piotrek petka peta petrik piotrus pecka petrusha peto pero pepo
petra: petruska peta
polina apollinaria paulina: polya
przemyslaw premysl przemysl: przemek premek
radek radoslav radoslaw: radzio
radim radomir: rada
radoslaw radoslav radislav: radek slavek rado slawek
rafal raphael: rafalek rafi
regina: renia
renata: renia renca renka
richard ryszard: rysiek risa riso rysio
robert: robuś robo robik
roman: romek roma romka romko
rostislav rostyslav: rostya rosta slava
rozalia rozalie: rozalka
rudolf: ruda rudo rudek
ruslan: rusik
ryszard: rysiek rysio
sebastian: sebek seba bastek
sergei sergey serhii serhiy sergiusz sergej siarhei sergii serhij sergius sergiy: seryozha serezha serhiyko seriy sergio serioga seryoga serzh
semyon semen simon szymon: syoma senya szymek simek
silvia sylwia silvie: silva silvinka sylwunia
slawomir slavomir: slawek slavo mirek
sofia sofiia sofya zofia zofie sofija sophia: sonya sonia zosia zoska zosienka zofka sofiyka sonja sofka
stanislav stanislaw: stas stasiek stano standa slava stasik staszek stasio stach slavik
stanislava stanislawa: stana stasia
stefan stepan stephen szczepan stjepan stevan: stefek stepa stevo stiopa stefko stipe steva styopa
stefania: stefka stefcia stepanka
svetlana svitlana svietlana: sveta svetka svetik lana svita ceca
svyatoslav sviatoslav svetoslav: slava svyat slavko
sylwester sylvester: sylwek
szymon simon: szymek szymus
tadeusz tadeas thaddeus: tadek tadzio
tamara: toma tamarka tomka
taras: tarasik
tatiana tatyana tetiana tatjana tetyana tetjana: tanya tania tanja tanka tata tanechka
teodor fedor theodore: teos
teresa terezie tereza theresa: tereska terka renia
tibor tiburcy
timofey tymofii timotej tymoteusz timothy tymofiy: tima tymek timosha tymko timka tymus
tomasz tomas toma thomas foma: tomek tomasek tomik tomko tomi tomaszek
urszula ursula orsula: ula ulka urska
vaclav vaclaw wenceslas waclaw: vasek vena wacek vasik venca venda
vadim vadym: vadik
valentin valentyn walenty: valya valik walek val
valentina valentyna: valya vala valka
valeria valeriya valeriia: lera valera
valery valeri valerii valeriy: valera valerik
vasil vasily vasyl vasilij basil vasiliy wasyl bazyl vasilii: vasya vasko vasylko vaska vasyok
venceslav: venko
vera vira wiera: verka verunka verochka
veronika weronika: vera nika verka weronka vercazz
viacheslav vyacheslav vjaceslav wieslaw vyacheslaw: slava slavik slavko
victor viktor wiktor: vitya vitek viktorek vitia vitka
viktoria viktoriya victoria wiktoria viktoriia: vika viki wika vita wikusia
vitaly vitali vitalii vitaliy witalij vitalij vital: vitalik talik vetal
vit witold vitus: vitek witek
vlad vladislav
vladimir volodymyr wlodzimierz wladimir uladzimir vladimír vladymyr: vova volodya vlada wlodek vladik vovka vladko vova wowa volodka vlado wlodzio vladimirek vlad vovochka miro
vladislav vladyslav wladyslaw uladzislau: vlad vladik slava wladek vladko vlado wladzio
vlastimil: vlasta vlastik mila
vojtech wojciech adalbert: vojta wojtek wojtus vojtik vojto adalbert
waldemar vladimir: waldek
wanda: wandzia
wieslaw veslav: wiesiek wiechu
wiktoria: wika
witold vitold: witek
wojciech vojtech: wojtek
xenia: ksyusha
yana jana iana: yanka janka
yaroslav jaroslav: yarik slava
yegor egor jegor yehor georgy: egorka gosha zhora
yelena: lena
yuri yuriy iurii jurij george: yura yurik yurochka
yulia: yulya
zbigniew zbynek zbignew: zbyszek zbynda zbych zbysiu
zdenek zdenko sidonius: zdena zdenda zdenicek
zdenka zdena
zdzislaw zdislav: zdzisiek zdzich
zinaida: zina
zoltan: zoli zolo
zuzana zuzanna susanna: zuzka zuza zuzia zuzanka zuzicka
zygmunt zikmund sigismund: zyga zygmus
bojan: boki
branislav bronislav: branko bane brano
branko
dejan: deki deksa
djordje dorde george: djole djoka
dragan: gagi
goran: goki goc
hrvoje
ivana: iva ivka
josip joseph: joza jole josko
jovan john ivan: jova joca
ljiljana liljana: ljilja lilja
luka lucas
marko mark: mare
mateo matija matej: mate mato
miodrag: miki
mladen: mladjo
nemanja: nemanjica
nenad: neno nesa
nikola nicholas: nidza niksa
predrag: pedja pedza
radomir: rade
sasa aleksandar
slobodan: sloba boba boban
snezana: sneza sneki
srdjan srdan sergius: srdja
stjepan stephen: stipe stef stipa
tihomir: tiho tihi
tomislav: tomo toma tom tomica
vesna
vladan: vlada
vuk
zeljko: zele zeljo
zoran: zoki
zlatko zlatan: zlata
dimitar dimitri: mitko dimo mitak
georgi george: gosho gogo joro zhoro
hristo christo: itso ico
ivaylo: ivo
krasimir: krasi
nikolay nicholas: niki koko kolyo
plamen: plamencho
stoyan: stoycho
tsvetan cvetan: tseko tsetso
todor theodore: tosho totyo
yordan jordan: dancho dano
ales alesh aleksander
`
