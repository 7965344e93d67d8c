## What to look at in a form. The name is the finding's code with hyphens.

finding-missing = Répondez à cette question.
finding-wrong-type = Cette réponse ne convient pas à la question. Effacez-la et répondez de nouveau.
finding-wrong-option = Cette réponse n’est plus dans la liste. Choisissez-en une autre.
finding-too-long = Écrivez au plus { $max } caractères.
finding-too-small = Écrivez un nombre d’au moins { $min }.
finding-too-large = Écrivez un nombre d’au plus { $max }.
finding-in-future = Cette date est postérieure à aujourd’hui. Vérifiez l’année.
finding-before = Cette date est antérieure à celle de « { $field } ». Vérifiez les deux.
finding-not-offered = Cette réponse n’est pas proposée avec les autres réponses données. Choisissez à nouveau.
finding-not-among = Cette réponse ne figure pas dans « { $field } ». Vérifiez les deux.
finding-age-disagrees = L’âge ne correspond pas à « { $field } ». Vérifiez les deux.
finding-bad-character = Un caractère ne peut pas être gardé. Écrivez de nouveau le texte.

## What to look at in a list of places

place-finding-blank-cell = Un code ou un nom manque. Les lieux de cette ligne à partir d’ici ont été laissés de côté.
place-finding-blank-translation = Une traduction ou un type manque. Le lieu a été gardé sans cela.
place-finding-too-long = Un code ou un nom est trop long. Les lieux de cette ligne à partir d’ici ont été laissés de côté.
place-finding-unknown-language = La langue de cette colonne n’est pas connue. La colonne a été laissée de côté.
place-finding-repeated-column = Une colonne précédente dit la même chose. Celle-ci a été laissée de côté.

## More about answers in a form

finding-missing-choice = Choisissez une réponse.
finding-missing-date = Écrivez la date. Si seule l’année est connue, l’année suffit.
finding-missing-place = Choisissez un lieu.
finding-not-a-number = Écrivez un nombre entier en chiffres.
finding-at = { $field } – { $said }
