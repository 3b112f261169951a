"""Given names of Europe in Latin script: what tells a person's gloss from a place's or a thing's.

Only names that are seldom a surname, a place or a common noun; plain (no accents, small letters).
"""

from typing import Final

_NAMES = """
aaron abel abraham adalbert adam adolf adolfo adolph adolphe adriaan adrian adrien agatha agnes agustin aime
alain alan albert alberto albrecht alec aleksandar aleksander aleksandr aleksandra aleksei aleksey alessandro
alexander alexandra alexandre alexandros alexandru alexei alexey alexis alfons alfonso alfred alfredo alice
allan alois aloysius alphonse amadeo amelia amelie anastas anastasia anastasy anatole anatoli anatoly anders
andre andrea andreas andrei andrej andres andrew andrey andrzej angela angelo anna anne annie anselm anthony
antoine antoinette anton antoni antonin antonina antonio antonis anwar archibald aristide aristides arkady
armand armando arnaud arnold arthur artur arturo astolphe august auguste augustin augustine augusto aurelio axel
balthasar barbara bartolomeo baruch basil beatrice bela benedetto benedict benedikt benito benjamin bernard
bernardo bernhard berthold bertolt bertrand bettino bjorn blaise bogdan bohdan bohumil boleslaw boris branko
bruno camille camillo carl carlo carlos carmen caroline casimir caspar catherine cecil celestin cesare charles
charlotte christiaan christian christina christine christoph christophe christopher claire clara clare claude
claudia claus clemens clement clementine clotilde conrad constantin constantine cordell cornelis cornelius cyril
dagmar damian daniel daniele dario david deborah denis desmond diana dick diego dieter dietrich dimitri
dimitrije dimitrios dmitri dmitrii dmitry dolores dominic dominique donald dorothea dorothy douglas draga
dragoljub duncan eamon ebenezer edgar edith edmond edmund edouard eduard eduardo edvard edward edwin egbert egon
eleanor eleanora eleftherios elena eleonore elias elie elisabeth elise elizabeth ella ellen eloise emanuel emil
emile emilia emilio emily emma emmanuel emmeline engelbert enrico enrique enver eric erich erik ernest ernesto
ernst erwin etienne eugen eugene eugenio eva evelyn evgeny ewald fabian fedor feliks felipe felix ferdinand
ferdinando ferenc fernand fernando filip filippo florence floris francesca francesco francis francisco
franciszek francois francoise franjo frank franklin frans frantisek franz frederic frederick frederik fredrik
frida frieda friedrich fritz fyodor gabriel gabriela gabriele gaetano gamal gaspard gaston gavril gavrilo
genevieve gennady geoffrey georg george georges georgi georgij georgios georgy gerald gerard gerhard gerrit
gertrude gheorghe giacinto giacomo gilbert giordano giorgio giovanni giulia giuliano giulio giuseppe giuseppina
gleb gottfried gottlieb grace gregor gregory grigore grigori grigorii grigory guglielmo guido guillaume
guillermo gunnar gunter gunther gustaf gustav gustave guy gyorgy gyula hannah hannes hans harald harold harriet
harry hedwig heinrich heinz helen helena helene helmut helmuth hendrik henri henriette henrik henrique henry
herbert hercule heriberto herman hermann hjalmar honore horace horatio horst howard hubert hugo humphrey ian
ignacio ignacy ignatius ignaz igor ilya imre ines inessa ingrid ioannis ion ionel irene irina isaac isaak isabel
isabella isaiah isidor ismail istvan ivan jack jacob jacobus jacqueline jacques jaime jakob jakub james jan jane
janos jaroslav jaroslaw javier jean jeanne jeremy jerome jerzy jessica jim joachim joan joanna joao joaquin
johan johann johanna johannes john jonas jonathan jorge jose josef josefa joseph josephine joshua josip jovan
jozef juan judith jules julia julian juliana julie juliette julio julius juliusz jurgen justus kamil karel karin
karl karol karoline kaspar katarina katharina katherine kazimierz kenneth klara klaus klemens klement kliment
konrad konstantin konstantinos konstanty kristian krystyna kurt ladislas ladislaus ladislav lajos lars laszlo
laura laurence laurent lavr lavrentiy lavrenty lazar lazare leah lech leon leonard leonardo leonhard leonid
leonidas leonor leonora leontine leopold leopoldo leszek lev liam lidia lilian lisa lise liudmila livia lloyd
lorenzo lothar louis louisa louise luca lucas lucia lucian lucien lucy ludmila ludovic ludovico ludvig ludvik
ludwig ludwik luigi luis luisa luise lukas luther lydia maarten mabel madeleine magdalena magnus maksim malcolm
manfred manon manuel manuela marc marcel marcello marcelo marcin marco marek margaret margaretha margarita
marguerite maria marian marianne marie marija mario mark marko markus martha marthe martin martina mary matej
mateusz mathias mathieu mathilde matteo matthew matthias matthieu maud maurice mauricio maurits mauro max maxim
maxime maximilian maximilien melchior mendel michael michail michal michel michele michelle mieczyslaw miguel
mihai mihail mihaly mikael mikhael mikhail miklos mikolaj milan mildred mile milica milorad milos milovan mircea
miroslav mirza mitar mohandas moise moises mojsije moritz moses mstislav mustafa myriam nadezhda nadia napoleone
natalia natalya nathan nathaniel neville niccolo nicholas nicola nicolae nicolai nicolas nikita nikola nikolaas
nikolai nikolaj nikolaos nikolaus nikolay nils noel nora norbert norman octave odo olaf oleg olga oliver olivier
olof olympe orlando oscar oskar oswald otto ottomar owen pablo palmiro paolo pascal pascual pasquale patrice
patricia patrick paul paula paulette pauline pavel pavle pavlos peder pedro percy petar peter petr petra petros
petrus philip philipp philippe pierre pieter pietro pinchas piotr prosper pyotr rachel rafael raffaele rainer
rainier ralph ramon raoul raphael raul raymond rebecca regina reginald reinhard reinhold rembrandt rene renee
ricardo riccardo richard robert roberto roderick rodion rodolfo rodrigo roger roland rolf romain romano ronald
rosa rosalie rosemary rudolf rudolph ruggero rupert ruth sally salvador salvatore samuel sandor sandra sarah
savva sean sebastian sebastiano sebastien selma semen semyon serge sergei sergey sergio sergius seymour
siegfried siegmund sigismund sigmund silvio simeon simon simonas simone slobodan sofia sofya solomon sonia
sophia sophie soren spyridon stafford stanislas stanislav stanislaw stanley stefan stefano stella stepan stephan
stephane stephanie stephen steven stjepan susan susanna susanne sven svetlana svetozar sylvain sylvia tadeusz
taras tatiana tatyana teodor terence teresa thaddeus theo theobald theodor theodora theodore theodoros theophile
theresa therese thomas thorstein tibor timofey timothy tobias todor tomas tomasz tomislav traian trygve ulrich
ulrike umberto ursula vaclav valentin valentina valerie valery vasil vasile vasili vasilii vasily venustiano
vera veronica vicente victoire victor viktor viktoria vilfredo vilhelm vilmos vincent vincenzo virgil virginia
virginie vitaly vito vittoria vittorio vjaceslav vlad vladimer vladimir vladislav vladko voitech vojislav
vojtech volodymyr vsevolod vuk vyacheslav waldemar walter walther wanda wenzel werner wilfred wilfrid wilhelm
wilhelmina willem william willy winston wladyslaw wlodzimierz wojciech wolfgang woodrow xavier yakov yann yegor
yekaterina yelena yevgeny yitzhak yulia yuly yuri yury yves yvonne zachary zbigniew zdenek zinaida zinoviy ziya
zoe zofia zoltan zygmunt
"""

#: As many as tell nearly every European person's gloss.
GIVEN_NAMES: Final[frozenset[str]] = frozenset(_NAMES.split())
