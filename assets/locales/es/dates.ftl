## Month names. Arabic has two sets to choose from; the other languages repeat theirs.

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
month-egyptian-1 = enero
month-egyptian-2 = febrero
month-egyptian-3 = marzo
month-egyptian-4 = abril
month-egyptian-5 = mayo
month-egyptian-6 = junio
month-egyptian-7 = julio
month-egyptian-8 = agosto
month-egyptian-9 = septiembre
month-egyptian-10 = octubre
month-egyptian-11 = noviembre
month-egyptian-12 = diciembre

## Other spellings that people type, separated by commas; never shown

month-also-1 = ene.
month-also-2 = feb.
month-also-3 = mar.
month-also-4 = abr.
month-also-5 = may.
month-also-6 = jun.
month-also-7 = jul.
month-also-8 = ago.
month-also-9 = setiembre
month-also-10 = oct.
month-also-11 = nov.
month-also-12 = dic.

## Dates and moments

date-full = { $day ->
    *[other] { $day } de { $month } de { $year }
}
date-month = { $month } de { $year }
moment-today = hoy, { $time }
moment-yesterday = ayer, { $time }
moment-on = { $date }, { $time }
today = Hoy

## The three boxes of a date

day = Día
month = Mes
year = Año
date-hint = Por ejemplo, 5 de marzo de 2014. Deja en blanco lo que no se sepa.
date-hint-exact = Por ejemplo, 5 de marzo de 2014
date-estimated = Esta fecha es una estimación
estimated = estimado
date-not-a-day = Este día no existe. Revisa el día y el mes.
date-not-a-month = Escribe el mes con un número del 1 al 12 o con su nombre.
date-not-a-year = Escribe el año con cuatro cifras.
date-needs-year = Añade el año. Si solo sabes una parte de la fecha, basta con el año.
date-needs-month = Añade el mes o borra el día.

## Ages and waiting times

age-years = { $count ->
     [one] { $count } año
    *[other] { $count } años
}
age-months = { $count ->
     [one] { $count } mes
    *[other] { $count } meses
}
count-days = { $count ->
     [one] { $count } día
    *[other] { $count } días
}
count-seconds = { $count ->
     [one] { $count } segundo
    *[other] { $count } segundos
}
count-minutes = { $count ->
     [one] { $count } minuto
    *[other] { $count } minutos
}
count-hours = { $count ->
     [one] { $count } hora
    *[other] { $count } horas
}
date-needs-all = Escribe el día, el mes y el año.
month-hijri-1 = muharram
month-hijri-2 = safar
month-hijri-3 = rabi I
month-hijri-4 = rabi II
month-hijri-5 = yumada I
month-hijri-6 = yumada II
month-hijri-7 = rayab
month-hijri-8 = shaban
month-hijri-9 = ramadán
month-hijri-10 = shawwal
month-hijri-11 = du al-qada
month-hijri-12 = du al-hiyya
date-beside = { $date } ({ $hijri })
date-hijri = { $day } de { $month } de { $year }
digits = Cifras
digits-western = Occidentales: 0 1 2 3
digits-eastern = Árabes orientales: ٠ ١ ٢ ٣
calendar-hijri = Mostrar también la fecha hegiriana
calendar-hijri-help = El mismo día en el calendario de Umm al-Qura, entre paréntesis. Las fechas siempre se guardan en gregoriano.
