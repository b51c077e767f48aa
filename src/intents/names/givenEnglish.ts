/**
 * Given names of the English-speaking world, A to L. A line is one name: its full forms and spellings, in other languages too, the
 * usual one first; after the colon what people who bear it are called, again the usual first. A word may stand in several lines.
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
`
