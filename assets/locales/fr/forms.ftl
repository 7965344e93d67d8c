## The page
shape-page = Formulaires
shape-note = Changez ce qui est demandé. Un changement se prépare dans un brouillon ; tout le monde le reçoit d’un coup quand vous le mettez en vigueur.
shape-in-force-title = En vigueur
shape-in-force = { $name } (numéro { $number }), depuis { $since }, mis en vigueur par { $who }.
shape-in-force-standard = Les formulaires fournis avec Amparo, inchangés.
shape-in-force-mark = En vigueur
shape-standard = Comme fourni avec Amparo
shape-drafts = Brouillons
shape-drafts-none = Aucun brouillon
shape-drafts-none-text = Commencez un brouillon pour changer des formulaires, des listes ou des délais. Personne ne le voit avant sa mise en vigueur.
shape-past = En vigueur auparavant
shape-begin = Commencer un brouillon
shape-begin-text = Il commence avec tout ce qui est en vigueur maintenant.
shape-name = Nom
shape-name-help = De quoi il s’agit, par exemple « Questions sur l’abri d’hiver ».
shape-name-missing = Donnez-lui un nom.
shape-kept-at = Gardé le
shape-since = En vigueur depuis
shape-by = Par
shape-number = Numéro
shape-open = Ouvrir le brouillon
shape-older = Commencé avant l’entrée en vigueur d’autres formulaires
shape-drop = Jeter le brouillon
shape-drop-sure = Jeter « { $name } » ? Ses changements sont perdus. Rien de ce qui est en vigueur ne change.
shape-go-back = Revenir à ceci
shape-go-back-sure = Remettre « { $name } » en vigueur ?
shape-export = Exporter dans un fichier
shape-exported = Le fichier a été écrit.
shape-more = Plus

## Bringing in
shape-bring = Importer un fichier
shape-bring-help = Une configuration d’Amparo, ou le fichier de configuration d’un système Primero version 2. Elle devient un brouillon : rien de ce qui est en vigueur ne change.
shape-brought = Le fichier a été lu et se trouve parmi les brouillons.
shape-brought-whole = Tout a été repris tel quel.
shape-not-carried = Laissé de côté
shape-changed = Repris, mais changé
shape-understood = Repris tel quel
shape-where = Où
shape-what = Ce qui s’est passé
shape-about = Noms dans le fichier
shape-remarks-more = Seuls les premiers sont affichés.

## Words as a spreadsheet
shape-words-out = Sortir les textes dans un tableur
shape-words-in = Reprendre les textes d’un tableur
shape-words-in-help = Choisissez le tableur écrit ici puis traduit. Les cellules vides laissent les textes tels quels ; les lignes qui ne conviennent pas sont laissées de côté et signalées.
shape-words-row = Ligne
shape-why = Pourquoi
shape-words-left-out = Lignes laissées de côté
words-row-unknown-key = Aucun texte n’a cette clé. Laissez la première colonne telle quelle.
words-row-bad-words = Il contient des balises ou des caractères interdits dans un texte.
words-row-too-long = Le texte dépasse 2 000 caractères.
words-row-no-english = Il manque le texte anglais : il remplace toute langue sans texte.

## The desk
shape-back = Retour à l’aperçu
shape-draft-note = Un brouillon, gardé automatiquement. Commencé à partir du numéro { $number }.
shape-compare = Comparer et mettre en vigueur
shape-compare-nothing = Ce brouillon ne change rien.
shape-compare-use = Combien de dossiers utilisent ce qui est retiré est compté par les superviseurs dans leur propre session et arrondi : avec le journal, un nombre exact vous dirait ce que contient un dossier. Pour ce qui n’est pas encore compté, demandez à un superviseur, dont la première page montre ce brouillon. Tout ce qui a été répondu reste.
shape-apply = Mettre en vigueur…
shape-apply-sure = Mettre ceci en vigueur maintenant ?
shape-apply-note = Rien de ce que contiennent les dossiers n’est perdu. Les questions et options qui ne sont plus posées restent lisibles là où elles ont reçu une réponse. Tout le monde reçoit les nouveaux formulaires en même temps.
shape-apply-now = Oui, mettre en vigueur
shape-applied = Les nouveaux formulaires sont en vigueur.
shape-go-there = Y aller
shape-choose = Choisissez un formulaire, une section, une question ou une liste sur le côté.
shape-tree = Tout ce que contient cette configuration
shape-search = Trouver un formulaire, une question ou une liste
shape-lists = Listes
shape-hidden = Masqué
shape-hidden-note = Masqué : ce n’est pas demandé. Ce que les dossiers en contiennent reste lisible.
shape-hide = Masquer
shape-show = Afficher à nouveau
shape-up = Monter
shape-down = Descendre
shape-in-section = Se trouve dans la section
shape-missing = Ce qui n’est pas traduit
shape-missing-mark = sans texte
shape-missing-none = Chaque texte existe dans cette langue.
shape-missing-more = Seuls les premiers sont affichés. Le tableur des textes les contient tous.
shape-form = Formulaire
shape-section = Section
shape-question = Question
shape-cell = Question dans des lignes
shape-list = Liste

## Something new
shape-add-form = Nouveau formulaire
shape-add-section = Nouvelle section
shape-add-question = Nouvelle question
shape-add-cell = Nouvelle question dans les lignes
shape-add-list = Nouvelle liste
shape-new-words = Texte en anglais
shape-new-words-missing = Écrivez le texte anglais. Les autres langues suivent.
shape-id = Identifiant
shape-id-help = Les dossiers et les conditions l’appellent ainsi. Il est donné une fois pour toutes.
shape-id-wrong = Utilisez des minuscules latines, des chiffres et _ ; commencez par une lettre.
shape-id-wrong-form = Utilisez des minuscules latines, des chiffres et - ; commencez par une lettre.
shape-id-taken = Cet identifiant est déjà pris.
shape-id-reserved = Le programme se réserve cet identifiant.
shape-type = Type
shape-type-help = Il ne change plus une fois la question en vigueur.
shape-part = Partie du dossier
shape-part-help = Elle décide qui peut lire la réponse, pour toujours.
shape-type-text = Une ligne de texte
shape-type-longtext = Plusieurs lignes de texte
shape-type-number = Nombre entier
shape-type-date = Date, aussi précise que connue
shape-type-yes-no = Oui, non, inconnu
shape-type-select = Une option
shape-type-multi = Plusieurs options
shape-type-tick = Case à cocher
shape-type-location = Lieu
shape-type-user = Collègue
shape-type-agency = Organisation
shape-type-link = Un autre dossier
shape-type-repeat = Lignes de questions
shape-type-photo = Photo
shape-type-audio = Son
shape-type-file = Document
shape-type-signature = Signature
shape-type-calc = Calculé

## Types of record in the tree
shape-type-case-cp = Cas de protection de l’enfance
shape-type-incident-cp = Incidents de protection de l’enfance
shape-type-tracing-request-cp = Demandes de recherche
shape-type-family-cp = Familles
shape-type-registry-cp = Registre
shape-type-transition-cp = Orientations, transferts, attributions
shape-type-office-cp = Le travail du bureau
shape-type-case-gbv = Survivantes de violences basées sur le genre
shape-type-incident-gbv = Incidents de violence basée sur le genre
shape-type-transition-gbv = Orientations de survivantes
shape-type-office-gbv = Le travail avec les survivantes

## What can be changed
shape-title = Titre
shape-label = Question telle qu’elle est posée
shape-help = Aide en dessous
shape-guiding = Questions pour guider
shape-guiding-help = Elles aident à rédiger un récit ; affichées à la demande.
shape-language-missing = { $name } (sans texte)
shape-versions = Gardé en versions
shape-versions-hint = Une fois complet, il n’est pas modifié mais suivi d’un nouveau, comme un consentement.
shape-folded = Replié au début
shape-required = Réponse exigée pour que le formulaire soit complet
shape-required-when = Réponse exigée quand
shape-shown-when = Affiché seulement quand
shape-default = Réponse proposée
shape-default-help = Affichée tant que rien n’est écrit ; la personne décide.
shape-checks = Contrôles
shape-not-future = Pas après aujourd’hui
shape-not-before = Pas avant la date de
shape-min = Au moins
shape-max = Au plus
shape-stand-ins = À la place d’une réponse
shape-stand-ins-help = Pour que personne n’ait à en inventer une.
shape-class = Sensibilité
shape-class-help = Elle ne peut qu’augmenter une fois la question en vigueur.
shape-class-p0 = Ouvert, seulement compté
shape-class-p1 = Interne
shape-class-p2 = Confidentiel, sur une personne
shape-class-p3 = Strictement confidentiel
shape-class-p4 = Critique : une vie peut en dépendre
shape-searched = Trouvé par la recherche comme
shape-searched-not = Pas cherché
shape-searched-name = Nom d’une personne
shape-searched-phone = Numéro de téléphone
shape-searched-number = Numéro d’une carte ou d’un papier
shape-summary = Figure dans les listes et rappels
shape-summary-hint = Il est copié dans le résumé du dossier.
shape-calc = Comment c’est calculé
shape-calc-help = C’est calculé à chaque lecture, jamais saisi.
shape-calc-more = Encore une
shape-gives = Ce qui en sort
shape-gives-number = Un nombre
shape-gives-date = Une date
shape-gives-text = Un texte
shape-gives-yes-no = Oui ou non
shape-gives-choice = Une de ses options
shape-calc-fixed = Une valeur fixe
shape-calc-today = Aujourd’hui
shape-calc-me = La personne qui travaille
shape-calc-field = Une autre réponse
shape-calc-sum = Somme de réponses
shape-calc-age = Âge aujourd’hui, d’après une date de naissance
shape-calc-days-since = Jours depuis une date
shape-calc-days-after = Une date quelques jours plus tard
shape-calc-count = Nombre de lignes
shape-calc-label = Texte de l’option choisie
shape-days = Jours

## Options
shape-options = Options
shape-options-from = Options de la liste
shape-options-own = Ses propres options
shape-go-list = Modifier la liste
shape-list-used = Les changements touchent tous les formulaires qui utilisent cette liste : { $forms }.
shape-offers-unknown = Propose aussi « inconnu » et « non dit »
shape-option-new = Nouvelle option, en anglais
shape-option-words = Texte de l’option
shape-option-parent = Compte dans les rapports sous
shape-option-parent-help = Une option à vous est comptée sous une option standard, pour que les bureaux restent comparables.
shape-option-when = Proposée seulement quand
shape-option-off = Pas proposée pour l’instant
shape-retire = Retirer
shape-retired = Retirée
shape-bring-back = Remettre

## Conditions
shape-condition-none = Toujours.
shape-condition-add = Ajouter une condition
shape-all-of = Toutes sont remplies
shape-any-of = Au moins une est remplie
shape-not = Le contraire
shape-ask = Sa réponse
shape-ask-equal = est
shape-ask-not-equal = n’est pas
shape-ask-less = est inférieure, ou antérieure, à
shape-ask-at-most = est au plus
shape-ask-more = est supérieure, ou postérieure, à
shape-ask-at-least = est au moins
shape-ask-one-of = est l’une de
shape-ask-filled = est donnée
shape-ask-empty = est vide
shape-worth = Réponse
shape-worth-with = Comparée à
shape-worth-fixed = Une valeur fixe
shape-worth-today = Aujourd’hui
shape-worth-field = Une autre réponse
shape-date-as = Écrivez la date ainsi : 2026-11-22, 2026-11 ou 2026.
shape-as-text = Comme texte
shape-only-text = Des lignes ne peuvent pas le dire ; changez le texte.
shape-text-of = Texte de : { $what }
shape-text-wrong = Ceci ne peut être lu : { $problem }. Ce qui s’y trouvait reste.

## Clocks
shape-clocks = Délais et semaine de travail
shape-clocks-note = Délai de chaque étape, selon le risque. Il compte dès la prochaine consultation de chaque dossier.
shape-clock-step = Étape
shape-clocks-unset = Tant qu’aucun risque n’est fixé, compte comme
shape-clocks-weekend = Jours non travaillés
shape-unit-hours = heures
shape-unit-days = jours
shape-unit-working-days = jours ouvrés
shape-unit-months = mois
shape-day-monday = Lundi
shape-day-tuesday = Mardi
shape-day-wednesday = Mercredi
shape-day-thursday = Jeudi
shape-day-friday = Vendredi
shape-day-saturday = Samedi
shape-day-sunday = Dimanche

## Preview
shape-preview = Aperçu
shape-preview-none = Choisissez un formulaire pour le voir ici.
shape-preview-later = Affiché ici dès que tout concorde.
shape-preview-hidden = Avec ces réponses, cette section n’est pas affichée.
shape-preview-fill = Réponses inventées
shape-preview-empty = Vider

## What is different
facet-words = texte modifié
facet-place = dans une autre section
facet-condition = affiché sous une autre condition
facet-required = exigence de réponse modifiée
facet-calculation = calcul ou réponse proposée modifiés
facet-checks = contrôles modifiés
facet-options = options modifiées
facet-other = autres réglages modifiés
difference-form-added = Formulaire « { $form } » ajouté
difference-form-retired = Formulaire « { $form } » retiré ; ce que les dossiers en contiennent reste lisible
difference-form-changed = { $form } : { $what }
difference-section-added = { $form } : section « { $section } » ajoutée
difference-section-gone = { $form } : section « { $section } » supprimée
difference-section-changed = { $form } : section « { $section } » : { $what }
difference-field-added = { $form } : question « { $field } » ajoutée
difference-field-retired = { $form } : question « { $field } » retirée
difference-field-changed = { $form } : question « { $field } » : { $what }
difference-list-added = Liste « { $list } » ajoutée
difference-list-reordered = Liste « { $list } » : les options sont dans un autre ordre
difference-option-added = Liste « { $list } » : option « { $option } » ajoutée
difference-option-retired = Liste « { $list } » : option « { $option } » retirée
difference-option-changed = Liste « { $list } » : option « { $option } » modifiée
difference-clock-changed = Délais : « { $clock } » modifié
difference-week-changed = La semaine de travail, ou le niveau compté sans risque fixé, a changé

## What does not fit together
configuration-unreadable = { $place } : illisible ({ $what }).
configuration-unknown-type = { $place } : le type de question « { $what } » n’existe pas.
configuration-doubled = { $place } : « { $what } » y figure deux fois. Chaque identifiant doit être unique.
configuration-too-large = La configuration est trop grande.
configuration-newer = La configuration a été écrite par une version plus récente d’Amparo.
configuration-markup = { $place } : le texte contient des balises (<…>). Retirez-les.
configuration-kept = { $place } : le type d’une question et la partie du dossier où elle se trouve sont définitifs. Ajoutez plutôt une nouvelle question.
configuration-reserved = { $place } : le programme se réserve l’identifiant « { $what } ».
configuration-bad-id = { $place } : « { $what } » n’est pas un identifiant. Utilisez des minuscules latines, des chiffres et _ (formulaires : -).
configuration-unknown-list = { $place } : la liste « { $what } » n’existe pas.
configuration-unknown-parent = { $place } : il n’y a pas d’option standard « { $what } » sous laquelle compter.
configuration-unknown-block = { $place } : le bloc commun « { $what } » n’existe pas.
configuration-unknown-field = { $place } : une condition, un calcul ou un contrôle nomme « { $what } », et cette question n’existe pas.
configuration-unknown-form = { $place } : une condition nomme le formulaire « { $what } », qui n’existe pas.
configuration-unknown-clock = { $place } : le délai « { $what } » n’existe pas.
configuration-no-compartment = { $place } : la question n’est dans aucune partie du dossier.
configuration-unknown-compartment = { $place } : ce dossier n’a pas de partie « { $what } ».
configuration-cell-with-compartment = { $place } : une question en lignes se trouve où sont ses lignes ; elle n’a pas de partie propre.
configuration-two-meanings = { $place } : « { $what } » est d’un autre type, ou se trouve ailleurs, dans un autre formulaire.
configuration-not-in-a-row = { $place } : des lignes et des calculs ne peuvent se trouver dans des lignes.
configuration-calculated-across = { $place } : le calcul lit « { $what } » dans une autre partie du dossier, que son lecteur ne peut pas toujours ouvrir.
configuration-loop = Ces questions s’attendent l’une l’autre : { $place }. Enlevez une condition ou un calcul.

## Counts
shape-count-forms-added = { $count ->
     [one] { $count } formulaire ajouté
    *[other] { $count } formulaires ajoutés
}
shape-count-forms-retired = { $count ->
     [one] { $count } formulaire retiré
    *[other] { $count } formulaires retirés
}
shape-count-questions-added = { $count ->
     [one] { $count } question ajoutée
    *[other] { $count } questions ajoutées
}
shape-count-questions-retired = { $count ->
     [one] { $count } question retirée
    *[other] { $count } questions retirées
}
shape-count-questions-changed = { $count ->
     [one] { $count } changement de question
    *[other] { $count } changements de questions
}
shape-count-options-added = { $count ->
     [one] { $count } option ou liste ajoutée
    *[other] { $count } options ou listes ajoutées
}
shape-count-options-retired = { $count ->
     [one] { $count } option retirée
    *[other] { $count } options retirées
}
shape-count-options-changed = { $count ->
     [one] { $count } option modifiée
    *[other] { $count } options modifiées
}
shape-count-others-changed = { $count ->
     [one] { $count } autre changement
    *[other] { $count } autres changements
}
shape-missing-count = { $count ->
     [one] { $count } texte manque dans cette langue
    *[other] { $count } textes manquent dans cette langue
}
shape-words-taken = { $count ->
     [one] { $count } texte a été repris dans le brouillon.
    *[other] { $count } textes ont été repris dans le brouillon.
}
shape-words-refused = { $count ->
     [one] { $count } ligne a été laissée de côté.
    *[other] { $count } lignes ont été laissées de côté.
}

## Modules and settings
shape-settings = Modules et réglages
shape-setting-types = Modules et formulaires
shape-setting-names = Noms des choses
shape-setting-case-code = Codes des nouveaux dossiers
shape-setting-age-bands = Groupes d’âge
shape-setting-places = Niveaux des lieux
shape-setting-approvals = Approbations
shape-types-note = Ce avec quoi ce bureau travaille. Un type ou un formulaire désactivé n’est plus proposé ; les dossiers qui existent restent ouverts à ceux qui y travaillent.
shape-types-forms = { $on } formulaires sur { $all }
shape-module-cp = Protection de l’enfance
shape-module-gbv = Violences basées sur le genre
shape-names-note = Comment votre bureau appelle les choses, là où le programme mettrait son propre mot dans les titres, les listes et les boutons. Laissez une case vide pour garder le mot du programme.
shape-names-called = ici : { $name }
shape-names-one = « { $own } » s’appelle
shape-names-many = La page « { $own } » s’appelle
shape-code-note = Comment s’écrivent les codes des nouveaux dossiers. Les codes déjà donnés ne changent jamais. Le code du site, la lettre du type, le numéro courant et le caractère de contrôle y sont toujours, pour que deux bureaux ne donnent jamais le même code.
shape-code-year = Année
shape-code-year-two = Deux chiffres
shape-code-year-four = Quatre chiffres
shape-code-year-none = Sans année ; les numéros se suivent
shape-code-digits = Chiffres du numéro, au moins
shape-code-joint = Entre les parties
shape-code-joint-hyphen = Trait d’union (-)
shape-code-joint-dot = Point (.)
shape-code-sample = Voici à quoi ils ressembleront :
shape-bands-note = Partout où l’on compte par âge, on compte dans ces groupes. Le dernier est ouvert.
shape-bands = Chaque groupe commence à l’âge de
shape-bands-help = En années, à partir de 0 et en montant : 0, 6, 12, 15, 18.
shape-bands-from-to = { $first }–{ $last }
shape-bands-from = { $first } et plus
shape-places-note = Avec quelle précision un lieu est dit là où plusieurs dossiers sont réunis.
shape-places-reports = Les rapports comptent jusqu’au
shape-places-lists = Les listes nomment les lieux jusqu’au
shape-place-country = Pays
shape-place-level = Niveau { $level }
shape-approvals-note = Les formulaires qui demandent l’approbation d’un superviseur. Là où elle est désactivée, le bureau s’en passe.
difference-type-taken-up = { $record } : utilisé à partir de maintenant
difference-type-given-up = { $record } : plus utilisé ; les dossiers qui existent restent ouverts
difference-renamed = « { $thing } » s’appelle « { $name } »
difference-approval-on = { $form } : approuvé par un superviseur
difference-approval-off = { $form } : plus besoin d’approbation
difference-setting-changed = { $setting } : modifié
configuration-setting-types = { $place } : le bureau doit utiliser les cas de protection de l’enfance ou les survivantes, ou les deux.
configuration-setting-case-code = { $place } : le numéro courant a de 4 à 8 chiffres.
configuration-setting-age-bands = { $place } : commencez par 0, chaque âge plus haut que le précédent, et au plus 12 groupes.
configuration-setting-names = { $place } : un nom a au plus 40 caractères, sur une ligne.
configuration-setting-places = { $place } : les niveaux vont de 0 à 5.
configuration-setting-approvals = { $place } : un formulaire nommé n’a pas de questions d’approbation.
part-cp = Protection de l’enfance
part-gbv = VBG
uses-none = aucun dossier ne l’utilise
uses-few = moins de 5 dossiers l’utilisent
uses-about = environ { $count } dossiers l’utilisent
uses-uncounted = pas encore compté
uses-at-least = { $told }, peut-être plus : des parties de certains dossiers étaient fermées à qui a compté
uses-partly = { $told } ({ $counted } équipes sur { $teams } comptées)
uses-in-part = { $part } : { $told }
uses-told-by = indiqué par { $name }, { $when }
uses-exact = { $count ->
     [one] { $count } dossier l’utilise
    *[other] { $count } dossiers l’utilisent
}
uses-closed = { $count ->
     [one] { $count } dossier vous est en partie fermé
    *[other] { $count } dossiers vous sont en partie fermés
}
uses-looked = { $count ->
     [one] { $count } dossier a été examiné.
    *[other] { $count } dossiers ont été examinés.
}
uses-count-title = Compter où c’est utilisé
uses-count-text = Ce brouillon des formulaires ne demanderait plus ce qui suit. Comptez, dans les dossiers que vous pouvez ouvrir, lesquels l’utilisent. Vous seul voyez les nombres exacts ; qui façonne les formulaires n’en reçoit que d’arrondis.
uses-count-now = Compter dans mes dossiers
uses-publish = Indiquer les nombres arrondis
uses-published = Les nombres arrondis ont été indiqués.
uses-will-tell = sera indiqué ainsi : { $told }
uses-to-count = Brouillons des formulaires à compter
uses-open = { $count ->
     [one] { $count } chose pas encore comptée
    *[other] { $count } choses pas encore comptées
}
uses-all-counted = compté ; vous pouvez recompter
uses-warning = { $count ->
     [one] Pour { $count } chose abandonnée, tous n’ont pas encore compté combien de dossiers l’utilisent.
    *[other] Pour { $count } choses abandonnées, tous n’ont pas encore compté combien de dossiers les utilisent.
}
shape-seal = Exporter scellé
shape-seal-text = Le fichier ne s’ouvre qu’avec la phrase secrète choisie ici, dans Amparo ou avec l’outil age. Communiquez-la à qui doit l’ouvrir par une autre voie que le fichier.
shape-seal-go = Choisir où et sceller
shape-sealed = Les formulaires ont été scellés dans le fichier.
shape-passphrase = Phrase secrète
shape-open-sealed = Ouvrir
words-row-placeholders = Un espace réservé entre accolades manque, ou il y en a un de trop.
difference-words-changed = Textes du programme en { $tongue } modifiés
shape-fluent = Textes du programme (Fluent)
shape-fluent-text = Les textes du programme dans une langue, en fichier Fluent pour les traducteurs. Une nouvelle langue commence par son étiquette : exportez-la, faites-la traduire, importez-la. Ce qui n’est pas traduit s’affiche en anglais. La feuille de calcul contient les mêmes textes à côté de ceux des formulaires.
shape-fluent-tag = Étiquette de la langue
shape-fluent-tag-help = en, fr, ar ou es, ou une nouvelle comme ku, ckb, pt-BR
shape-fluent-out = Exporter les textes
shape-fluent-in = Importer des textes
shape-missing-program = { $count ->
     [one] { $count } texte du programme sans traduction dans cette langue
    *[other] { $count } textes du programme sans traduction dans cette langue
}
shape-passphrase-again = Phrase secrète, une deuxième fois
