## Month names. Arabic has two sets to choose from; the other languages repeat theirs.

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-egyptian-1 = janvier
month-egyptian-2 = février
month-egyptian-3 = mars
month-egyptian-4 = avril
month-egyptian-5 = mai
month-egyptian-6 = juin
month-egyptian-7 = juillet
month-egyptian-8 = août
month-egyptian-9 = septembre
month-egyptian-10 = octobre
month-egyptian-11 = novembre
month-egyptian-12 = décembre

## Other spellings that people type, separated by commas; never shown

month-also-1 = janv.
month-also-2 = févr.
month-also-3 = mars
month-also-4 = avr.
month-also-5 = mai
month-also-6 = juin
month-also-7 = juil.
month-also-8 = août
month-also-9 = sept.
month-also-10 = oct.
month-also-11 = nov.
month-also-12 = déc.

## Dates and moments

date-full = { $day ->
     [1] 1er { $month } { $year }
    *[other] { $day } { $month } { $year }
}
date-month = { $month } { $year }
moment-today = aujourd’hui à { $time }
moment-yesterday = hier à { $time }
moment-on = { $date } à { $time }
today = Aujourd’hui

## The three boxes of a date

day = Jour
month = Mois
year = Année
date-hint = Par exemple 5 mars 2014. Laissez vide ce que vous ne savez pas.
date-hint-exact = Par exemple 5 mars 2014
date-estimated = Cette date est une estimation
estimated = estimation
date-not-a-day = Ce jour n’existe pas. Vérifiez le jour et le mois.
date-not-a-month = Écrivez le mois en chiffres, de 1 à 12, ou en lettres.
date-not-a-year = Écrivez l’année avec quatre chiffres.
date-needs-year = Ajoutez l’année. Si vous ne connaissez qu’une partie de la date, l’année suffit.
date-needs-month = Ajoutez le mois ou effacez le jour.

## Ages and waiting times

age-years = { $count ->
     [one] { $count } an
    *[other] { $count } ans
}
age-months = { $count ->
     [one] { $count } mois
    *[other] { $count } mois
}
count-days = { $count ->
     [one] { $count } jour
    *[other] { $count } jours
}
count-seconds = { $count ->
     [one] { $count } seconde
    *[other] { $count } secondes
}
count-minutes = { $count ->
     [one] { $count } minute
    *[other] { $count } minutes
}
count-hours = { $count ->
     [one] { $count } heure
    *[other] { $count } heures
}
date-needs-all = Écrivez le jour, le mois et l’année.
month-hijri-1 = mouharram
month-hijri-2 = safar
month-hijri-3 = rabi al-awwal
month-hijri-4 = rabi ath-thani
month-hijri-5 = joumada al-oula
month-hijri-6 = joumada ath-thania
month-hijri-7 = rajab
month-hijri-8 = chaabane
month-hijri-9 = ramadan
month-hijri-10 = chawwal
month-hijri-11 = dhou al-qi’da
month-hijri-12 = dhou al-hijja
date-beside = { $date } ({ $hijri })
date-hijri = { $day } { $month } { $year }
digits = Chiffres
digits-western = Occidentaux : 0 1 2 3
digits-eastern = Arabes orientaux : ٠ ١ ٢ ٣
calendar-hijri = Afficher aussi la date hégirienne
calendar-hijri-help = Le même jour dans le calendrier Oumm al-Qoura, entre parenthèses. Les dates sont toujours conservées en grégorien.
