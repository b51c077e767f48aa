/** Given names of the English-speaking world, L to Z; lines as in givenEnglish.ts. */
export const givenEnglishRest = `
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
