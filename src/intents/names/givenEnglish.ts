/**
 * Given names of the English-speaking world. A line is one name: its full forms and spellings, in other languages too, then after
 * the colon what people who bear it are called. A word may stand in several lines.
 */
export const givenEnglish = `
abigail abbigail abigayle avigail: abby abbie gail abi
abraham ibrahim avraham abram: abe bram
adam adham: ad addy
adelaide adelheid adelaida: addie adele heidi ada
adrian adrien adriano hadrian: ade adi
adriana adrianna adrienne: adri drina
agnes agnese ines inez agnieszka aneszka: aggie nessa nessie
alan allan allen alain alun: al
albert alberto adalbert elbert: al bert bertie albie berto beto
alexander alexandre alejandro alessandro aleksander aleksandr alexandros alistair alasdair iskander: alex al sandy xander zander sasha sascha alec lex ale sandro alejo
alexandra alejandra alessandra aleksandra alexandria: alex sandra sandy lexi lexie sasha ale ali alexa
alexis alexi aleksei: alex lex lexi
alfred alfredo: alf alfie fred freddie al fredo
alice alicia alisha alisa alize: ali ally lisa allie
alison allison alyson allyson: ali ally allie al
alvin alwyn: al vinny
amanda: mandy manda amy mandi
amelia emelia amalia amalie: amy millie mia milly
amy aimee ami
andrew andre andreas andres andrea anders andrej andrzej andrei andrey andriy ondrej andreu: andy drew dre andi
angela angelina angelica angelique anjela: angie ang gela lina angel
angus aonghus: gus
ann anne anna ana hannah anya ane: annie nan nancy nana nina anita anni
annabel annabelle anabel annabella: bella belle anna annie ann
annette anette anita: nettie annie netta
anthony antony antonio antoine anton antonius antonin: tony toni ant tonio
antonia antonella antoinette antonina: toni tonia netta tonya nella
archibald: archie arch baldie
ariana arianna ariane: ari
arnold arnaud arnaldo: arnie arn
arthur artur arturo arturas: art artie arty
ashley ashleigh ashlee ashlie: ash
audrey audra: aud
augustus august augustin augustine agustin: gus augie auggie gussie
austin austen: aus
barbara barbra barbora: barb babs barbie bobbie basia babsi
bartholomew bartolomeo bartolome bartlomiej bartholomaeus: bart barty barto bartek
basil vasily vasilios: bas baz
beatrice beatrix beatriz: bea bee trixie trix bia beattie trissy
benedict benedikt benedetto benito: ben benny dick bene
benjamin benyamin binyamin: ben benny benji benjie
bernadette: bernie detta berni
bernard bernhard bernardo barnard: bernie bern barney berni
bertha berta: bertie bert
bertram bertrand: bert bertie
bethany: beth
beverly beverley: bev
brandon branden brendan brenden: bran
brenda: bren
brian bryan brien bryon: bri
bridget brigitte brigitta bridgette brigid: biddy bridie gitta britta gitte bridge
brittany britney brittney: brit britt
bradley bradford: brad
calvin: cal
cameron kameron: cam
camilla camille kamila camila: cam millie cami milla
candace candice kandace: candy candi
carl karl carlo carlos charles karel karol: charlie chuck
carol carole caroline carolyn carolina karoline karolina: carrie caro lina carol caz caddie
carter: cart
casey kasey
cassandra kassandra: cass cassie sandra casey
catherine katherine kathryn katharine katharina catharina caterina katarina cathryn kathrin katrina catriona ekaterina catalina katerina kateryna katarzyna: kate katie kathy cathy kat kit kitty cat trina kay kati kathi rina kasia katya
cecil: cec
cecilia cecily cecile cecilie: cece ceci celia cissy sissy
chad chadwick
charles charlie carlos carlo karl karel: chuck chas chaz chip charley chick
charlotte carlotta karlotta: charlie lottie lotte char lotta charley
chelsea chelsey chelsie: chels
chester: chet
christian kristian cristian christiaan krystian: chris christy kris
christina christine kristina kristine cristina christiane christiana krystyna khristina: chris tina chrissy christy kris chrissie kirsty stina kristy tine
christopher christoph christophe kristofer cristobal kristoffer krzysztof cristoforo kristopher christoffer: chris kit topher christy kris stoffel
clara klara claire clare chiara: clarrie
clarence: clare
clark clarke
claudia klaudia claudine claudette: claudie
clifford: cliff
clinton: clint
colin collin: col
constance constanze costanza konstanze: connie con stanzi
constantine konstantin constantin konstantinos costantino: con connie kostas kostya dino costa
cornelius cornelis: neil con connie cor kees
courtney kourtney: court
craig
crystal krystal kristal
curtis kurtis: curt kurt
cynthia cinthia: cindy cyndi cyn cindi
cyril kyrill kirill
dale
daniel danil danilo daniil: dan danny dani danno
daniela danielle daniella: dani danni ella dany
daphne dafne: daph
darren darin daren darrin: daz
darlene: dar
david davide dawid davit dafydd: dave davy davey dai dov
dean deane
deborah debra debora devorah: deb debbie debs debby
delores dolores: lola del dolly lolita
denise denyse: den niecy
dennis denis dionisio dionysius denys: den denny
derek derrick dirk derick dietrich: rick del derry
desmond: des dez
diana diane dianne dayana: di didi
dominic dominik domenico domingo dominique domenic dominick: dom nick nicky mingo
donald domhnall: don donnie donny
donna: don
dorothy dorothea dorotea dorota dorothee: dot dottie dolly dora thea doro dorrie
douglas douglass: doug dougie
duncan: dunc
dwight
dylan dillon dillan: dyl
edgar edgardo: ed eddie ned
edith edyta edit: edie ede
edmund edmond edmundo: ed eddie ned ted
edward eduardo edouard eduard edvard edwardo duarte: ed eddie ted teddy ned edu eddy edi lalo
edwin: ed eddie win
edwina: eddie winnie
eileen aileen ilene
elaine elayne helaine: laine lainey
eleanor elinor eleonora leonora eleonore elena: ellie nell nora ella nelly lena len nellie
elijah elias eliyahu ilya eli: eli lige
elizabeth elisabeth elisabetta elzbieta elisaveta elizaveta alzbeta eliza elise elisa: liz lizzie beth betty eliza libby lisa liza betsy bess bessie bette betsie ellie lizzy lib elsie lily lisbeth lis babette ela lisi sisi elsa elle
ella ela
ellen helen elaine elin: ellie nell elle nellie
emily emilie emilia emiliana: em emmy emmie millie mila
emma: em emmy
emmanuel manuel emanuel immanuel emanuele: manny manu mani manolo
eric erik erich erick erico eirik: rick ricky
erica erika ericka: rikki ricki
ernest ernesto ernst: ernie erny
esther ester hester: essie hettie esti
ethan eitan: eth
eugene eugen eugenio evgeni evgeny yevgeny eugeniusz: gene geno zhenya
eugenia eugenie evgenia: genie gina jenny zhenya
evan ewan euan ewen owen
evangeline evangelina: eva evie angie vangie
eve eva: evie evi
evelyn eveline evelina: eve evie lyn ev
ezekiel: zeke
ezra
felicia felicity felicitas: flick fliss lissie
ferdinand fernando fernand: ferdy nando ferdi fern
fiona: fi fee
florence florencia florentine fiorenza: flo florrie flossie flor
frances francesca francisca francoise franziska: fran frannie frankie fanny franny franzi
francis francisco francesco francois franz frank frans franciszek frantisek franciscus: frank fran frankie paco pancho
franklin frank: frank frankie
frederick frederic friedrich federico fredrik fryderyk frederico fredric frederik: fred freddie freddy fritz rick fredi
frederica friederike frederika: freddie fred rikki rike
gabriel gavriel gabriele: gabe gabby gabi
gabriella gabrielle gabriela: gabby gabi ella gaby brielle
gareth garth: gaz gary
garrett garret: gary
gary garry: gaz gazza
gavin gawain: gav
geoffrey jeffrey jeffery geoffroy godfrey gottfried: geoff jeff
george georg georges giorgio jorge jerzy jiri georgi georgios jurgen georgy joris: georgie geo jorg
georgia georgina georgiana georgette: georgie gina george
gerald geraldo gerhard gerard gerardo gerrard geraldine: gerry jerry ged
gilbert gilberto: gil bert gib
gillian jillian: gill jill gilly jilly
giles gilles
glenn glen glyn
gloria: glo
gordon: gord gordy
grace gracia grazia: gracie
graham graeme grahame: gra
gregory gregor gregorio grigory grzegorz gregoire grigoris: greg gregg grisha
griffin griffith: griff
guinevere jennifer
gwendolyn gwendoline gwenllian: gwen wendy gwennie
hannah hanna channah: hanny annie
harold harald: harry hal
harriet henriette enriqueta: hattie harry hettie
harrison: harry
harvey herve: harv
hayley hailey haley haylee hailee
heather: heath
hector ettore: hec
heidi adelheid
helen helena helene elena ellen elene jelena: nell nellie ellie lena nelly
henrietta henriette: etta hettie hattie netta
henry henri enrique heinrich enrico hendrik henrik henryk henrique: harry hank hal heinz heini henk rik quique kike
herbert heribert erberto: herb bert herbie
herman hermann armand armando: herm manny
hilary hillary: hil
howard: howie ward
hubert: hugh bert hub
hugh hugo ugo: hughie huw
humphrey: humph
ian iain ion
ignatius ignacio ignazio ignaz: iggy nacho
immaculata inmaculada: inma
imogen imogene: immy immo
ingrid: inge
irene irena eirene irina: rene renie ira
iris: ris
isaac isaak izaak yitzhak: ike zac zak
isabel isabella isabelle isobel ysabel izabela isabela ishbel izabella: izzy bella belle issy bel isa
isaiah: zay
isidore isidor isidoro: izzy
ivan yvan
jack jackson john: jackie jacky
jackson: jack jax
jacob jakob jacobo giacomo yaakov jakub yakov jaco iacopo: jake jay coby kobi jacky kuba
jacqueline jaqueline jacquelyn: jackie jacqui jacky
jaime jamie jayme
james jaime jacques santiago diego seamus hamish jaume giacomo: jim jimmy jamie jem jimbo jamey
jane jean joan jana jayne jeanne janet giovanna: janie jenny janey
janet janette jeanette jeannette: jan jenny netta
janice janis: jan
jared jarod jarrod
jasmine yasmin jasmin yasmine jazmin: jas jaz jazzy minnie
jason: jase jay
jean jeanne: jeanie
jeffrey jeffery: jeff
jemima: jem mima
jennifer jenifer guinevere: jen jenny jenn jenna jeni
jeremy jeremiah jeremias jeremie: jerry jem jez
jerome geronimo jeronimo gerolamo hieronymus: jerry
jerry gerry
jesse jessie
jessica yessica jesica: jess jessie jessy
jessie jessica
jill jillian
joan joanna joanne johanna giovanna juana jovana ioanna: jo joannie joanie jojo hanna
jocelyn joscelin: joss
joel yoel
john jon johannes johann juan giovanni jean ivan jan ian sean hans joao janos yannis ioannis johan evan: johnny jack jonny johnnie jackie
jonathan johnathan jonathon yonatan jonatan: jon jonny jonty nathan jono yoni
jordan giordano jourdan: jordy jord judd
joseph josef jose giuseppe yosef yusuf josep jozef iosif: joe joey jo jos pepe sepp beppe pino
josephine josefina josefine giuseppina: jo josie joey posy fifi jojo pepa fina
joshua josue giosue yehoshua: josh
joyce: joy
juan: juanito juancho
judith judit yehudit giuditta: judy jude judi
julia julie juliet juliette giulia juliana giuliana julianne yulia iuliia: jules julie juls lia
julian julius giuliano julien julio giulio: jules jule
justin justino iustin: jus
karen karin caren karyn: kaz kari
katelyn caitlin kaitlin kaitlyn caitlyn katelynn: kate katie cait kait
kathleen cathleen kathlyn: kathy kath kate katie kay kat
keith
kelly kelley kellie
kelsey kelsie
kenneth: ken kenny kent
kevin kevyn keven: kev
kimberly kimberley kimberlee kim: kim kimmy kimmie
kirsten kirstin kristen kristin kerstin kjersti christin: kirsty kirst kris
lance lancelot: lanny
laura lora lauren lorraine: laurie lori lolly lorrie
lauren laurence lorena lorenza: laurie loren lori ren
lawrence laurence lorenzo laurent lorenz laurens lars larry lavrenti: larry laurie lawrie lonnie renzo loz
leah lea lia
lee leigh
leo leon lev leone
leonard leonardo leonhard lennart lenard: len lenny leo leon leonie nardo
leroy: roy lee
leslie lesley: les
lester: les
lewis louis luis luigi ludwig lou luiz lluis: lou lew louie louie
liam uilliam william
lillian lilian liliana lilia lilith: lily lil lilly
linda lynda: lin lindy lyn
lindsay lindsey linsey: lin
lionel leonel
logan
loretta: lori etta
louisa louise luisa luise lovisa: lou lulu loulou
lucas luke luca lukas luc lukasz: lucky
lucy lucia lucie lucille luz luciana lucinda lucija: lu luce lulu
lydia lidia: lyd liddy
mabel mable
mackenzie mckenzie makenzie: mac kenzie
madeline madeleine madelyn magdalena madalena madelaine magdalene: maddie maddy lena mads maggie magda
malcolm: mal
marcus marc mark marco marcos marek markus marko markos: marky
margaret margarita margarete marguerite margherita margaretha margarida malgorzata margit margret marketa margareta: maggie meg peggy marge margie greta daisy madge peg rita gretel mags margot megan gosia gretchen
maria mary marie mariam miriam maryam marija mariya moira maire maura: molly polly mimi may mamie mia mitzi masha mickey maja manya ria mary
marian marianne mariana marianna: mari anne
marilyn marylin: mari lyn
marjorie margery marjory: marge margie
marlene marlena: marly lena
marshall: marsh
martha marta marthe: marty mattie
martin martino marten maarten marcin morten: marty mart tinus
marvin mervyn mervin: marv merv
mathilda matilda matilde mathilde: tilly tilda mattie maud
matthew mathew matteo mateo matthias mathias mateus mateusz matthieu mathieu matej matias matyas: matt matty mat
maureen: mo
maurice mauricio maurizio moritz morris mauritz: maury moz morrie mo morrie
maxwell maximilian maximiliano maxime maxim massimo massimiliano maksim maximus maximilien: max maxi
megan meghan meagan: meg megs
melanie melany: mel mellie
melinda: mel mindy lindy
melissa: mel missy lissa millie
mercedes: mercy merche sadie
meredith: merry
michael michel miguel michele mikhail mikael michal mihai mihail mykhailo mitchell micheal mikkel mihaly: mike mick mickey mikey mitch misha mickie
michelle michele michaela micaela mikaela michela: shelly mickey chelle mica shell miki
mildred: millie milly
millicent melisende: millie milly
miranda: mira randy mandy
mitchell: mitch
moses moshe moises mose musa: moe mosey mo
muhammad mohammed mohamed mohammad muhammed mohamad mohamud mehmet mahomet mohd muhamad: mo moe md hamada
myron: ron
nancy anne: nan
natalie nathalie natalia natasha natalya nathaly: nat nattie tasha talia natty
nathan natan: nate nat
nathaniel nathanael natanael: nate nat nathan
neil neal niall nigel
nicholas nicolas nikolaus nikolai nicola nicolo nikolaj nikola mikolaj nikolaos niklas klaus nicolae miklos mykola nicolaas: nick nicky nico klaus cole nik niko claus klaas nicko kolya
nicole nicola nicolette nicoletta nikol: nikki nicky nic nico coco
noel noelle
nora norah honora eleonora: norrie
norman: norm
octavia: tavy
oliver olivier oliviero: ollie ol noll
olivia olive: liv livvy ollie livia libby
oscar oskar: ozzie oz
oswald osvaldo: ozzie oz
owen eoin eoghan
pamela: pam pammy
patricia patrizia patrice: pat trish patty tricia trisha patsy tish
patrick patricio patrizio padraig patrik patryk: pat paddy rick patsy
paul paolo pablo pavel pawel paulo pal paulus pauli: paulie pauly
paula pauline paulina paola polina: polly paulie
penelope penelopa: penny pen nell
percival percy: perce
perry peregrine
peter pedro pietro pierre petr piotr pieter peder petros pyotr petar pedr per petrus pere petro: pete petey
petra petronella: pet petie
philip phillip philippe felipe filippo philipp filip filipe: phil pip flip lippo pippo
philippa phillipa: pip pippa
phoebe
phyllis: phyl
priscilla: cilla prissy
prudence: pru prue
quentin quintin quinton: quint
rachel rachael raquel rachelle rahel rachele: rach rae shelly chelle
ralph raoul raul rolf ralf rafe rolph
randall randolph: randy randi rand dolph
raphael rafael raffaele rafal raffaello: rafe raf rafa raffi
raymond raimund ramon raimondo raymund raimundo ramone reymundo: ray mundo moncho
rebecca rebekah rebeca rebekka: becky becca bec beck reba becks bex
reginald reynold reinhold reinaldo rinaldo reynaldo ronald: reg reggie ron naldo
reuben ruben rubin: rube ben
rhonda: ron
richard ricardo riccardo ryszard rikard richardt: rick dick rich richie ricky rico ritchie dickie
robert roberto rupert ruprecht: bob rob bobby robbie bert robby beto berto bobbie
roberta: bobbie robbie berta bobby
robin robyn: rob
roderick rodrigo roderic: rod rory roddy ricky
rodney: rod
roger rogelio ruggero rogerio rutger ruediger: rog rodge
roland rolando orlando: rollie rolly roly lando
ronald ronaldo ranald: ron ronnie ronny
rosalind rosalinda: ros roz rosie linda
rosemary rosemarie rosamaria: rose rosie romy ro
rose rosa rosie rosalie rosalia: rosie rosita rosy
roxanne roxana roxane: roxy roxie
rudolph rudolf rodolfo: rudy dolf rudi fito
russell: russ rusty
ruth: ruthie
ryan: ry
salvatore salvador: sal sally salva toto totò
samantha: sam sammy mantha sammie
samuel shmuel samuele samuil: sam sammy samy
sandra alessandra: sandy sandi
sarah sara: sadie sally
scott: scotty scottie
sean shawn shaun shane shon: seanie
sebastian sebastien sebastiano bastien: seb bas basti bastian seba
serena: rena
seth
sharon sharron: shaz shaza
sheila sheelagh cecilia shelagh
shelly shelley
shirley: shirl
sidney sydney: sid syd
sienna siena
sigmund siegmund zygmunt: sig ziggy
silvia sylvia silvie sylvie: syl silvi
simon simone szymon shimon simeon simao: si sy sim
simone simona: moni
solomon salomon shlomo suleiman: sol solly
sophia sofia sophie zofia sofie sonja sonia sofya: soph fi sonya zosia
stacy stacey anastasia eustace: stace
stanley stanislaw stanislav: stan
stella estella estelle estrella: stell
stephanie stefanie stefania estefania stefanija stephania stephany: steph stef steffi fanny stevie stefi
stephen steven stefan stephan etienne esteban stefano istvan stepan steffen szczepan estevao stevan: steve stevie ste stef steff
stewart stuart steward: stu stew
susan susanna susanne suzanne susannah zuzana shoshana zuzanna susana: sue susie suzy suzie sukie sanne suse
sylvester silvester sylvestre: sly vester
tabitha: tabby
tamara tamar tammy: tam tammy toma tami
taylor tayler: tay
terence terrence terrance terry terenzio: terry tel tez
teresa theresa therese terezie teresia: terry tess tessa tracy tere terri reese resi tessie
thaddeus tadeusz tadeo: tad thad teddy
theodora fedora: dora thea theo teddy
theodore theodor teodoro fyodor teodor theodoros fedor: ted theo teddy fedya dorus
thomas tomas tommaso tomasz toma tome tuomas: tom tommy thom massimo
tiffany tiffani: tiff tiffy
timothy timoteo timotheus timofey timothee: tim timmy timo
tobias tobiah tobiasz tobie: toby tobi
tracy tracey
travis: trav
trevor: trev
tristan tristram: tris
tyler: ty
tyrone: ty
ursula urszula: ursel uschi ulla
valentina valentine: val tina vale
valerie valeria valery: val vale lera
vanessa: ness nessa nessie van
veronica veronika veronique weronika: ronnie vera roni vero nika ronni
victor viktor vittorio wiktor: vic vik vick vito
victoria viktoria vittoria wiktoria viktoriya: vicky tori vic vicki vickie tory vika viki
vincent vincenzo vicente vincenty vikentij: vince vin vinny vinnie enzo
viola violet violetta violeta: vi
virginia virginie: ginny ginger gina vergie virgie ginnie
vivian vivien vivienne viviana: viv vivi
walter valter gualtiero wouter: walt wally wal
wallace wallis: wally
warren
wayne
wendy
wesley: wes
wilfred wilfrid wilfried: wilf fred will
wilhelmina wilhelmine: mina minnie willa billie elma wilma minna
william willem wilhelm guillermo guillaume guglielmo vilhelm guilherme willi: will bill billy willy liam willie wim memo wills
winifred: winnie freddie win
winston: win
xavier javier saverio xaver: xavi zav javi
yasmin yasmine jasmine
yvonne ivonne yvette: evie vonnie
yvette ivette
zachary zachariah zackary zacarias zakariya zechariah zacharias: zach zac zack zak zeke
zoe zoey zoya: zo
aidan aiden ayden aden
aaron aron arun aharon haroun: ron ronnie
alana alanna alannah
alejandra: ale jana
allegra
ava eva
bailey baylee bailee
blake
bonnie bonita
brooke brook
bruce
bruno
caleb kaleb: cal cale
carmen carmela carmelo carmine: mel carmelita
chloe khloe cloe
clayton klayton: clay
cody kody codey
connor conor conner konnor: con
dakota: koda
damian damien damiano damon: day
darius dario
darrell darryl daryl darrel
dana dayna
dawn
deirdre deidre: dee
desiree: des desi
devin devon
dustin: dusty
earl earle
elliot elliott eliot eliott
ellis
elsie elsa else
elton: el
elvira
emerson
emmett emmet
erin eryn
ernestine ernestina: ernie tina
eunice
faith
fabian fabio fabien fabiano: fab
fletcher: fletch
frankie
freya freja
gemma jemma: gem
geraldine: gerry deena
gina regina georgina
gretchen greta grete
hank henry
hazel
holly hollie
hope
ivy
jada jayda
jade
jaden jayden jaiden jadon
jake jacob
jamal jamaal djamal
jamie james
jarvis
jay jason james
jeremiah: jerry jem miah
jodie jodi jody
joaquin joachim joakim gioacchino: quino jochen achim kim
josiah: joe josh
kai kay cai
kaleb
kara cara
kayla kaila kaylah
kaylee kayleigh kailey: kay
kendall: ken
kendra
kieran ciaran keiran
kirk
kristopher: kris
kyle kyler
lacey lacy
landon
larry lawrence
latoya
leila layla laila leyla layla
lena helena magdalena
leticia letizia laetitia: letty leti
lloyd floyd
lonnie
lorna
lynn lynne lin
marcia marsha
marina: mari
marissa marisa
mason
max maxwell
maxine: max
maya maia maja
mia maria
mila ludmila
miles myles milo
mohandas
molly mollie
monica monika monique: mon moni
morgan
myrtle
nadia nadya nadja nadine nadezhda
naomi noemi
nia
nina
noah noe
norma
opal
paige page
parker
paxton
pearl
peyton payton
philomena filomena: mena
phineas
poppy
preston
ramona: mona
reagan regan
reece reese rhys rees
reid reed
reginal
reina regina: gina
rene renee renato renata
ricky richard
riley rylee reilly ryleigh
rita margarita
rocco
romeo
rory
ross
roy
ruby rubie
sabrina: bri
sadie sarah
savannah savanna: van
shannon
shelby
sheldon: shel
sherry sherri sheri cheri: sher
sierra cierra
skylar skyler schuyler: sky
spencer spenser: spence
summer
tanya tania tatiana tatyana: tania tanja
tara
tatum
terry terri
tessa theresa
tina christina martina
toni antonia
tonya antonia
trent trenton
trinity
tristen tristin
troy
tucker
uma
vaughn vaughan
vera veronica
vernon: vern
veronique: vero
violet: vi lettie
vladimir wladimir: vlad
whitney: whit
wilbur: will
wilma wilhelmina
xander alexander
yolanda iolanda: yoli
zara zahra
zelda griselda
`
