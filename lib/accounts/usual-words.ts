/**
 * Words that people build passwords from, by how often leaks show them: not passwords themselves, but what has to be
 * taken away before asking whether anything is left that has to be guessed. Lower case, at least three letters.
 */
export const usualWords: readonly string[] = `
password passwort passwords passwd passw0rd pass pwd parola wachtwoord contrasena motdepasse senha haslo heslo kennwort
welcome welkom willkommen bienvenue benvenuto hello hallo hola bonjour letmein openup opensesame sesame enter login
logon signin access admin administrator root superuser user username guest test testing tester demo temp temporary
default changeme change secret geheim secure security private hidden unlock master system server network computer
internet windows microsoft apple macbook iphone android samsung google facebook instagram twitter youtube amazon netflix
spotify whatsapp yahoo hotmail gmail linkedin office company business work home family private qwerty qwertz azerty
asdf zxcv iloveyou iloveu loveyou lovely love loves lover loveme forever always together kisses hugs heart hearts sweet
sweetheart honey baby babygirl babyboy darling angel angels princess princesa queen king prince sunshine sunflower
flower flowers rainbow butterfly summer winter spring autumn january february march april may june july august september
october november december monday tuesday wednesday thursday friday saturday sunday christmas easter halloween birthday
happy lucky smile peace hope faith grace blessed blessing jesus christ jesuschrist god godisgood heaven bible church
lord prayer allah bismillah krishna ganesh football fussball futbol soccer baseball basketball hockey tennis golf rugby
cricket chelsea arsenal liverpool manchester united barcelona realmadrid madrid juventus milan inter bayern dortmund
everton tottenham celtic rangers lakers yankees cowboys steelers eagles patriots packers raiders ferrari porsche mercedes
bmw audi honda toyota yamaha suzuki harley mustang corvette camaro jordan lebron messi ronaldo neymar beckham batman
superman spiderman superstar ironman avengers marvel starwars skywalker yoda vader pokemon pikachu naruto dragonball
minecraft fortnite roblox callofduty warcraft zelda mario sonic nintendo playstation xbox gamer matrix hunter killer
ninja samurai warrior knight dragon dragons phoenix tiger lion panther leopard wolf bear eagle falcon hawk shark dolphin
monkey monkeys gorilla elephant panda koala bunny rabbit kitty kitten puppy doggy dog dogs cat cats horse horses pony
snoopy mickey minnie donald disney garfield scooby tweety tinkerbell bella buddy charlie max rocky shadow ginger pepper
cookie cookies chocolate vanilla banana orange cherry strawberry peanut butter cheese pizza coffee coke pepsi beer
whiskey chicken purple yellow green blue red black white silver golden gold diamond crystal music guitar metallica
nirvana eminem beatles elvis hannah montana michael michelle jennifer jessica ashley amanda nicole melissa stephanie
elizabeth katherine christina charlotte victoria alexandra alexander anthony andrew christopher daniel david matthew
joshua jonathan joseph justin james john robert richard william thomas george patrick brandon jason kevin steven
maria anna laura sarah sophie emma olivia lisa sandra andrea patricia martin thomas peter paul mark lucas oliver
mother mommy mummy mama father daddy papa grandma grandpa brother sister friend friends bestfriend freedom liberty
america american england english london paris berlin madrid canada australia germany deutschland france india mexico
brasil brazil newyork california texas chicago trustno trust nobody fuckyou fuckoff fuck bitch sexy asshole shit
correct battery staple blink whatever nothing something anything everything thebest best number superhero legend
unbelievable unforgettable doctor doctors nurse clinic hospital health healthy patient patients appointment appointments
medical medicine booking calendar schedule practice surgery dentist dental therapy therapist
`
  .trim()
  .split(/\s+/);
